/** Long work on one thread, a turn at a time: health, other answers and clients that leave are seen in between. */

import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../rules/steps.ts';
import { CLIENT_LEFT } from './api-context.ts';

/** How long work goes on in one turn, in ms. */
const TURN = 10;

/**
 * Does steps in turns.
 * @throws where the client goes away meanwhile
 */
export async function inTurns<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  let until = performance.now() + TURN;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    if (signal?.aborted) throw CLIENT_LEFT;
    until = performance.now() + TURN;
  }
}
