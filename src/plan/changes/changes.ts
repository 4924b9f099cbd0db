/** What would change: a closed set of small values. */

import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';

/** A node or relationship to create, update or delete. */
export type Change =
  | { readonly action: 'create'; readonly node: DatasetNode }
  | { readonly action: 'update'; readonly node: DatasetNode; readonly before: DatasetNode }
  | { readonly action: 'delete'; readonly node: DatasetNode }
  | { readonly action: 'create'; readonly relationship: DatasetRelationship }
  | {
      readonly action: 'update';
      readonly relationship: DatasetRelationship;
      readonly before: DatasetRelationship;
    }
  | { readonly action: 'delete'; readonly relationship: DatasetRelationship };

/** What is held against each other: nodes and relationships, whole datasets or the parts that differ. */
export interface Comparable {
  readonly nodes: ReadonlyMap<string, DatasetNode>;
  readonly relationships: ReadonlyMap<string, DatasetRelationship>;
}

/** What of nodes and relationships has any of some ids and keys: no id is a key. */
export function keepOnly({ nodes, relationships }: Comparable, keys: ReadonlySet<string>): Comparable {
  return {
    nodes: new Map([...nodes].filter(([id]) => keys.has(id))),
    relationships: new Map([...relationships].filter(([key]) => keys.has(key))),
  };
}
