/** Applies a plan for a command: reports a wait for the lock, and what was changed. */

import { leftOutWords } from '../../answers/derive-support.ts';
import { answersJson, renderAnswers } from '../../answers/render-answers.ts';
import { watchAnswers } from '../../answers/watch-answers.ts';
import type { Graph } from '../../graph/graph.ts';
import type { GraphState } from '../../graph/reading/read-state.ts';
import type { Model } from '../../model/model.ts';
import { applyPlan } from '../../plan/apply/apply-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CommandContext } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { reportWriting } from './report-writing.ts';
import { whoRuns } from './who-runs.ts';

/** The option of every command that writes. */
export interface WaitOptions {
  /** The longest wait for another apply, in seconds, as it was written. */
  readonly wait?: string | undefined;
}

/** A command that applies a plan. */
export interface ApplyAs extends WaitOptions {
  /** For example kg apply. */
  readonly what: string;
  /** The command that undoes it, shown after the revision. */
  readonly takeBack: string | undefined;
  /** Gives it up, and undoes what is written. */
  readonly stop: AbortSignal;
}

const DEFAULT_WAIT = 30;
/** A day. */
const LONGEST_WAIT = 86_400;

/**
 * How long a command waits for another apply, in seconds.
 * @throws UsageError where it is not a number of seconds
 */
export function waitSeconds({ wait }: WaitOptions): number {
  if (wait === undefined) return DEFAULT_WAIT;
  const seconds = /^\d{1,6}$/.test(wait) ? Number(wait) : Number.NaN;
  if (!(seconds <= LONGEST_WAIT))
    throw new UsageError({
      en: `--wait takes whole seconds from 0 to ${LONGEST_WAIT}, not "${wait}".`,
      zh: `--wait 应为 0 至 ${LONGEST_WAIT} 的整数秒，而不是“${wait}”。`,
    });
  return seconds;
}

/** Applies a plan and prints the revision, the answers that changed and how it is taken back. */
export async function applyAs(
  { terminal, json, env }: CommandContext,
  model: Model,
  graph: Graph,
  plan: Plan,
  as: ApplyAs,
): Promise<GraphState> {
  const watch = watchAnswers(model, plan);
  const watched = reportWriting(graph, plan.changes.length, terminal.working);
  const state = await applyPlan(model, watched, plan, {
    observe: watch.observe,
    lock: { who: whoRuns(env), what: as.what, wait: waitSeconds(as), onWait: terminal.say, stop: as.stop },
  });
  const answers = watch.changes();
  if (json)
    terminal.result(JSON.stringify({ applied: true, ...state, answers: answersJson(answers) }, null, 2));
  else {
    terminal.result({
      en: `Applied: revision ${state.revision}, digest ${state.digest}.`,
      zh: `已生效：版本 ${state.revision}，摘要 ${state.digest}。`,
    });
    const changed = renderAnswers(answers);
    if (changed !== undefined) terminal.result(changed);
    const leftOut = leftOutWords(watch.derived());
    if (leftOut !== undefined) terminal.result(leftOut);
    if (as.takeBack !== undefined)
      terminal.result({ en: `To undo this: ${as.takeBack}`, zh: `如需撤销：${as.takeBack}` });
  }
  return state;
}
