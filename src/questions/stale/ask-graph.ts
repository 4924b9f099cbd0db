/** How `stale` asks the graph, and reads what may be missing in a row. */

import type { Row, Statement } from '../../cypher/statement.ts';

/** Sends a statement. */
export type Ask = (statement: Statement) => Promise<readonly Row[]>;

/** A text; undefined where there is none. */
export function textOf(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw : undefined;
}
