/** The hashes of what was loaded, one list for each bucket: the leaves of the tree of sums. */

import type { Dataset, DatasetNode, DatasetRelationship } from '../dataset.ts';
import { nodeHash, relationshipHash } from '../identity.ts';
import { bucketOf } from './hash-sums.ts';

/** The label of the nodes that keep hashes, one for each bucket; they are not `:Node`. */
export const LEAF_LABEL = 'Hashes';

/** The hashes of one bucket. */
export interface HashLeaf {
  readonly bucket: number;
  /** `HASH ID` of each node. */
  readonly nodes: readonly string[];
  /** `HASH KEY ID` of each relationship: its key, and the id of what it starts from. */
  readonly facts: readonly string[];
}

/** Characters of a hash and of a key. */
const HASH_LENGTH = 43;
const KEY_LENGTH = 22;
/** Where the id of a node, or the key of a relationship, begins in its text. */
export const NAME_AT = HASH_LENGTH + 1;
/** Characters of the key of a relationship. */
export const KEY_SPAN = KEY_LENGTH;

/** A node with its hash. */
export interface HashedNode {
  readonly id: string;
  readonly hash: string;
}

/** A relationship with its hash. */
export interface HashedFact {
  readonly key: string;
  readonly from: string;
  readonly hash: string;
}

/** A node as a leaf lists it. */
export function nodeText(node: DatasetNode): string {
  return `${nodeHash(node)} ${node.id}`;
}

/** A relationship as a leaf lists it. */
export function factText(fact: DatasetRelationship): string {
  return `${relationshipHash(fact)} ${fact.key} ${fact.from}`;
}

/** Reads what {@link nodeText} wrote. */
export function readNodeText(text: string): HashedNode {
  return { hash: text.slice(0, HASH_LENGTH), id: text.slice(NAME_AT) };
}

/** Reads what {@link factText} wrote. */
export function readFactText(text: string): HashedFact {
  const end = NAME_AT + KEY_LENGTH;
  return { hash: text.slice(0, HASH_LENGTH), key: text.slice(NAME_AT, end), from: text.slice(end + 1) };
}

/**
 * The leaves of a dataset, in the order of their buckets.
 * @param some the buckets to return, empty ones included; without it, all that are not empty
 */
export function leavesOf(
  { nodes, relationships }: Pick<Dataset, 'nodes' | 'relationships'>,
  some?: ReadonlySet<number>,
): readonly HashLeaf[] {
  const empty = (): { nodes: string[]; facts: string[] } => ({ nodes: [], facts: [] });
  const leaves = new Map([...(some ?? [])].map((bucket) => [bucket, empty()]));
  const at = (id: string) => {
    const bucket = bucketOf(id);
    if (!some && !leaves.has(bucket)) leaves.set(bucket, empty());
    return leaves.get(bucket);
  };
  for (const node of nodes.values()) at(node.id)?.nodes.push(nodeText(node));
  for (const fact of relationships.values()) at(fact.from)?.facts.push(factText(fact));
  return [...leaves]
    .sort(([a], [b]) => a - b)
    .map(([bucket, texts]) => ({ bucket, nodes: texts.nodes.sort(), facts: texts.facts.sort() }));
}
