/** `kg plan`: what apply would change; it changes nothing. */

import { renderAnswers } from '../../answers/render-answers.ts';
import { githubNotice } from '../../diagnostics/github-annotation.ts';
import { inLanguage, type Text } from '../../diagnostics/text.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Graph } from '../../graph/graph.ts';
import { findMissingIndexes, lacksLookUp } from '../../graph/missing-indexes.ts';
import { STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import type { Model } from '../../model/model.ts';
import { isEmpty } from '../../plan/plan.ts';
import { planMarkdown } from '../../plan/report/plan-markdown.ts';
import { planTotal, type RenderPlanOptions, renderPlan } from '../../plan/report/render-plan.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { savePlan } from '../steps/plan-file.ts';
import { redoneText } from '../steps/refuse-again.ts';
import { refuseAmongSeeds } from '../steps/refuse-among-seeds.ts';
import { COMPARING, makeSeedsPlan, readPlannedSeeds, type SeedsPlan } from '../steps/seeds-plan.ts';
import { untilStopped } from '../steps/until-stopped.ts';
import { withGraph } from '../steps/with-graph.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg plan`. */
export interface PlanOptions {
  /** Ends with 2 where changes are pending. */
  readonly detailedExitcode?: boolean;
  /** Plans to restore what manual edits changed in the records touched. */
  readonly overwriteDrift?: boolean;
  /** The file that the plan is saved as. */
  readonly out?: string;
  /** For whom it is written: a terminal, the reviewers of a pull request, the annotations of a runner. */
  readonly format: 'text' | 'markdown' | 'github';
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

function againNeeded(redone: Text): Text {
  return {
    en: `${redone.en}\nkg apply needs --again for it.`,
    zh: `${redone.zh}\nkg apply 须加 --again。`,
  };
}

/** The plan for whom it is. */
function planText(made: SeedsPlan, format: PlanOptions['format'], options: RenderPlanOptions): string {
  const { plan, answers } = made;
  const { language } = options;
  if (format === 'markdown')
    return planMarkdown(plan, { ...options, answers: isEmpty(plan) ? undefined : renderAnswers(answers) });
  if (format === 'text') return renderPlan(plan, options);
  const total = isEmpty(plan) ? renderPlan(plan, { ...options, colour: false }) : planTotal(plan, options);
  return githubNotice('kg plan', inLanguage(total, language));
}

/** Shows the plan. */
export const plan: Command<PlanOptions> = async (context, options) => {
  const { terminal, json } = context;
  const { detailedExitcode, overwriteDrift = false, out, format } = options;
  if (json && format !== 'text')
    throw new UsageError({
      en: `--json and --format ${format} both say what is printed: use one of them.`,
      zh: `--json 与 --format ${format} 都规定了输出格式：请只用其一。`,
    });
  if (out !== undefined) refuseAmongSeeds(out, context.seeds);
  const planned = readPlannedSeeds(context, { seeds: context.seeds, overwriteDrift }, format === 'github');
  if (!planned) return EXIT.refused;
  const { model, seeds } = planned;
  return withGraph(context, ({ graph }) =>
    untilStopped(context, graph, 'reads', async (stop) => {
      if (await missingLookUp(model, graph))
        terminal.say({
          en: 'Indexes are missing, as after an import: this may take long. kg apply creates them first.',
          zh: '缺少索引（如导入之后），可能耗时较长。kg apply 会先建立索引。',
        });
      terminal.working(COMPARING);
      const made = await makeSeedsPlan(graph, planned, format === 'markdown');
      stop.throwIfAborted();
      const options = {
        model,
        spans: seeds.spans,
        colour: terminal.colourResults,
        language: terminal.language,
      };
      const asJson = json || out !== undefined ? made.json() : '';
      // A plan that cannot be saved is no result: only the failure is printed.
      if (out !== undefined) await savePlan(out, asJson);
      terminal.result(json ? asJson : planText(made, format, options));
      if (made.redone.length > 0) terminal.say(againNeeded(redoneText(model, made.plan, made.redone)));
      if (out !== undefined)
        terminal.say({
          en: visibleText(`Saved as ${out}: kg apply --plan ${out} does this and nothing else.`),
          zh: visibleText(`已存为 ${out}：kg apply --plan ${out} 只做以上变化。`),
        });
      return detailedExitcode && !isEmpty(made.plan) ? EXIT.changesPending : EXIT.done;
    }),
  );
};
