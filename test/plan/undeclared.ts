/** What stands on nodes and relationships although the model does not declare it. */

import type { Graph, Row } from '../../src/graph/graph.ts';
import { model } from '../graph-fixture.ts';

/**
 * What stands on a node beside the properties that its type declares. `nodeType` says which of its labels is its type;
 * days and ids are what dates and rules are compared by.
 */
const BESIDE = ['id', 'nodeType', 'caption', 'evidence', 'evidenceSources'];
const DAYS_OF_POLICIES = ['startDay', 'supersededDay', 'endDay'];
/** What stands on a relationship beside what its type declares; `key` tells it from every other. */
const BESIDE_FACTS = ['key', 'fromDay', 'toDay', 'planned', 'evidence', 'evidenceSources'];

function declaredFor(type: string): readonly string[] {
  const properties = [...(model.nodeTypes.get(type)?.properties.values() ?? [])];
  return properties.flatMap(({ name, valueKind }) => {
    if (valueKind === 'coarseDate') return [name, `${name}Day`];
    if (valueKind === 'period') return [name, `${name}FromDay`, `${name}ToDay`];
    return valueKind === 'json' ? [name, `${name}Ids`] : [name];
  });
}

/** Names that stand on nodes and relationships of the product although nobody who looks there asks for them. */
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
