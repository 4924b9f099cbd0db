/** What differs by hash between a dataset and the graph, found without reading what is the same. */

import type { Run } from '../../cypher/statement.ts';
import { readHashes, readSums } from '../../graph/reading/read-hashes.ts';
import type { Dataset } from '../../model/dataset.ts';
import { nodeHash, relationshipHash } from '../../model/identity.ts';
import type { Model } from '../../model/model.ts';
import {
  bucketOf,
  differingBuckets,
  differingGroups,
  type HashSums,
  ofGroups,
} from '../../model/stored/hash-sums.ts';
import type { Comparable } from './changes.ts';

/** What is not the same on both sides. */
export interface Differing {
  /** Of the dataset: what the graph lacks or has with another hash. */
  readonly desired: Comparable;
  /** Of the graph: the hashes that things were loaded with, of what the dataset lacks or has otherwise. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly relationships: ReadonlyMap<string, string>;
  /** The nodes that those relationships start from, by relationship key. */
  readonly starts: ReadonlyMap<string, string>;
  /** What the dataset has and the graph lacks although something was loaded there that is gone. */
  readonly suspects: ReadonlySet<string>;
  /** The sums to keep once the graph is as the dataset: of all groups, and of the buckets where they change. */
  readonly sums: HashSums;
}

/** How to compare. */
export interface CompareOptions {
  /** The sums of the dataset. */
  readonly sums: HashSums;
  /** Reads all hashes: a graph of another model may keep no buckets. */
  readonly whole: boolean;
}

/** Compares sums first, and hashes where those differ: the cost is that of the change. */
export async function compareHashes(
  model: Model,
  desired: Dataset,
  { sums, whole }: CompareOptions,
  run: Run,
): Promise<Differing> {
  const kept = await readSums(run, (groups) => differingGroups(sums, groups));
  const buckets = whole || kept === undefined ? undefined : differingBuckets(sums, kept);
  const stored = await readHashes(model, run, buckets);
  const within = buckets && new Set(buckets);
  const isWithin = (id: string) => within === undefined || within.has(bucketOf(id));
  const nodes = differing(desired.nodes, stored.nodes, nodeHash, ({ id }) => isWithin(id));
  const relationships = differing(desired.relationships, stored.relationships, relationshipHash, ({ from }) =>
    isWithin(from),
  );
  // Where the hashes there do not come to the sum kept, something went without us.
  const robbed = new Set(kept ? differingBuckets(kept, stored.sums) : []);
  const suspects = new Set<string>();
  for (const id of nodes.desired.keys()) {
    if (!nodes.stored.has(id) && robbed.has(bucketOf(id))) suspects.add(id);
  }
  for (const [key, { from }] of relationships.desired) {
    if (!relationships.stored.has(key) && robbed.has(bucketOf(from))) suspects.add(key);
  }
  return {
    desired: { nodes: nodes.desired, relationships: relationships.desired },
    nodes: nodes.stored,
    relationships: relationships.stored,
    starts: stored.starts,
    suspects,
    sums: ofGroups(sums, buckets && kept ? differingGroups(sums, kept) : undefined),
  };
}

function differing<T>(
  desired: ReadonlyMap<string, T>,
  stored: ReadonlyMap<string, string>,
  hash: (value: T) => string,
  isWithin: (value: T) => boolean,
): { readonly desired: ReadonlyMap<string, T>; readonly stored: ReadonlyMap<string, string> } {
  const other = new Map<string, T>();
  const left = new Map(stored);
  for (const [key, value] of desired) {
    if (!isWithin(value)) continue;
    const was = stored.get(key);
    if (was !== undefined && was === hash(value)) left.delete(key);
    else other.set(key, value);
  }
  return { desired: other, stored: left };
}
