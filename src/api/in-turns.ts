/** Long work on one thread, a turn at a time: health, other answers and clients that leave are seen in between. */

import { setImmediate } from 'node:timers/promises';
import type { Row, Statement } from '../cypher/statement.ts';
import { type Decision, RULEBOOK } from '../questions/decision.ts';
import type { Rulebook } from '../rules/eligibility/rulebook.ts';
import { CLIENT_LEFT } from './api-context.ts';

/** How long work goes on in one turn, in ms. */
const TURN = 10;

/** What work waits for. */
export interface Waiting {
  /** Reads the rows of a statement. */
  readonly read: (statement: Statement) => Promise<readonly Row[]>;
  /** Gives the rulebook. */
  readonly rulebook: () => Promise<Rulebook>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Does steps in turns.
 * @throws where the client goes away meanwhile, or facts cannot be read
 */
export async function inTurns<T>(work: Decision<T>, { read, rulebook, signal }: Waiting): Promise<T> {
  let until = performance.now() + TURN;
  let rows: readonly Row[] = [];
  for (;;) {
    const step = work.next(rows);
    if (step.done) return step.value;
    if (step.value === RULEBOOK) rows = [{ rulebook: await rulebook() }];
    else if (step.value) rows = await read(step.value);
    else if (performance.now() < until) continue;
    else await setImmediate();
    if (signal?.aborted) throw CLIENT_LEFT;
    until = performance.now() + TURN;
  }
}
