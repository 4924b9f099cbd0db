/** Evidence, compiled: the locators on a node or relationship, and each source by an indexed look-up. */

import { NODE } from '../model/model.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type CompileNode,
  compileMap,
  expression,
} from './compiled.ts';
import { type SelectedField, selectFields } from './select-fields.ts';

/**
 * The evidence of the node or relationship that `variable` stands for.
 * @example
 * CALL (r0) { UNWIND range(0, size(coalesce(r0.evidenceSources, [])) - 1) AS k1
 * MATCH (s2:Node {id: r0.evidenceSources[k1]}) WITH r0, k1, s2 ORDER BY k1
 * RETURN collect({f0: r0.evidenceLocators[k1], f1: {t: s2.nodeType, f0: s2.name}}) AS c3 }
 */
export function compileEvidence(
  context: CompileContext,
  field: SelectedField,
  variable: string,
  compileNode: CompileNode,
): Compiled {
  const index = context.variable('k');
  const source = context.variable('s');
  const fields = selectFields(context, 'Evidence', field.nodes);
  const parts = fields.map((each): readonly [string, Compiled] => [
    each.responseKey,
    each.name === 'locator'
      ? expression(`${variable}.evidenceLocators[${index}]`)
      : compileNode(context, 'Source', each.nodes, source),
  ]);
  const item = compileMap(parts, 'Evidence');
  const range = `range(0, size(coalesce(${variable}.evidenceSources, [])) - 1)`;
  const read = (raw: unknown) => array(raw).map(item.read);
  if (!fields.some((each) => each.name === 'source')) {
    return expression(`[${index} IN ${range} | ${item.text}]`, read);
  }
  const list = context.variable('c');
  return {
    calls: `CALL (${variable}) { UNWIND ${range} AS ${index}
MATCH (${source}:${NODE} {id: ${variable}.evidenceSources[${index}]})
WITH ${variable}, ${index}, ${source} ORDER BY ${index}
${item.calls}RETURN collect(${item.text}) AS ${list} }
`,
    text: list,
    read,
  };
}
