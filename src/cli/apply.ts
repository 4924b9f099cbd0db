/** `kg apply`: shows the plan, asks, and does it in one transaction. */

import { readModel } from '../model/read-model.ts';
import { findRedone } from '../plan/find-redone.ts';
import { isEmpty, makePlan } from '../plan/make-plan.ts';
import { renderPlan } from '../plan/render-plan.ts';
import { applyAs, type WaitOptions, waitSeconds } from './apply-as.ts';
import { readCheckedSeeds } from './checked-seeds.ts';
import { type Command, SCHEMA_FOLDER } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { refuseAgain } from './refuse-again.ts';
import { UsageError } from './usage-error.ts';
import { withGraph } from './with-graph.ts';

/** Options of `kg apply`. */
export interface ApplyOptions extends WaitOptions {
  /** Does not ask. */
  readonly yes?: boolean;
  /** Does again what was undone on purpose. */
  readonly again?: boolean;
}

/** Applies the seeds. */
export const apply: Command<ApplyOptions> = async (context, options) => {
  const { yes, again } = options;
  const { terminal, json } = context;
  if (!yes && !terminal.canAsk)
    throw new UsageError('There is no terminal to ask on: say --yes to apply without being asked.');
  waitSeconds(options);
  const model = readModel(SCHEMA_FOLDER);
  const seeds = readCheckedSeeds(context, model);
  if (!seeds) return EXIT.refused;
  return withGraph(context, async ({ graph }) => {
    terminal.working('Comparing the seeds with the graph …');
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
    const takeBack = plan.base.revision > 0 ? `kg rollback ${plan.base.revision}` : undefined;
    const { wait } = options;
    await applyAs(context, model, graph, { ...plan, redoes }, { what: 'kg apply', wait, takeBack });
    return EXIT.done;
  });
};
