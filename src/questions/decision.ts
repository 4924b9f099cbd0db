/** A decision: work in turns, which may read facts from the graph on the way. */

import type { Row, Statement } from '../cypher/statement.ts';
import { invariant } from '../diagnostics/invariant.ts';
import type { Rulebook } from '../rules/eligibility/rulebook.ts';

/** Work that pauses after each step, and returns its value at the end; where it pauses with a statement, it wants its rows. */
export type Decision<T> = Generator<Statement | undefined, T, readonly Row[]>;

/**
 * Reads facts that the rules decide over and the ground does not have. All statements of a decision read one state of the
 * graph, that of the ground; otherwise everything is decided again.
 */
export function* readFacts(statement: Statement): Decision<readonly Row[]> {
  return yield statement;
}

/** Asks for the rulebook of the same state, which is cached: it is not sent, and answered by a row with the rulebook. */
export const RULEBOOK: Statement = { text: 'rulebook', parameters: {} };

/** The rulebook of the state that a decision reads. */
export function* readRulebook(): Decision<Rulebook> {
  const [row] = yield RULEBOOK;
  invariant(row?.rulebook, 'the rulebook is answered by a row with the rulebook');
  return row.rulebook as Rulebook;
}

/** Does all of a decision at once, reading by what sends its statements. */
export async function decideAtOnce<T>(
  work: Decision<T>,
  ask: (statement: Statement) => Promise<readonly Row[]>,
): Promise<T> {
  let rows: readonly Row[] = [];
  for (;;) {
    const step = work.next(rows);
    if (step.done) return step.value;
    if (step.value) rows = await ask(step.value);
  }
}
