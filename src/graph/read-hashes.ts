/** The hashes that a plan compares by: sums over all that was applied, and the hashes of some buckets. */

import { cypherName } from '../cypher/names.ts';
import type { Statement } from '../cypher/statement.ts';
import { areSums, bucketOf, comeTo, type HashSums, sumHashes } from '../model/hash-sums.ts';
import { type Model, NODE } from '../model/model.ts';
import type { Run } from './graph.ts';
import { relationshipTypes } from './schema-statements.ts';

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
  /** What the hashes read come to: another sum than the one kept tells that other hands were there. */
  readonly sums: HashSums;
}

/**
 * Reads the sums that the last apply kept: of all groups, and in a second statement of the buckets in some.
 * @param which the groups whose buckets are asked for, once the sums of groups are known
 * @returns undefined where no apply kept any, or other hands took or changed them
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
 * Reads the hashes of what was applied; what analysts added has none and is not seen.
 * @param buckets those to read; left out: all
 */
export async function readHashes(model: Model, run: Run, buckets?: readonly number[]): Promise<GraphHashes> {
  const nodes = new Map<string, string>();
  const relationships = new Map<string, string>();
  const starts = new Map<string, string>();
  const found: [number, string][] = [];
  if (buckets?.length === 0) return { nodes, relationships, starts, sums: sumHashes(found) };
  for (const { text, parameters } of buckets ? inBuckets(buckets) : everywhere(model)) {
    for (const { id, key, hash } of await run({ text, parameters })) {
      found.push([bucketOf(String(id)), String(hash)]);
      if (key === null) nodes.set(String(id), String(hash));
      else {
        relationships.set(String(key), String(hash));
        starts.set(String(key), String(id));
      }
    }
    // Nothing was loaded: an empty graph is not asked for each type of relationship.
    if (nodes.size === 0 && !buckets) break;
  }
  return { nodes, relationships, starts, sums: sumHashes(found) };
}

function inBuckets(buckets: readonly number[]): readonly Statement[] {
  const at = `UNWIND $buckets AS bucket MATCH (n:${NODE} {bucket: bucket})`;
  return [
    `${at} WHERE n.hash IS NOT NULL RETURN n.id AS id, null AS key, n.hash AS hash`,
    `${at}-[r]->() WHERE r.hash IS NOT NULL AND r.key IS NOT NULL RETURN n.id AS id, r.key AS key, r.hash AS hash`,
  ].map((text) => ({ text, parameters: { buckets } }));
}

/** A statement a type: a graph of another model may keep no buckets. */
function everywhere(model: Model): readonly Statement[] {
  return [
    `MATCH (n:${NODE}) WHERE n.hash IS NOT NULL RETURN n.id AS id, null AS key, n.hash AS hash`,
    ...relationshipTypes(model).map(
      (type) =>
        `MATCH (n)-[r:${cypherName(type)}]->() WHERE r.hash IS NOT NULL AND r.key IS NOT NULL RETURN n.id AS id, r.key AS key, r.hash AS hash`,
    ),
  ].map((text) => ({ text, parameters: {} }));
}
