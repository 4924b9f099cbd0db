/** Today where the dataset is at home: its time zone, read once and again when the revision moves. */

import type { Graph } from '../graph/graph.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../graph/read-state.ts';
import { todayIn } from '../model/day.ts';

/** What a server knows of the graph between requests. */
export interface GraphClock {
  /** Today in the dataset's time zone. */
  today(): Promise<string>;
  /** The state of the graph, read now. */
  state(): Promise<GraphState>;
  /** Tells a revision that a statement saw. */
  saw(revision: number): void;
}

/** A clock over a graph. Until something was applied, days are those of UTC. */
export function createGraphClock(graph: Graph, now: () => Date = () => new Date()): GraphClock {
  let known: GraphState | undefined;
  const state = async () => {
    known = stateOf(await graph.read(STATE_STATEMENT, { timeout: 2_000 }));
    return known;
  };
  return {
    state,
    async today() {
      const { info } = known ?? (await state());
      return todayIn(info?.timeZone ?? 'UTC', now());
    },
    saw(revision) {
      if (known?.revision !== revision) known = undefined;
    },
  };
}
