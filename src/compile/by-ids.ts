/** A list of values by ids: what further statements and decided answers read. */

import { array, type CompileContext, type Compiled, type CompiledByIds, record } from './compiled.ts';

/**
 * What `part` gives for each of some rows, by id.
 * @param rows clauses that bind `variable`
 * @example
 * CALL () { UNWIND $p0 AS id MATCH (n0:Node {id: id})
 * RETURN collect({id: n0.id, value: [n0.nodeType, n0.name]}) AS c1 }
 */
export function byIds(
  context: CompileContext,
  rows: string,
  variable: string,
  part: Compiled,
  id = `${variable}.id`,
): CompiledByIds {
  const list = context.variable('c');
  return {
    calls: `CALL () { ${rows}
${part.calls}RETURN collect({id: ${id}, value: ${part.text}}) AS ${list} }
`,
    text: list,
    read: (raw) =>
      new Map(array(raw).map((each) => [String(record(each).id), part.read(record(each).value)] as const)),
  };
}
