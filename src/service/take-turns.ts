/** Operations begin one after the other: the event loop is no queue, and whoever has left costs nothing. */

import type { ServerResponse } from 'node:http';

/** What becomes of a request: it begins, its client has left, or there are too many before it. */
export type Turn = 'begins' | 'left' | 'refused';

/** The queue of requests. */
export interface Turns {
  /** Gives a request its turn. */
  take(response: ServerResponse): Promise<Turn>;
  /** Takes note of a new connection. */
  connected(): void;
}

/** How long a request may wait for its turn, in ms: past that it is refused rather than answered late. */
const LONGEST_WAIT = 3_000;
/** How many may wait at once. */
const MOST_WAITING = 2_000;
/** How many connections in a row are taken before the next request begins. */
const MOST_CONNECTIONS = 64;

interface Waiting {
  readonly since: number;
  readonly response: ServerResponse;
  readonly resolve: (turn: Turn) => void;
}

/**
 * Opens a queue of requests. One begins in each turn of the event loop, in which all else is answered as well: health,
 * readiness, what comes back from Neo4j, clients that leave. As only one connection is accepted in a turn, too, none
 * begins while there are more to accept: else those who ask for health would wait behind all others to be heard at all.
 * A request that would wait too long is refused at once, before anything of it is read.
 */
export function openTurns(longestWait = LONGEST_WAIT): Turns {
  const queue: Waiting[] = [];
  const isOver = (each: Waiting) => performance.now() - each.since > longestWait;
  let accepted = false;
  let connections = 0;
  const begin = () => {
    if (accepted && connections < MOST_CONNECTIONS) {
      accepted = false;
      connections++;
      return void setImmediate(begin);
    }
    connections = 0;
    let next = queue.shift();
    while (next && (next.response.destroyed || isOver(next))) {
      next.resolve(next.response.destroyed ? 'left' : 'refused');
      next = queue.shift();
    }
    next?.resolve('begins');
    if (queue.length > 0) setImmediate(begin);
  };
  return {
    take: (response) =>
      new Promise((resolve) => {
        const [oldest] = queue;
        if (queue.length >= MOST_WAITING || (oldest && isOver(oldest))) return resolve('refused');
        queue.push({ since: performance.now(), response, resolve });
        if (queue.length === 1) setImmediate(begin);
      }),
    connected() {
      accepted = true;
    },
  };
}
