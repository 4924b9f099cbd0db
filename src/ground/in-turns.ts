/** Long work without statements of its own, a turn at a time, so that other requests are answered in between. */

import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../rules/steps.ts';

/** How long work goes on in one turn, in ms. */
const TURN = 10;

/** Does all steps in turns. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let until = performance.now() + TURN;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + TURN;
  }
}
