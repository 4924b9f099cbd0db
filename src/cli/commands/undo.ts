/** `kg rollback R` and `kg revert R`: show what they would do, ask, and do it as a new revision. */

import type { Run } from '../../graph/graph.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { refuseForeign } from '../../plan/drift/refuse-foreign.ts';
import { isEmpty, type Plan } from '../../plan/plan.ts';
import { renderPlan } from '../../plan/report/render-plan.ts';
import { planRevert, planRollback, type UndoOptions } from '../../plan/undo/plan-undo.ts';
import { type Command, type CommandContext, SCHEMA_FOLDER } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { applyAs, type WaitOptions, waitSeconds } from '../steps/apply-as.ts';
import { revisionNumber } from '../steps/revision-number.ts';
import { untilStopped } from '../steps/until-stopped.ts';
import { withGraph } from '../steps/with-graph.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg rollback` and `kg revert`. */
export interface UndoCommandOptions extends WaitOptions {
  /** Does not ask. */
  readonly yes?: boolean;
  /** Sets back what other hands changed in the records touched. */
  readonly overwriteDrift?: boolean;
}

/** Goes back to the state and digest of a revision. */
export const rollback: Command<UndoCommandOptions> = (context, options) =>
  undo(context, options, {
    name: 'rollback',
    question: (revision) => `Roll back to revision ${revision}?`,
    reason: (revision) => `not in revision ${revision}`,
    nothing: (revision) => `Nothing to do: the graph is as it was at revision ${revision}.`,
    plan: planRollback,
  });

/** Undoes one revision alone. */
export const revert: Command<UndoCommandOptions> = (context, options) =>
  undo(context, options, {
    name: 'revert',
    question: (revision) => `Undo revision ${revision}?`,
    reason: (revision) => `came with revision ${revision}`,
    nothing: (revision) => `Nothing to do: revision ${revision} changed nothing that is still there.`,
    plan: planRevert,
  });

interface UndoKind {
  readonly name: string;
  readonly question: (revision: number) => string;
  readonly reason: (revision: number) => string;
  readonly nothing: (revision: number) => string;
  readonly plan: (model: Model, revision: number, options: UndoOptions, run: Run) => Promise<Plan>;
}

async function undo(
  context: CommandContext,
  { yes, wait, overwriteDrift = false }: UndoCommandOptions,
  kind: UndoKind,
): Promise<ExitCode> {
  const { terminal, json } = context;
  const revision = revisionNumber(context.operands[0]);
  if (!yes && !terminal.canAsk)
    throw new UsageError('There is no terminal to ask on: say --yes to go back without being asked.');
  waitSeconds({ wait });
  const model = readModel(SCHEMA_FOLDER);
  return withGraph(context, ({ graph }) =>
    untilStopped(context, graph, 'writes', async (stop) => {
      const plan = await graph.readAll((run) => kind.plan(model, revision, { overwriteDrift }, run));
      stop.throwIfAborted();
      const unchanged = () => {
        if (json) terminal.result(JSON.stringify({ applied: false, ...plan.base }, null, 2));
      };
      if (isEmpty(plan)) {
        if (!json) terminal.result(kind.nothing(revision));
        unchanged();
        return EXIT.done;
      }
      const reason = kind.reason(revision);
      const shown = (colour: boolean) => renderPlan(plan, { model, spans: new Map(), colour, reason });
      if (!json) terminal.result(shown(terminal.colourResults));
      else if (!yes) terminal.say(shown(terminal.colourWords));
      refuseForeign(plan);
      if (plan.repairs && plan.repairs.length > 0) {
        terminal.say(`Manual edits are reverted first: ${plan.repairs.length} records and facts.`);
      }
      if (!yes && !(await terminal.confirm(kind.question(revision)))) {
        terminal.say('Nothing was changed.');
        unchanged();
        return EXIT.refused;
      }
      const what = `kg ${kind.name} ${revision}`;
      await applyAs(context, model, graph, plan, {
        what,
        wait,
        stop,
        takeBack: `kg rollback ${plan.base.revision}`,
      });
      terminal.say('The seeds are as they were: kg plan shows where they differ from the graph now.');
      return EXIT.done;
    }),
  );
}
