/** A decision: work in turns, which may want facts from the graph on the way. */

import type { Row, Statement } from '../cypher/statement.ts';
import type { Past } from '../model/past.ts';

/** A statement whose rows are wanted. */
export interface FactsWanted extends Statement {
  /** Reads the rows that the statement would have given at an earlier revision; undefined where that cannot be had. */
  readonly readThen?: ((past: Past) => Decision<readonly Row[]>) | undefined;
}

/** What a decision waits for: rows, or what is cached of the same state, which comes as one row. */
export type Wanted =
  | FactsWanted
  | { readonly cached: 'rulebook' }
  | { readonly cached: 'earlier'; readonly field: string; readonly revision: number };

/** Work that pauses after each step, and returns its value at the end; where it pauses with what it wants, it gets rows. */
export type Decision<T> = Generator<Wanted | undefined, T, readonly Row[]>;
