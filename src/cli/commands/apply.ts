/** `kg apply`: shows the plan, asks, and does it in one transaction. */

import type { Graph } from '../../graph/graph.ts';
import { makeMissingIndexes } from '../../graph/missing-indexes.ts';
import { STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import type { Model } from '../../model/model.ts';
import { keepMissingSums } from '../../plan/apply/keep-missing-sums.ts';
import { refuseDrift } from '../../plan/drift/refuse-drift.ts';
import { refuseForeign } from '../../plan/drift/refuse-foreign.ts';
import { isEmpty } from '../../plan/plan.ts';
import { renderPlan } from '../../plan/report/render-plan.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { applyAs, type WaitOptions, waitSeconds } from '../steps/apply-as.ts';
import { deriveSupport } from '../steps/derive-support.ts';
import { readPlanFile, refuseStale } from '../steps/plan-file.ts';
import { refuseAgain } from '../steps/refuse-again.ts';
import { makeSeedsPlan, readPlannedSeeds } from '../steps/seeds-plan.ts';
import { untilStopped } from '../steps/until-stopped.ts';
import { withGraph } from '../steps/with-graph.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg apply`. */
export interface ApplyOptions extends WaitOptions {
  /** Does not ask. */
  readonly yes?: boolean;
  /** Does again what was undone on purpose. */
  readonly again?: boolean;
  /** Sets back what other hands changed in the records touched. */
  readonly overwriteDrift?: boolean;
  /** A saved plan, which names its seeds itself. */
  readonly plan?: string;
  readonly seeds?: readonly string[];
}

/** Applies the seeds, or a saved plan of them. */
export const apply: Command<ApplyOptions> = async (context, options) => {
  const { yes, again, overwriteDrift = false } = options;
  const { terminal, json } = context;
  if (!yes && !terminal.canAsk)
    throw new UsageError('There is no terminal to ask on: say --yes to apply without being asked.');
  waitSeconds(options);
  const file = options.plan === undefined ? undefined : readPlanFile(options.plan);
  if (file && (options.seeds || options.overwriteDrift))
    throw new UsageError(
      'A saved plan says itself which seeds it is of and what it sets back: only --yes, --again and --wait go with --plan.',
    );
  const planned = readPlannedSeeds(context, file?.origin ?? { seeds: context.seeds, overwriteDrift });
  if (!planned) return EXIT.refused;
  const { model, seeds } = planned;
  return withGraph(context, ({ graph }) =>
    untilStopped(context, graph, 'writes', async (stop) => {
      await completeImport(model, graph, terminal);
      terminal.working('Comparing the seeds with the graph …');
      const made = await makeSeedsPlan(graph, planned);
      const { plan, redone } = made;
      stop.throwIfAborted();
      if (file) refuseStale(file, made);
      const shown = (colour: boolean) => renderPlan(plan, { model, spans: seeds.spans, colour });
      if (!json) terminal.result(shown(terminal.colourResults));
      if (isEmpty(plan)) {
        await keepMissingSums(graph, plan);
        await completeSupport(model, graph, terminal);
        if (json) terminal.result(JSON.stringify({ applied: false, ...plan.base }, null, 2));
        return EXIT.done;
      }
      refuseDrift(plan);
      refuseForeign(plan);
      if (redone.length > 0 && !again) throw refuseAgain(model, plan, redone);
      // Whoever is asked has seen what it is about.
      if (json && !yes) terminal.say(shown(terminal.colourWords));
      if (!yes && !(await terminal.confirm('Apply?'))) {
        terminal.say('Nothing was changed.');
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
    terminal.say(
      `Derived ${missing.length} relationships of support that were missing, and deleted ${extra.length} that did not follow.`,
    );
}

/** Makes the constraints and indexes that files of an import could not bring, whether or not anything else changes. */
async function completeImport(model: Model, graph: Graph, terminal: Terminal): Promise<void> {
  const state = stateOf(await graph.read(STATE_STATEMENT));
  if (state.revision === 0 || state.modelVersion !== model.version) return;
  const made = await makeMissingIndexes(model, graph);
  if (made > 0) terminal.say(`Made ${made} constraints and indexes that were missing.`);
}
