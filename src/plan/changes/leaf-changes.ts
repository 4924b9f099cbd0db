/** The changes of a plan to the kept hashes. Pure. */

import type { LeafChange } from '../../graph/statements/leaf-statements.ts';
import { factText, nodeText } from '../../model/stored/hash-leaves.ts';
import { bucketOf } from '../../model/stored/hash-sums.ts';
import type { Change } from './changes.ts';

/** Texts by id and by key; undefined where the entry is removed. */
interface Bucket {
  readonly nodes: Map<string, string | undefined>;
  readonly facts: Map<string, string | undefined>;
}

/** The leaves that change, in the order of their buckets; of several changes of one node or fact the last counts. */
export function leafChanges(changes: Iterable<Change>): readonly LeafChange[] {
  const buckets = new Map<number, Bucket>();
  const at = (id: string) => {
    const bucket = bucketOf(id);
    const known = buckets.get(bucket) ?? { nodes: new Map(), facts: new Map() };
    buckets.set(bucket, known);
    return known;
  };
  for (const change of changes) {
    const isGone = change.action === 'delete';
    if ('node' in change) {
      const { node } = change;
      at(node.id).nodes.set(node.id, isGone ? undefined : nodeText(node));
    } else {
      const { relationship: fact } = change;
      at(fact.from).facts.set(fact.key, isGone ? undefined : factText(fact));
    }
  }
  return [...buckets]
    .sort(([a], [b]) => a - b)
    .map(([bucket, { nodes, facts }]) => ({
      bucket,
      goneNodes: [...nodes.keys()],
      goneFacts: [...facts.keys()],
      nodes: there(nodes),
      facts: there(facts),
    }));
}

/** The buckets that changes are in. */
export function touchedBuckets(changes: Iterable<Change>): ReadonlySet<number> {
  const buckets = new Set<number>();
  for (const change of changes) {
    buckets.add(bucketOf('node' in change ? change.node.id : change.relationship.from));
  }
  return buckets;
}

function there(texts: ReadonlyMap<string, string | undefined>): readonly string[] {
  return [...texts.values()].flatMap((text) => text ?? []);
}
