/** A decision: work in turns, which may read facts from the graph on the way. */

import type { Row, Statement } from '../cypher/statement.ts';

/** Work that pauses after each step, and returns its value at the end; where it pauses with a statement, it wants its rows. */
export type Decision<T> = Generator<Statement | undefined, T, readonly Row[]>;

/**
 * Reads facts that the rules decide over and the ground does not have. All statements of a decision read one state of the
 * graph, that of the ground; otherwise everything is decided again.
 */
export function* readFacts(statement: Statement): Decision<readonly Row[]> {
  return yield statement;
}
