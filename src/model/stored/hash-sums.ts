/** Sums of hashes, as a tree of two levels: two datasets are compared by them first, so that a change costs what it is. */

import type { Dataset } from '../dataset.ts';
import { nodeHash, relationshipHash } from '../identity.ts';
import { ownerId } from './owned-id.ts';

/** How many groups there are, and how many buckets in each: as many numbers are read at a level. */
const WIDTH = 256;
/** How many buckets there are: of ten million things some 150 are in one. */
const BUCKETS = WIDTH * WIDTH;
/** Sums are taken modulo 2^256, the span of a hash. */
const SPAN = (1n << 256n) - 1n;
const NONE: readonly string[] = Array.from({ length: WIDTH }, () => '0');

/** Sums, hexadecimal. */
export interface HashSums {
  /** A sum for each group. */
  readonly groups: readonly string[];
  /** By group, a sum for each of its buckets: of the groups that were asked for, or in which there is something. */
  readonly buckets: ReadonlyMap<number, readonly string[]>;
}

/** Nodes and relationships, by id and by key. */
type Things = Pick<Dataset, 'nodes' | 'relationships'>;

/** What has neither nodes nor relationships. */
const NOTHING: HashSums = { groups: NONE, buckets: new Map() };

/**
 * The bucket that a node is counted in, by its id: a record and what it owns share one, and a relationship is in that of
 * the node it starts from.
 * @returns 0 … 65,535, by FNV-1a
 */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of ownerId(id)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0) % BUCKETS;
}

/** Whether texts are the sums of one level: a manual edit may have replaced them. */
export function areSums(texts: readonly string[]): boolean {
  return texts.length === WIDTH && texts.every((text) => /^[0-9a-f]{1,64}$/.test(text));
}

/** Whether sums of a group's buckets come to the sum of the group. */
export function comeTo(buckets: readonly string[], group: string | undefined): boolean {
  return hexadecimal(buckets.reduce((total, sum) => total + number(sum), 0n)) === group;
}

/** The sums of a dataset. */
export function datasetSums(things: Things): HashSums {
  return shift(NOTHING, numbersOf(hashesOf(things)));
}

/** The sums of hashes that were read, each with the bucket it is in. */
export function sumHashes(hashes: Iterable<readonly [bucket: number, hash: string]>): HashSums {
  return shift(NOTHING, numbersOf(hashes));
}

/** All groups there are. */
export const everyGroup: readonly number[] = [...NONE.keys()];

/** The groups that things are counted in. */
export function groupsOf(...all: readonly Things[]): readonly number[] {
  const groups = new Set<number>();
  for (const { nodes, relationships } of all) {
    for (const { id } of nodes.values()) groups.add(groupOf(bucketOf(id)));
    for (const { from } of relationships.values()) groups.add(groupOf(bucketOf(from)));
  }
  return [...groups];
}

/**
 * Sums when some things go and others come; order makes no difference.
 * @param sums with the buckets of every group that is touched
 */
export function shiftSums(sums: HashSums, gone: Things, come: Things): HashSums {
  return shift(sums, shiftsOf(gone, come));
}

/** The groups in which two sums differ. */
export function differingGroups(one: HashSums, other: HashSums): readonly number[] {
  return differing(one.groups, other.groups);
}

/** The buckets in which two sums differ, in the groups that differ. */
export function differingBuckets(one: HashSums, other: HashSums): readonly number[] {
  return differingGroups(one, other).flatMap((group) =>
    differing(one.buckets.get(group) ?? NONE, other.buckets.get(group) ?? NONE).map(
      (at) => group * WIDTH + at,
    ),
  );
}

/**
 * Sums with the buckets of some groups alone.
 * @param groups left out: all, those with nothing in them too
 */
export function ofGroups({ groups, buckets }: HashSums, some = everyGroup): HashSums {
  return { groups, buckets: new Map(some.map((group) => [group, buckets.get(group) ?? NONE])) };
}

/** Adds numbers to the buckets they are in. */
function shift(sums: HashSums, shifts: Iterable<readonly [bucket: number, by: bigint]>): HashSums {
  const totals = new Map<number, bigint>();
  for (const [bucket, by] of shifts) totals.set(bucket, (totals.get(bucket) ?? 0n) + by);
  const groups = [...sums.groups];
  const buckets = new Map<number, string[]>();
  for (const [bucket, by] of totals) {
    const group = groupOf(bucket);
    const list = buckets.get(group) ?? [...(sums.buckets.get(group) ?? NONE)];
    buckets.set(group, list);
    const at = bucket % WIDTH;
    list[at] = hexadecimal(number(list[at]) + by);
    groups[group] = hexadecimal(number(groups[group]) + by);
  }
  return { groups, buckets: new Map([...sums.buckets, ...buckets]) };
}

function groupOf(bucket: number): number {
  return Math.floor(bucket / WIDTH);
}

function differing(one: readonly string[], other: readonly string[]): readonly number[] {
  return one.flatMap((sum, at) => (sum === other[at] ? [] : [at]));
}

function* hashesOf({ nodes, relationships }: Things): Generator<readonly [bucket: number, hash: string]> {
  for (const node of nodes.values()) yield [bucketOf(node.id), nodeHash(node)];
  for (const each of relationships.values()) yield [bucketOf(each.from), relationshipHash(each)];
}

function* numbersOf(hashes: Iterable<readonly [number, string]>): Generator<readonly [number, bigint]> {
  for (const [bucket, hash] of hashes) yield [bucket, numberOf(hash)];
}

function* shiftsOf(gone: Things, come: Things): Generator<readonly [number, bigint]> {
  for (const [bucket, hash] of numbersOf(hashesOf(gone))) yield [bucket, -hash];
  yield* numbersOf(hashesOf(come));
}

function number(sum = '0'): bigint {
  return BigInt(`0x${sum}`);
}

function hexadecimal(sum: bigint): string {
  return (sum & SPAN).toString(16);
}

/** A hash that was edited by hand may not be a number: it counts as zero, and the sum reveals it. */
function numberOf(hash: string): bigint {
  return BigInt(`0x0${Buffer.from(hash, 'base64url').toString('hex')}`);
}
