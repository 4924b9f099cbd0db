/** Sums of hashes, bucket by bucket: two datasets are compared by them first, so that a change costs what it is. */

import type { Dataset } from './dataset.ts';
import { nodeHash, relationshipHash } from './identity.ts';
import { ownerId } from './owned-id.ts';

/** How many buckets there are: as many numbers are read for any plan, and of a million things a thousand are in one. */
const BUCKETS = 1_024;
/** Sums are taken modulo 2^256, the span of a hash. */
const SPAN = (1n << 256n) - 1n;

/** A sum for each bucket, hexadecimal. */
export type HashSums = readonly string[];

/** Nodes and relationships, by id and by key. */
type Things = Pick<Dataset, 'nodes' | 'relationships'>;

/**
 * The bucket that a node is counted in, by its id: a record and what it owns share one, and a relationship is in that of
 * the node it starts from.
 * @returns 0 … 1,023, by FNV-1a
 */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of ownerId(id)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0) % BUCKETS;
}

/** Whether texts are sums at all: somebody may have written others where they are kept. */
export function isHashSums(texts: readonly string[]): boolean {
  return texts.length === BUCKETS && texts.every((text) => /^[0-9a-f]{1,64}$/.test(text));
}

/** The sums of a dataset. */
export function datasetSums(things: Things): HashSums {
  return shiftSums(undefined, { nodes: new Map(), relationships: new Map() }, things);
}

/**
 * Sums when some things go and others come; order makes no difference.
 * @param sums undefined for those of nothing
 */
export function shiftSums(sums: HashSums | undefined, gone: Things, come: Things): HashSums {
  const totals = new Map<number, bigint>();
  for (const [bucket, hash] of hashesOf(gone)) totals.set(bucket, (totals.get(bucket) ?? 0n) - hash);
  for (const [bucket, hash] of hashesOf(come)) totals.set(bucket, (totals.get(bucket) ?? 0n) + hash);
  return Array.from({ length: BUCKETS }, (_, bucket) => {
    const before = sums?.[bucket] ?? '0';
    const shift = totals.get(bucket);
    return shift === undefined ? before : ((BigInt(`0x${before}`) + shift) & SPAN).toString(16);
  });
}

/** The sums of hashes that were read, each with the bucket it is in. */
export function sumHashes(hashes: Iterable<readonly [bucket: number, hash: string]>): HashSums {
  const totals = new Array<bigint>(BUCKETS).fill(0n);
  for (const [bucket, hash] of hashes) totals[bucket] = (totals[bucket] ?? 0n) + numberOf(hash);
  return totals.map((total) => (total & SPAN).toString(16));
}

/** The buckets in which two sums differ. */
export function differingBuckets(one: HashSums, other: HashSums): readonly number[] {
  return one.flatMap((sum, bucket) => (sum === other[bucket] ? [] : [bucket]));
}

function* hashesOf({ nodes, relationships }: Things): Generator<readonly [number, bigint]> {
  for (const node of nodes.values()) yield [bucketOf(node.id), numberOf(nodeHash(node))];
  for (const each of relationships.values()) yield [bucketOf(each.from), numberOf(relationshipHash(each))];
}

/** A hash that other hands wrote may be no number at all: it counts as nought, and is found by the sum. */
function numberOf(hash: string): bigint {
  return BigInt(`0x0${Buffer.from(hash, 'base64url').toString('hex')}`);
}
