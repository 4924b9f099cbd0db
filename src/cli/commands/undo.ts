/** `kg rollback R` and `kg revert R`: show what they would do, ask, and do it as a new revision. */

import type { Run } from '../../cypher/statement.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { refuseForeign } from '../../plan/drift/refuse-foreign.ts';
import { refuseFormerModel } from '../../plan/model-change.ts';
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
  /** Reverts manual edits of the records touched. */
  readonly overwriteDrift?: boolean;
}

/** Goes back to the state and digest of a revision. */
export const rollback: Command<UndoCommandOptions> = (context, options) =>
  undo(context, options, {
    name: 'rollback',
    question: (revision) => ({
      en: `Roll back to revision ${revision}?`,
      zh: `是否回退到版本 ${revision}？`,
    }),
    reason: (revision) => ({ en: `not in revision ${revision}`, zh: `版本 ${revision} 中没有` }),
    nothing: (revision) => ({
      en: `Nothing to do: the graph is as it was at revision ${revision}.`,
      zh: `无须改动：图谱与版本 ${revision} 一致。`,
    }),
    plan: planRollback,
  });

/** Undoes one revision alone. */
export const revert: Command<UndoCommandOptions> = (context, options) =>
  undo(context, options, {
    name: 'revert',
    question: (revision) => ({ en: `Undo revision ${revision}?`, zh: `是否撤销版本 ${revision}？` }),
    reason: (revision) => ({ en: `added by revision ${revision}`, zh: `由版本 ${revision} 新增` }),
    nothing: (revision) => ({
      en: `Nothing to do: revision ${revision} changed nothing that is still there.`,
      zh: `无须改动：版本 ${revision} 的变化均已不在图谱中。`,
    }),
    plan: planRevert,
  });

interface UndoKind {
  readonly name: string;
  readonly question: (revision: number) => Text;
  readonly reason: (revision: number) => Text;
  readonly nothing: (revision: number) => Text;
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
    throw new UsageError({
      en: 'There is no terminal to ask on: pass --yes to go back without being asked.',
      zh: '没有可供确认的终端：请加 --yes，不经确认直接执行。',
    });
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
      const { language } = terminal;
      const shown = (colour: boolean) =>
        renderPlan(plan, { model, spans: new Map(), colour, language, reason });
      if (!json) terminal.result(shown(terminal.colourResults));
      else if (!yes) terminal.say(shown(terminal.colourWords));
      refuseForeign(plan);
      refuseFormerModel(plan);
      if (plan.repairs && plan.repairs.length > 0) {
        terminal.say({
          en: `Manual edits are reverted first: ${plan.repairs.length} records and facts.`,
          zh: `先恢复人工改动：记录和关系共 ${plan.repairs.length} 项。`,
        });
      }
      if (!yes && !(await terminal.confirm(kind.question(revision)))) {
        terminal.say({ en: 'Nothing was changed.', zh: '未作任何改动。' });
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
      terminal.say({
        en: 'The seeds are unchanged: kg plan shows where they differ from the graph now.',
        zh: '种子文件未变：可用 kg plan 查看与图谱的差别。',
      });
      return EXIT.done;
    }),
  );
}
