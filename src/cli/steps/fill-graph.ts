/** Applies the seeds to a graph that is empty, before it is served. */

import { setTimeout } from 'node:timers/promises';
import { leftOutWords } from '../../answers/derive-support.ts';
import { watchAnswers } from '../../answers/watch-answers.ts';
import type { Graph } from '../../graph/graph.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import type { Model } from '../../model/model.ts';
import { untilAborted } from '../../neo4j/process/until-aborted.ts';
import { applyPlan } from '../../plan/apply/apply-plan.ts';
import { ApplyRefused } from '../../plan/apply-refused.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { isEmpty, type Plan } from '../../plan/plan.ts';
import type { CommandContext } from '../command.ts';
import { readCheckedSeeds } from './checked-seeds.ts';
import { whoRuns } from './who-runs.ts';

/** How long another start may take to fill the graph, in s. */
const LONGEST_FILL = 600;
/** How long an apply that is given up may take to end, in ms. */
const LONGEST_END = 5_000;

/**
 * Applies the seeds to an empty graph; on one that has a revision it only reports whether they differ.
 * @returns whether there is a graph to serve
 * @throws the reason of `stop` once that is aborted, after reporting what became of the graph
 */
export async function fillEmptyGraph(
  context: CommandContext,
  model: Model,
  graph: Graph,
  stop: AbortSignal,
): Promise<boolean> {
  const { terminal } = context;
  const state = await readState(graph);
  const seeds = readCheckedSeeds(context, model);
  if (!seeds) {
    if (state.revision > 0)
      terminal.say(`Serving revision ${state.revision} as it is; the seeds were not compared.`);
    return state.revision > 0;
  }
  const planning = graph.readAll((run) => makePlan(model, seeds.dataset, run));
  const plan = await untilAborted(planning, stop).catch((error: unknown) => {
    if (stop.aborted && state.revision === 0) terminal.say(NOTHING_APPLIED);
    throw error;
  });
  if (state.revision === 0) {
    terminal.progress(
      `Applying ${seeds.dataset.nodes.size} nodes and ${seeds.dataset.relationships.size} relationships …`,
    );
    try {
      await applyUntilStopped(context, model, graph, plan, stop);
    } catch (error) {
      // Another process started on the same graph at once, and was first.
      if (error instanceof ApplyRefused && error.code === 'stale')
        return fillEmptyGraph(context, model, graph, stop);
      throw error;
    }
  } else if (isEmpty(plan)) terminal.say(`The graph is at revision ${state.revision}, and as the seeds say.`);
  else {
    terminal.say(
      `The graph is at revision ${state.revision}; the seeds differ by ${plan.changes.length} changes. kg plan shows them, kg apply does them.`,
    );
  }
  return true;
}

const NOTHING_APPLIED = 'The seeds were not applied: the graph is empty, as before.';

async function applyUntilStopped(
  { env, terminal }: CommandContext,
  model: Model,
  graph: Graph,
  plan: Plan,
  stop: AbortSignal,
): Promise<void> {
  const lock = {
    who: whoRuns(env),
    what: 'kg serve',
    wait: LONGEST_FILL,
    onWait: terminal.say,
    stop,
  };
  const watch = watchAnswers(model, plan);
  const applying = applyPlan(model, graph, plan, { lock, observe: watch.observe });
  try {
    await untilAborted(applying, stop);
    const leftOut = leftOutWords(watch.derived());
    if (leftOut !== undefined) terminal.say(leftOut);
  } catch (error) {
    if (stop.aborted) terminal.say(await describeStopped(graph, applying));
    throw error;
  }
}

/** What became of the graph, once the apply that was given up has ended. */
async function describeStopped(graph: Graph, applying: Promise<unknown>): Promise<string> {
  const ended = applying.then(
    () => true,
    () => true,
  );
  const unknown =
    'Whether the seeds were applied is not known; they are as a whole or not at all. kg status shows it.';
  if (!(await Promise.race([ended, setTimeout(LONGEST_END, false, { ref: false })]))) return unknown;
  const state = await readState(graph).catch(() => undefined);
  if (state === undefined) return unknown;
  return state.revision === 0
    ? NOTHING_APPLIED
    : `The seeds are applied: the graph is at revision ${state.revision}.`;
}

async function readState(graph: Graph): Promise<GraphState> {
  return stateOf(await graph.read(STATE_STATEMENT));
}
