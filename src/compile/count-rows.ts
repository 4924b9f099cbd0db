/** A total: how many rows there are of what a page shows a part of. */

import { type CompileContext, type Compiled, expression } from './compiled.ts';

/**
 * The number of rows that clauses give.
 * @param from the variable that the clauses start from; empty at the root
 * @param counted what of a row is counted: all rows, or the DISTINCT of something
 * @example
 * CALL () { MATCH (n0:Firm) WHERE n0.nodeType IS NOT NULL
 * RETURN count(*) AS c1 }
 */
export function countRows(context: CompileContext, from: string, clauses: string, counted = '*'): Compiled {
  const total = context.variable('c');
  return {
    ...expression(total),
    calls: `CALL (${from}) { ${clauses}\nRETURN count(${counted}) AS ${total} }\n`,
  };
}
