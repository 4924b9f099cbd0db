/** Evidence, compiled: the locators on a node or relationship, and each source by an indexed look-up. */

import { badUserInput } from '../diagnostics/client-error.ts';
import { NODE } from '../model/model.ts';
import { TITLE_END } from '../model/words/evidence-form.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type CompileNode,
  compileMap,
  expression,
} from './compiled.ts';
import { selectFields } from './select-fields.ts';
import type { SelectedField } from './selected-field.ts';

/** From an entity to what sources state of single properties. */
export const STATED_VALUES = 'ENTITY_HAS_STATED_VALUES';

/** The locator in the stored text of evidence: after the title and a space. */
export function locatorIn(words: string): string {
  return `substring(${words}, size(split(${words}, '${TITLE_END}')[0]) + 2)`;
}

/**
 * The evidence of the node or relationship that `variable` stands for.
 * @example
 * CALL (r0) { UNWIND range(0, size(coalesce(r0.evidenceSources, [])) - 1) AS k1
 * MATCH (s2:Node {id: r0.evidenceSources[k1]}) WITH r0, k1, s2 ORDER BY k1
 * RETURN collect([substring(r0.evidence[k1], size(split(r0.evidence[k1], '》')[0]) + 2), [s2.nodeType, s2.name]]) AS c3 }
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
      ? expression(locatorIn(`${variable}.evidence[${index}]`))
      : compileNode(context, 'Source', each.nodes, source),
  ]);
  const item = compileMap(parts, 'Evidence');
  const range = `range(0, size(coalesce(${variable}.evidenceSources, [])) - 1)`;
  const read = (raw: unknown) => array(raw).map(item.read);
  if (!fields.some((each) => each.name === 'source')) {
    return expression(`[${index} IN ${range} | ${item.text}]`, read);
  }
  const list = context.variable('c');
  const id = `${variable}.evidenceSources[${index}]`;
  const look = context.earlier
    ? `WITH ${variable}, ${index}, ${context.parameters.add(context.earlier.sources)}[${id}] AS ${source}`
    : `MATCH (${source}:${NODE} {id: ${id}})`;
  return {
    calls: `CALL (${variable}) { UNWIND ${range} AS ${index}
${look}
WITH ${variable}, ${index}, ${source} ORDER BY ${index}
${item.calls}RETURN collect(${item.text}) AS ${list} }
`,
    text: list,
    read,
  };
}

/**
 * The evidence of one property: of the one among its stated values that is in force, else of the record where it has
 * the property at all.
 * @throws BAD_USER_INPUT where no type that is asked has such a property
 */
export function compilePropertyEvidence(
  context: CompileContext,
  field: SelectedField,
  variable: string,
  compileNode: CompileNode,
): Compiled {
  const name = String(field.arguments.property);
  const known = field.types.flatMap((type) => [
    ...(context.model.nodeTypes.get(type)?.properties.keys() ?? []),
  ]);
  if (!known.includes(name)) {
    const names = [...new Set(known)].sort().join(', ');
    throw badUserInput(
      'property',
      `"${name.slice(0, 80)}" is no property of ${field.types.join(', ')}; there are ${names}.`,
    );
  }
  const [stated, holder] = [context.variable('n'), context.variable('n')];
  const number = field.types.flatMap((type) => context.model.nodeTypes.get(type)?.properties.get(name) ?? []);
  const property = context.parameters.add(number[0]?.hedgeOf ?? name);
  // The record carries the most exact of the dates that agree with the chosen one.
  const inForce = `coalesce(${stated}.value = ${variable}[${property}], false)`;
  const evidence = compileEvidence(context, field, holder, compileNode);
  return {
    ...evidence,
    calls: `CALL (${variable}) { OPTIONAL MATCH (${variable})-[:${STATED_VALUES}]->(${stated} {property: ${property}})
WHERE ${stated}.chosen OR ${inForce}
WITH ${variable}, ${stated} ORDER BY ${inForce} DESC, ${stated}.chosen DESC, ${stated}.id LIMIT 1
RETURN CASE WHEN ${stated} IS NOT NULL THEN ${stated} WHEN ${variable}[${property}] IS NOT NULL THEN ${variable} END AS ${holder} }
${evidence.calls}`,
  };
}
