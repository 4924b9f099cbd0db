/** `kg plan`: what apply would change; it changes nothing. */

import { readModel } from '../model/read-model.ts';
import { findRedone } from '../plan/find-redone.ts';
import { isEmpty, makePlan } from '../plan/make-plan.ts';
import { planJson, renderPlan } from '../plan/render-plan.ts';
import { readCheckedSeeds } from './checked-seeds.ts';
import { type Command, SCHEMA_FOLDER } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { tellRedone } from './refuse-again.ts';
import { withGraph } from './with-graph.ts';

/** Options of `kg plan`. */
export interface PlanOptions {
  /** Ends with 2 where changes are pending. */
  readonly detailedExitcode?: boolean;
}

/** Shows the plan. */
export const plan: Command<PlanOptions> = async (context, { detailedExitcode }) => {
  const { terminal } = context;
  const model = readModel(SCHEMA_FOLDER);
  const seeds = readCheckedSeeds(context, model);
  if (!seeds) return EXIT.refused;
  return withGraph(context, async ({ graph }) => {
    terminal.working('Comparing the seeds with the graph …');
    const { made, redone } = await graph.readAll(async (run) => {
      const found = await makePlan(model, seeds.dataset, run);
      return { made: found, redone: await findRedone(model, found, run) };
    });
    const { spans } = seeds;
    const colour = terminal.colourResults;
    terminal.result(context.json ? planJson(made, model, spans) : renderPlan(made, { model, spans, colour }));
    if (redone.length > 0) terminal.say(`${tellRedone(model, made, redone)}\nkg apply wants --again for it.`);
    return detailedExitcode && !isEmpty(made) ? EXIT.changesPending : EXIT.done;
  });
};
