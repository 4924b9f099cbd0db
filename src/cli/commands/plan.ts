/** `kg plan`: what apply would change; it changes nothing. */

import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Graph } from '../../graph/graph.ts';
import { findMissingIndexes, lacksLookUp } from '../../graph/missing-indexes.ts';
import { STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import type { Model } from '../../model/model.ts';
import { isEmpty } from '../../plan/plan.ts';
import { renderPlan } from '../../plan/report/render-plan.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { savePlan } from '../steps/plan-file.ts';
import { redoneText } from '../steps/refuse-again.ts';
import { refuseAmongSeeds } from '../steps/refuse-among-seeds.ts';
import { makeSeedsPlan, readPlannedSeeds } from '../steps/seeds-plan.ts';
import { untilStopped } from '../steps/until-stopped.ts';
import { withGraph } from '../steps/with-graph.ts';

/** Options of `kg plan`. */
export interface PlanOptions {
  /** Ends with 2 where changes are pending. */
  readonly detailedExitcode?: boolean;
  /** Plans to set back what other hands changed in the records touched. */
  readonly overwriteDrift?: boolean;
  /** The file that the plan is saved as. */
  readonly out?: string;
}

/** Whether nodes cannot be looked up in a graph that holds some. */
async function missingLookUp(model: Model, graph: Graph): Promise<boolean> {
  return graph.readAll(async (run) => {
    const { revision, modelVersion } = stateOf(await run(STATE_STATEMENT));
    return (
      revision > 0 && modelVersion === model.version && lacksLookUp(await findMissingIndexes(model, run))
    );
  });
}

/** Shows the plan. */
export const plan: Command<PlanOptions> = async (context, options) => {
  const { terminal, json } = context;
  const { detailedExitcode, overwriteDrift = false, out } = options;
  if (out !== undefined) refuseAmongSeeds(out, context.seeds);
  const planned = readPlannedSeeds(context, { seeds: context.seeds, overwriteDrift });
  if (!planned) return EXIT.refused;
  const { model, seeds } = planned;
  return withGraph(context, ({ graph }) =>
    untilStopped(context, graph, 'reads', async (stop) => {
      if (await missingLookUp(model, graph))
        terminal.say(
          'Indexes are missing, as after an import: this may take long. kg apply makes them first.',
        );
      terminal.working('Comparing the seeds with the graph …');
      const made = await makeSeedsPlan(graph, planned);
      stop.throwIfAborted();
      const { spans } = seeds;
      const colour = terminal.colourResults;
      const asJson = json || out !== undefined ? made.json() : '';
      // A plan that cannot be saved is no result: one failure is told, and nothing beside it.
      if (out !== undefined) await savePlan(out, asJson);
      terminal.result(json ? asJson : renderPlan(made.plan, { model, spans, colour }));
      if (made.redone.length > 0)
        terminal.say(`${redoneText(model, made.plan, made.redone)}\nkg apply wants --again for it.`);
      if (out !== undefined)
        terminal.say(visibleText(`Saved as ${out}: kg apply --plan ${out} does this and nothing else.`));
      return detailedExitcode && !isEmpty(made.plan) ? EXIT.changesPending : EXIT.done;
    }),
  );
};
