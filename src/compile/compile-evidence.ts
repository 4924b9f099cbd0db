/** Evidence, compiled: ids of sources, locators and checks are on the node or relationship, sources come in a further statement. */

import { type FieldNode, print } from 'graphql';
import { badUserInput } from '../diagnostics/client-error.ts';
import type { Evidence } from '../model/dataset.ts';
import { SOURCE } from '../model/model.ts';
import { evidenceOf, TITLE_END } from '../model/words/evidence-form.ts';
import { furtherStatement } from './compile-further.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type CompileNode,
  type ResponseObject,
  storedValues,
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
 * The evidence of the node or relationship bound to `variable`. Its sources are read by a further statement, each
 * once: facts share sources, and a subquery for each evidence would be planned anew with every shape. Checks are read
 * where they are selected.
 * @example
 * [r0.evidenceSources, r0.evidence]
 */
export function compileEvidence(
  context: CompileContext,
  field: SelectedField,
  variable: string,
  compileNode: CompileNode,
): Compiled {
  const fields = selectFields(context, 'Evidence', field.nodes);
  const sources = fields.flatMap(({ name, responseKey, nodes }) =>
    name === 'source' ? [[responseKey, sourceOf(context, nodes, compileNode)] as const] : [],
  );
  const own = fields.filter(({ name }) => name !== 'source');
  const items = (evidence: readonly Evidence[], found: readonly (readonly unknown[])[]) =>
    evidence.flatMap((each, at): readonly ResponseObject[] => {
      const values: Readonly<Record<string, unknown>> = { ...each };
      const read = sources.map(([key], index) => [key, found[index]?.[at]] as const);
      // A source that manual edits deleted is evidence of nothing.
      if (read.some(([, source]) => source === undefined)) return [];
      return [
        {
          typename: 'Evidence',
          fields: new Map([
            ...read,
            ...own.map(({ name, responseKey }) => [responseKey, values[name] ?? null] as const),
          ]),
        },
      ];
    });
  const lists = ['evidenceSources', 'evidence', ...(own.some(isOfCheck) ? ['evidenceChecks'] : [])];
  return storedValues(variable, lists, (values) => {
    const [evidenceSources = [], evidence = [], evidenceChecks = []] = values.map((each) =>
      array(each).map(String),
    );
    const all = evidenceOf({ evidenceSources, evidence, evidenceChecks });
    if (sources.length === 0) return items(all, []);
    const waiting = sources.map(([, source]) => Promise.all(all.map((each) => source(each.source))));
    return Promise.all(waiting).then((found) => items(all, found));
  });
}

function isOfCheck({ name }: SelectedField): boolean {
  return name === 'checkedBy' || name === 'checkedOn';
}

/** Gives the source of an id as selections ask for it; evidence that asks alike is answered together. */
function sourceOf(
  context: CompileContext,
  nodes: readonly FieldNode[],
  compileNode: CompileNode,
): (id: string) => Promise<unknown> {
  const asked = nodes.flatMap(({ selectionSet }) => (selectionSet ? [print(selectionSet)] : []));
  const source = furtherStatement(context, (further, s) => compileNode(further, SOURCE, nodes, s));
  return context.later.add(source, `source ${asked.join(' ')}`);
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
