/** What a plan does to the graph, with records that get another id kept apart: they are moved, not created. */

import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import type { Change } from './changes.ts';
import { findRenames, keyOfFact } from './find-renames.ts';

/** A node or relationship before and after. */
export interface Moved<T> {
  readonly before: T;
  readonly after: T;
}

/** Changes and moves. What analysts hung on a node, or wrote on it, moves along. */
export interface PairedChanges {
  readonly changes: readonly Change[];
  readonly nodes: readonly Moved<DatasetNode>[];
  readonly relationships: readonly Moved<DatasetRelationship>[];
}

/** Pairs what goes under an old id with what comes under the new one. */
export function pairMoves(model: Model, changes: readonly Change[]): PairedChanges {
  const { records, rename } = findRenames(changes);
  if (records.size === 0) return { changes, nodes: [], relationships: [] };
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  for (const change of changes) {
    if (change.action !== 'create') continue;
    if ('node' in change) nodes.set(change.node.id, change.node);
    else relationships.set(change.relationship.key, change.relationship);
  }
  const movedNodes: Moved<DatasetNode>[] = [];
  const movedRelationships: Moved<DatasetRelationship>[] = [];
  const done = new Set<string>();
  for (const change of changes) {
    if (change.action !== 'delete') continue;
    if ('node' in change) {
      const before = change.node;
      const now = rename(before.id);
      const after = nodes.get(now);
      if (now === before.id || after?.type !== before.type) continue;
      movedNodes.push({ before, after });
      done.add(before.id).add(now);
    } else {
      const before = change.relationship;
      const ends = { from: rename(before.from), to: rename(before.to) };
      const key = keyOfFact(model, { ...before, ...ends });
      const after = relationships.get(key);
      if (key === before.key || !after) continue;
      movedRelationships.push({ before, after });
      done.add(before.key).add(key);
    }
  }
  const rest = changes.filter((change) => {
    return !done.has('node' in change ? change.node.id : change.relationship.key);
  });
  return { changes: rest, nodes: movedNodes, relationships: movedRelationships };
}
