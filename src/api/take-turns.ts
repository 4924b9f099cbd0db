/** Operations begin one after the other: the event loop is no queue, and whoever has left costs nothing. */

import type { ServerResponse } from 'node:http';

/** What becomes of a request: it begins, its client has left, or there are too many before it. */
export type Turn = 'begins' | 'left' | 'refused';

/** Gives a request its turn. */
export type TakeTurn = (response: ServerResponse) => Promise<Turn>;

/** How long a request may wait for its turn, in ms: past that it is refused rather than answered late. */
const LONGEST_WAIT = 3_000;
/** How many may wait at once. */
const MOST_WAITING = 2_000;

interface Waiting {
  readonly since: number;
  readonly response: ServerResponse;
  readonly resolve: (turn: Turn) => void;
}

/**
 * Opens a queue of requests. One begins in each turn of the event loop, in which all else is answered as well: health,
 * readiness, what comes back from Neo4j, clients that leave. A request that would wait too long is refused at once,
 * before anything of it is read.
 */
export function openTurns(longestWait = LONGEST_WAIT): TakeTurn {
  const queue: Waiting[] = [];
  const isOver = (each: Waiting) => performance.now() - each.since > longestWait;
  const begin = () => {
    let next = queue.shift();
    while (next?.response.destroyed) {
      next.resolve('left');
      next = queue.shift();
    }
    next?.resolve(isOver(next) ? 'refused' : 'begins');
    if (queue.length > 0) setImmediate(begin);
  };
  return (response) =>
    new Promise((resolve) => {
      const [oldest] = queue;
      if (queue.length >= MOST_WAITING || (oldest && isOver(oldest))) return resolve('refused');
      queue.push({ since: performance.now(), response, resolve });
      if (queue.length === 1) setImmediate(begin);
    });
}
