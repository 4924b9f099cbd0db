/** Properties of nodes and relationships that the model does not declare. */

import type { Row } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { model } from '../graph-fixture.ts';

/**
 * The properties of a node beside those that its type declares. `nodeType` names which of its labels is its type;
 * days and ids are what dates and rules are compared by.
 */
const BESIDE = ['id', 'nodeType', 'caption', 'evidence', 'evidenceSources'];
const DAYS_OF_POLICIES = ['startDay', 'supersededDay', 'endDay'];
/** The properties of a relationship beside those that its type declares; `key` identifies it. */
const BESIDE_FACTS = ['key', 'fromDay', 'toDay', 'planned', 'evidence', 'evidenceSources'];

function declaredFor(type: string): readonly string[] {
  const properties = [...(model.nodeTypes.get(type)?.properties.values() ?? [])];
  return properties.flatMap(({ name, valueKind }) => {
    if (valueKind === 'coarseDate') return [name, `${name}Day`];
    if (valueKind === 'period') return [name, `${name}FromDay`, `${name}ToDay`];
    return valueKind === 'json' ? [name, `${name}Ids`] : [name];
  });
}

/** The names of properties that are neither declared nor in these lists. */
export async function undeclared(graph: Graph): Promise<readonly string[]> {
  const nodes = await read(
    graph,
    'MATCH (n:Node) UNWIND keys(n) AS name RETURN DISTINCT n.nodeType AS type, name, n.name IS NOT NULL AS named',
  );
  const facts = await read(
    graph,
    'MATCH (:Node)-[r]->(:Node) UNWIND keys(r) AS name RETURN DISTINCT type(r) AS type, name',
  );
  return [
    ...nodes.flatMap(({ type, name, named }) => {
      const known = [
        ...declaredFor(String(type)),
        ...BESIDE.filter((each) => each !== 'caption' || named === false),
        ...(type === 'Policy' ? DAYS_OF_POLICIES : []),
      ];
      return known.includes(String(name)) ? [] : [`${type}.${name}`];
    }),
    ...facts.flatMap(({ type, name }) => {
      const stored = model.stored.get(String(type).replace(/_DATED$/, ''));
      const declared = [...(stored?.properties ?? []), ...model.factProperties].map((each) => each.name);
      return [...declared, ...BESIDE_FACTS].includes(String(name)) ? [] : [`${type}.${name}`];
    }),
  ].sort();
}

function read(graph: Graph, text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}
