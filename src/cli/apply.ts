/** `kg apply`: shows the plan, asks, and does it in one transaction. */

import type { Graph } from '../graph/graph.ts';
import { makeMissingIndexes } from '../graph/missing-indexes.ts';
import { STATE_STATEMENT, stateOf } from '../graph/read-state.ts';
import type { Model } from '../model/model.ts';
import { readModel } from '../model/read-model.ts';
import { applyPlan } from '../plan/apply-plan.ts';
import { findRedone } from '../plan/find-redone.ts';
import { isEmpty, makePlan } from '../plan/make-plan.ts';
import { renderPlan } from '../plan/render-plan.ts';
import { readCheckedSeeds } from './checked-seeds.ts';
import { type Command, SCHEMA_FOLDER } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { refuseAgain } from './refuse-again.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { withGraph } from './with-graph.ts';

/** Options of `kg apply`. */
export interface ApplyOptions {
  /** Does not ask. */
  readonly yes?: boolean;
  /** Does again what was undone on purpose. */
  readonly again?: boolean;
}

/** Applies the seeds. */
export const apply: Command<ApplyOptions> = async (context, { yes, again }) => {
  const { terminal, json } = context;
  if (!yes && !terminal.canAsk)
    throw new UsageError('There is no terminal to ask on: say --yes to apply without being asked.');
  const model = readModel(SCHEMA_FOLDER);
  const seeds = readCheckedSeeds(context, model);
  if (!seeds) return EXIT.refused;
  return withGraph(context, async ({ graph }) => {
    await completeImport(model, graph, terminal);
    const { plan, redone } = await graph.readAll(async (run) => {
      const made = await makePlan(model, seeds.dataset, run);
      return { plan: made, redone: await findRedone(model, made, run) };
    });
    if (!json)
      terminal.result(renderPlan(plan, { model, spans: seeds.spans, colour: terminal.colourResults }));
    if (isEmpty(plan)) {
      if (json) terminal.result(JSON.stringify({ applied: false, ...plan.base }, null, 2));
      return EXIT.done;
    }
    if (redone.length > 0 && !again) throw refuseAgain(model, plan, redone);
    if (!yes && !(await terminal.confirm('Apply?'))) {
      terminal.say('Nothing was changed.');
      if (json) terminal.result(JSON.stringify({ applied: false, ...plan.base }, null, 2));
      return EXIT.refused;
    }
    const redoes = redone.map(({ revision }) => revision.number);
    const state = await applyPlan(model, graph, { ...plan, redoes });
    if (json) terminal.result(JSON.stringify({ applied: true, ...state }, null, 2));
    else {
      terminal.result(`Applied: revision ${state.revision}, digest ${state.digest}.`);
      if (plan.base.revision > 0) terminal.result(`To take this back: kg rollback ${plan.base.revision}`);
    }
    return EXIT.done;
  });
};

/** Makes the constraints and indexes that files of an import could not bring, whether or not anything else changes. */
async function completeImport(model: Model, graph: Graph, terminal: Terminal): Promise<void> {
  const state = stateOf(await graph.read(STATE_STATEMENT));
  if (state.revision === 0 || state.modelVersion !== model.version) return;
  const made = await makeMissingIndexes(model, graph);
  if (made > 0) terminal.say(`Made ${made} constraints and indexes that were missing.`);
}
