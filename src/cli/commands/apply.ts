/** `kg apply`: shows the plan, asks, and applies it in one transaction. */

import { deriveSupport } from '../../answers/derive-support.ts';
import type { Graph } from '../../graph/graph.ts';
import { makeMissingIndexes } from '../../graph/missing-indexes.ts';
import { STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import type { Model } from '../../model/model.ts';
import { keepMissingSums } from '../../plan/apply/keep-missing-sums.ts';
import { refuseDrift } from '../../plan/drift/refuse-drift.ts';
import { refuseForeign } from '../../plan/drift/refuse-foreign.ts';
import { refuseFormerModel } from '../../plan/model-change.ts';
import { isEmpty } from '../../plan/plan.ts';
import { renderPlan } from '../../plan/report/render-plan.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { applyAs, type WaitOptions, waitSeconds } from '../steps/apply-as.ts';
import { readPlanFile, refuseStale } from '../steps/plan-file.ts';
import { refuseAgain } from '../steps/refuse-again.ts';
import { COMPARING, makeSeedsPlan, readPlannedSeeds } from '../steps/seeds-plan.ts';
import { untilStopped } from '../steps/until-stopped.ts';
import { withGraph } from '../steps/with-graph.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg apply`. */
export interface ApplyOptions extends WaitOptions {
  /** Does not ask. */
  readonly yes?: boolean;
  /** Reapplies what was undone on purpose. */
  readonly again?: boolean;
  /** Restores what manual edits changed in the records touched. */
  readonly overwriteDrift?: boolean;
  /** Goes back to a schema that the graph has left. */
  readonly formerSchema?: boolean;
  /** The file of a saved plan, which fixes the seeds and --overwrite-drift. */
  readonly plan?: string;
  readonly seeds?: readonly string[];
}

/** Applies the seeds, or a saved plan of them. */
export const apply: Command<ApplyOptions> = async (context, options) => {
  const { yes, again, overwriteDrift = false, formerSchema = false } = options;
  const { terminal, json } = context;
  if (!yes && !terminal.canAsk)
    throw new UsageError({
      en: 'There is no terminal to ask on: pass --yes to apply without being asked.',
      zh: '没有可供确认的终端：请加 --yes，不经确认直接生效。',
    });
  waitSeconds(options);
  const file = options.plan === undefined ? undefined : readPlanFile(options.plan);
  if (file && (options.seeds || options.overwriteDrift))
    throw new UsageError({
      en: '--plan already fixes --seeds and --overwrite-drift; it allows only --yes, --again, --former-schema and --wait.',
      zh: '--plan 已确定 --seeds 和 --overwrite-drift，只能另加 --yes、--again、--former-schema、--wait。',
    });
  const planned = readPlannedSeeds(context, file?.origin ?? { seeds: context.seeds, overwriteDrift });
  if (!planned) return EXIT.refused;
  const { model, seeds } = planned;
  return withGraph(context, ({ graph }) =>
    untilStopped(context, graph, 'writes', async (stop) => {
      await completeImport(model, graph, terminal);
      terminal.working(COMPARING);
      const made = await makeSeedsPlan(graph, planned);
      const { redone } = made;
      const { modelChange } = made.plan;
      const plan = {
        ...made.plan,
        modelChange: modelChange && formerSchema ? { ...modelChange, former: undefined } : modelChange,
      };
      stop.throwIfAborted();
      if (file) refuseStale(file, made);
      const { spans } = seeds;
      const { language } = terminal;
      const shown = (colour: boolean) => renderPlan(plan, { model, spans, colour, language });
      if (!json) terminal.result(shown(terminal.colourResults));
      if (isEmpty(plan)) {
        await keepMissingSums(graph, plan);
        await completeSupport(model, graph, terminal);
        if (json) terminal.result(JSON.stringify({ applied: false, ...plan.base }, null, 2));
        return EXIT.done;
      }
      refuseDrift(plan);
      refuseFormerModel(plan);
      refuseForeign(plan);
      if (redone.length > 0 && !again) throw refuseAgain(model, plan, redone);
      // The plan is shown before the question.
      if (json && !yes) terminal.say(shown(terminal.colourWords));
      if (!yes && !(await terminal.confirm({ en: 'Apply?', zh: '是否生效？' }))) {
        terminal.say({ en: 'Nothing was changed.', zh: '未作任何改动。' });
        if (json) terminal.result(JSON.stringify({ applied: false, ...plan.base }, null, 2));
        return EXIT.refused;
      }
      const redoes = redone.map(({ revision }) => revision.number);
      // There is no revision before the first to go back to.
      const takeBack = plan.base.revision > 0 ? `kg rollback ${plan.base.revision}` : 'kg revert 1';
      const { wait } = options;
      await applyAs(context, model, graph, { ...plan, redoes }, { what: 'kg apply', wait, takeBack, stop });
      return EXIT.done;
    }),
  );
};

/** Derives what an import did not bring, or edits outside kg changed. */
async function completeSupport(model: Model, graph: Graph, terminal: Terminal): Promise<void> {
  const { missing, extra } = await deriveSupport(model, graph);
  if (missing.length + extra.length > 0)
    terminal.say({
      en: `Derived ${missing.length} relationships of support that were missing, and deleted ${extra.length} that did not follow.`,
      zh: `已补充缺少的支持关系 ${missing.length} 条，删除没有依据的 ${extra.length} 条。`,
    });
}

/** Makes the constraints and indexes that files of an import could not bring, whether or not anything else changes. */
async function completeImport(model: Model, graph: Graph, terminal: Terminal): Promise<void> {
  const state = stateOf(await graph.read(STATE_STATEMENT));
  if (state.revision === 0 || state.modelVersion !== model.version) return;
  const made = await makeMissingIndexes(model, graph);
  if (made > 0)
    terminal.say({
      en: `Created ${made} constraints and indexes that were missing.`,
      zh: `已补建缺少的约束和索引 ${made} 个。`,
    });
}
