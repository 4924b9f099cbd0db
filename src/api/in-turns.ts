/** Long work on one thread, a turn at a time: health, other answers and clients that leave are seen in between. */

import { setImmediate } from 'node:timers/promises';
import type { Row, Statement } from '../cypher/statement.ts';
import type { Decision, Then } from '../questions/decision.ts';
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
  /** Gives what was at an earlier revision, for a root field. */
  readonly earlier: (field: string, revision: number) => Promise<Then>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Does steps in turns.
 * @throws where the client goes away meanwhile, or facts cannot be read
 */
export async function inTurns<T>(
  work: Decision<T>,
  { read, rulebook, earlier, signal }: Waiting,
): Promise<T> {
  let until = performance.now() + TURN;
  let rows: readonly Row[] = [];
  for (;;) {
    const step = work.next(rows);
    if (step.done) return step.value;
    const wanted = step.value;
    if (wanted && 'cached' in wanted) {
      if (wanted.cached === 'rulebook') rows = [{ rulebook: await rulebook() }];
      else rows = [{ earlier: await earlier(wanted.field, wanted.revision) }];
    } else if (wanted) rows = await read(wanted);
    else if (performance.now() < until) continue;
    else await setImmediate();
    if (signal?.aborted) throw CLIENT_LEFT;
    until = performance.now() + TURN;
  }
}
