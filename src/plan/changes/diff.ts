/** What turns one dataset into another. Pure: it knows neither files nor Neo4j. */

import { nodeHash, relationshipHash } from '../../model/identity.ts';
import type { Change, Comparable } from './changes.ts';

/**
 * The changes that turn `actual` into `desired`, in an order that depends on the two alone: nodes before
 * relationships, created, updated, deleted, each by id or key. `diff(a, a)` is empty.
 */
export function diff(desired: Comparable, actual: Comparable): readonly Change[] {
  const nodes = compare(desired.nodes, actual.nodes, nodeHash);
  const relationships = compare(desired.relationships, actual.relationships, relationshipHash);
  return [
    ...nodes.created.map((node): Change => ({ action: 'create', node })),
    ...nodes.updated.map(([node, before]): Change => ({ action: 'update', node, before })),
    ...relationships.created.map((relationship): Change => ({ action: 'create', relationship })),
    ...relationships.updated.map(
      ([relationship, before]): Change => ({ action: 'update', relationship, before }),
    ),
    ...relationships.deleted.map((relationship): Change => ({ action: 'delete', relationship })),
    ...nodes.deleted.map((node): Change => ({ action: 'delete', node })),
  ];
}

/** What `changes` make of `actual`. `applyChanges(diff(a, b), b)` is a. */
export function applyChanges(changes: readonly Change[], actual: Comparable): Comparable {
  const nodes = new Map(actual.nodes);
  const relationships = new Map(actual.relationships);
  for (const change of changes) {
    if ('node' in change) {
      if (change.action === 'delete') nodes.delete(change.node.id);
      else nodes.set(change.node.id, change.node);
    } else if (change.action === 'delete') relationships.delete(change.relationship.key);
    else relationships.set(change.relationship.key, change.relationship);
  }
  return { nodes, relationships };
}

interface Compared<T> {
  readonly created: readonly T[];
  readonly updated: readonly (readonly [T, T])[];
  readonly deleted: readonly T[];
}

function compare<T>(
  desired: ReadonlyMap<string, T>,
  actual: ReadonlyMap<string, T>,
  hash: (value: T) => string,
): Compared<T> {
  const created: T[] = [];
  const updated: [T, T][] = [];
  const deleted: T[] = [];
  for (const [key, value] of inOrder(desired)) {
    const before = actual.get(key);
    if (before === undefined) created.push(value);
    else if (hash(before) !== hash(value)) updated.push([value, before]);
  }
  for (const [key, value] of inOrder(actual)) if (!desired.has(key)) deleted.push(value);
  return { created, updated, deleted };
}

function inOrder<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
