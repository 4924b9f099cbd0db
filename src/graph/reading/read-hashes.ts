/** The hashes that a plan compares by: sums over all that was applied, and the hashes of some buckets. */

import type { Run, Statement } from '../../cypher/statement.ts';
import type { Model } from '../../model/model.ts';
import {
  type HashedFact,
  type HashedNode,
  readFactText,
  readNodeText,
} from '../../model/stored/hash-leaves.ts';
import { areSums, bucketOf, comeTo, type HashSums, sumHashes } from '../../model/stored/hash-sums.ts';
import {
  allThere,
  factsThere,
  LEAVES_STATEMENT,
  leavesIn,
  nodesThere,
  olderHashes,
} from '../statements/leaf-statements.ts';

/** The label of the nodes that keep the sums, one for all groups and one a group; none is one of the product's nodes. */
export const SUMS_LABEL = 'HashSums';
/** The id of the node that keeps the sums of all groups. */
const ALL_GROUPS = 'graph';

/** Hashes of what was applied, by node id and by relationship key. */
export interface GraphHashes {
  readonly nodes: ReadonlyMap<string, string>;
  readonly relationships: ReadonlyMap<string, string>;
  /** The nodes that those relationships start from, by relationship key. */
  readonly starts: ReadonlyMap<string, string>;
  /** The sum of the hashes read: it differs from the stored sum after a manual edit. */
  readonly sums: HashSums;
}

/**
 * Reads the sums that the last apply kept: of all groups, and in a second statement of the buckets in some.
 * @param which the groups whose buckets are asked for, once the sums of groups are known
 * @returns undefined where no apply stored any, or manual edits removed or changed them
 */
export async function readSums(
  run: Run,
  which: (groups: HashSums) => readonly number[],
): Promise<HashSums | undefined> {
  const sums = await readKept(run, [ALL_GROUPS]);
  const groups = sums.get(ALL_GROUPS) ?? [];
  if (!areSums(groups)) return undefined;
  const asked = which({ groups, buckets: new Map() });
  const kept = asked.length === 0 ? sums : await readKept(run, asked.map(String));
  const buckets = new Map(asked.map((group) => [group, kept.get(String(group)) ?? []]));
  const isSound = [...buckets].every(([group, list]) => areSums(list) && comeTo(list, groups[group]));
  return isSound ? { groups, buckets } : undefined;
}

async function readKept(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await run({
    text: `UNWIND $ids AS id MATCH (s:${SUMS_LABEL} {id: id}) RETURN s.id AS id, s.sums AS sums`,
    parameters: { ids },
  });
  return new Map(rows.map(({ id, sums }) => [String(id), Array.isArray(sums) ? sums.map(String) : []]));
}

/** Keeps sums after an apply: of all groups, and of the buckets of those that come with them. */
export function keepSums({ groups, buckets }: HashSums): Statement {
  const kept = [
    { id: ALL_GROUPS, sums: groups },
    ...[...buckets].map(([group, sums]) => ({ id: String(group), sums })),
  ];
  return {
    text: `UNWIND $kept AS kept MERGE (s:${SUMS_LABEL} {id: kept.id}) SET s.sums = kept.sums`,
    parameters: { kept },
  };
}

/**
 * Reads the hashes of what was applied and is there; what analysts added has none and is not seen.
 * @param buckets those to read; left out: all, of a graph of an older form too
 */
export async function readHashes(model: Model, run: Run, buckets?: readonly number[]): Promise<GraphHashes> {
  const found = new Found();
  if (buckets?.length === 0) return found.result();
  const leaves = await run(buckets ? leavesIn(buckets) : LEAVES_STATEMENT);
  const nodes = leaves.flatMap((row) => texts(row.nodes).map(readNodeText));
  const facts = leaves.flatMap((row) => texts(row.facts).map(readFactText));
  if (!buckets && leaves.length === 0) {
    for (const statement of olderHashes(model)) {
      for (const { id, key, hash } of await run(statement)) {
        if (key === null) found.addNode({ id: String(id), hash: String(hash) });
        else found.addFact({ key: String(key), from: String(id), hash: String(hash) });
      }
      // Nothing was loaded: an empty graph is not asked for each type of relationship.
      if (found.isEmpty) break;
    }
    return found.result();
  }
  const there = buckets ? await readThere(run, nodes, facts) : await readAllThere(model, run);
  for (const node of nodes) if (there.has(node.id)) found.addNode(node);
  for (const fact of facts) if (there.has(fact.key)) found.addFact(fact);
  return found.result();
}

/** Collects hashes while they are read. */
class Found {
  readonly #nodes = new Map<string, string>();
  readonly #relationships = new Map<string, string>();
  readonly #starts = new Map<string, string>();
  readonly #hashes: [number, string][] = [];

  get isEmpty(): boolean {
    return this.#nodes.size === 0;
  }

  addNode({ id, hash }: HashedNode): void {
    this.#nodes.set(id, hash);
    this.#hashes.push([bucketOf(id), hash]);
  }

  addFact({ key, from, hash }: HashedFact): void {
    this.#relationships.set(key, hash);
    this.#starts.set(key, from);
    this.#hashes.push([bucketOf(from), hash]);
  }

  result(): GraphHashes {
    return {
      nodes: this.#nodes,
      relationships: this.#relationships,
      starts: this.#starts,
      sums: sumHashes(this.#hashes),
    };
  }
}

/** The ids and keys that still exist: manual edits may have deleted some. */
async function readThere(
  run: Run,
  nodes: readonly HashedNode[],
  facts: readonly HashedFact[],
): Promise<ReadonlySet<string>> {
  const starts = new Map<string, string[]>();
  for (const { key, from } of facts) {
    const keys = starts.get(from);
    if (keys) keys.push(key);
    else starts.set(from, [key]);
  }
  const there = new Set<string>();
  if (nodes.length > 0) {
    for (const { id } of await run(nodesThere(nodes.map(({ id }) => id)))) there.add(String(id));
  }
  if (starts.size > 0) for (const { key } of await run(factsThere(starts))) there.add(String(key));
  return there;
}

async function readAllThere(model: Model, run: Run): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const statement of allThere(model)) {
    for (const { id, key } of await run(statement)) there.add(String(key ?? id));
  }
  return there;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
