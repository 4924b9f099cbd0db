/** What changes done one after the other come to: the net of them, whatever lay between. Pure. */

import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Change, Comparable } from './changes.ts';
import { diff } from './diff.ts';

/** What was touched, as it was before the first change and as it is after the last. */
export interface Fold {
  readonly before: Comparable;
  readonly after: Comparable;
}

/** Folds changes in the order in which they are done. */
export function foldChanges(changes: Iterable<Change>): Fold {
  const nodes = sides<DatasetNode>();
  const relationships = sides<DatasetRelationship>();
  for (const change of changes) {
    if ('node' in change) {
      fold(nodes, change.node.id, change.action, change.node, 'before' in change ? change.before : undefined);
    } else {
      const { action, relationship } = change;
      const before = 'before' in change ? change.before : undefined;
      fold(relationships, relationship.key, action, relationship, before);
    }
  }
  return {
    before: { nodes: nodes.before, relationships: relationships.before },
    after: { nodes: nodes.after, relationships: relationships.after },
  };
}

/** The changes that a fold comes to: one for each thing at most, none where it ends as it began. */
export function netChanges({ before, after }: Fold): readonly Change[] {
  return diff(after, before);
}

interface Sides<T> {
  readonly before: Map<string, T>;
  readonly after: Map<string, T>;
  readonly seen: Set<string>;
}

function sides<T>(): Sides<T> {
  return { before: new Map(), after: new Map(), seen: new Set() };
}

function fold<T>(
  { before, after, seen }: Sides<T>,
  key: string,
  action: Change['action'],
  value: T,
  was: T | undefined,
): void {
  if (!seen.has(key)) {
    seen.add(key);
    const first = action === 'delete' ? value : was;
    if (first !== undefined) before.set(key, first);
  }
  if (action === 'delete') after.delete(key);
  else after.set(key, value);
}
