/** A command that Ctrl-C stops: it ends its work in an orderly way, and reports what became of the graph. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Text } from '../../diagnostics/text.ts';
import type { Graph } from '../../graph/graph.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import { GRAPH_LABEL } from '../../model/model.ts';
import type { CommandContext } from '../command.ts';
import type { ExitCode } from '../exit-codes.ts';
import { Interrupted } from './interrupted.ts';
import { stopSignal, whenAborted } from './stop-signal.ts';

/** How long work that only reads may take to remove what it has begun to write to files, in ms. */
const LONGEST_CLEANING = 3_000;
const ONLY_READ: Text = {
  en: 'the graph was only read, and nothing was saved',
  zh: '只读取了图谱，未保存任何内容',
};
/** How long Neo4j is asked for what became of the graph, in ms. */
const LONGEST_ASK = 10_000;

/**
 * Works on a graph until that is done or stopped.
 * @param kind what only reads leaves the graph as it was, whenever it is stopped
 * @throws Interrupted where it was stopped
 */
export async function untilStopped(
  context: Pick<CommandContext, 'terminal'>,
  graph: Graph,
  kind: 'reads' | 'writes',
  work: (stop: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const stop = stopSignal(context);
  const before = kind === 'writes' ? stateOf(await graph.read(STATE_STATEMENT)) : undefined;
  const working = work(stop);
  try {
    if (before) return await working;
    const stopped = whenAborted(stop).then(async () => {
      // A long statement is not waited for: closing the graph ends it.
      await Promise.race([working, sleep(LONGEST_CLEANING, undefined, { ref: false })]);
      throw stop.reason;
    });
    return await Promise.race([working, stopped]);
  } catch (error) {
    if (!stop.aborted) throw error;
    const found = before ? await outcome(graph, before) : ONLY_READ;
    throw new Interrupted({ en: `Interrupted: ${found.en}.`, zh: `已中断：${found.zh}。` }, { cause: error });
  }
}

/** Gives on what comes until the work is stopped. */
export async function* whileRunning<T>(values: AsyncIterable<T>, stop: AbortSignal): AsyncGenerator<T> {
  for await (const value of values) {
    stop.throwIfAborted();
    yield value;
  }
}

/** What became of a graph that was being written to: a transaction that is still being undone is waited for. */
async function outcome(graph: Graph, before: GraphState): Promise<Text> {
  const lock = {
    text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'}) SET g.lockedAt = g.lockedAt RETURN g.restoring`,
    parameters: {},
  };
  try {
    const { after, restoring } = await graph.write(
      async (run) => {
        const [row] = await run(lock);
        return {
          after: stateOf(await run(STATE_STATEMENT)),
          restoring: typeof row?.['g.restoring'] === 'string',
        };
      },
      { timeout: LONGEST_ASK },
    );
    if (restoring)
      return {
        en: 'a part of the backup is in the graph; kg restore removes it and starts again',
        zh: '图谱中有备份的一部分；kg restore 会清除并重新恢复',
      };
    if (after.revision === before.revision && after.digest === before.digest) {
      return after.revision === 0
        ? { en: 'nothing is applied to the graph', zh: '图谱尚无任何版本' }
        : { en: `the graph is still at revision ${after.revision}`, zh: `图谱仍为版本 ${after.revision}` };
    }
    return {
      en: `the graph went from revision ${before.revision} to ${after.revision}; kg log shows by what`,
      zh: `图谱已由版本 ${before.revision} 变为版本 ${after.revision}；可用 kg log 查看`,
    };
  } catch {
    return {
      en: 'Neo4j does not answer what became of the graph; run kg status',
      zh: 'Neo4j 没有回答图谱的状态；请运行 kg status',
    };
  }
}
