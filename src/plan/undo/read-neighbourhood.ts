/** What a plan touches as the graph holds it, with what is needed to call it by name. */

import type { Run } from '../../cypher/statement.ts';
import { readFactsAt, readRecords } from '../../graph/reading/read-state.ts';
import type { DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import { dependentTypes } from '../../model/words/record-names.ts';
import type { Change, Comparable } from '../changes/changes.ts';

/** Nodes and relationships touched, their ends and owners, and the ends of what is described by what it belongs to. */
export async function readNeighbourhood(
  model: Model,
  run: Run,
  changes: readonly Change[],
): Promise<Comparable> {
  const ids = new Set<string>();
  const changed: DatasetRelationship[] = [];
  const types = new Map<string, string>();
  for (const change of changes) {
    if ('node' in change) {
      ids.add(change.node.id).add(ownerId(change.node.id));
      types.set(change.node.id, change.node.type);
      continue;
    }
    const { from, to } = change.relationship;
    changed.push(change.relationship);
    for (const id of [from, to]) ids.add(id).add(ownerId(id));
  }
  const near = await readRecords(model, run, [...ids], changed);
  const dependent = dependentTypes(model);
  const hanging = [...ids].filter((id) => dependent.has(near.nodes.get(id)?.type ?? types.get(id) ?? ''));
  const facts = await readFactsAt(model, run, hanging);
  const far = facts.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id));
  const ends = await readRecords(model, run, [...new Set(far)], []);
  return {
    nodes: new Map([...near.nodes, ...ends.nodes]),
    relationships: new Map([...facts.map((each) => [each.key, each] as const), ...near.relationships]),
  };
}
