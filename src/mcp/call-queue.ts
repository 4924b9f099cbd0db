/** Calls of tools, a few answered at once: an agent that asks two hundred things together has all of them answered. */

import { clientError } from '../diagnostics/client-error.ts';

/** Runs a call when it is its turn. */
export type RunInTurn = <T>(signal: AbortSignal, run: () => Promise<T>) => Promise<T>;

/** Calls that may wait; agents ask a few hundred together at most. */
const MOST_WAITING = 1_000;

/**
 * A queue of calls, first come, first served. A call that its client gives up leaves the queue.
 * @param most calls that run at once
 * @throws SERVICE_UNAVAILABLE where too many wait already
 */
export function openQueue(most: number): RunInTurn {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function takeTurn(signal: AbortSignal): Promise<void> {
    if (running < most) {
      running += 1;
      return;
    }
    if (waiting.length >= MOST_WAITING)
      throw clientError('SERVICE_UNAVAILABLE', 'Too many questions at once; try again in a moment.');
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      waiting.push(start);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  return async (signal, run) => {
    signal.throwIfAborted();
    await takeTurn(signal);
    try {
      return await run();
    } finally {
      // The next call takes over the turn, so that none comes in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
