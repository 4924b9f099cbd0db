/** The hashes that a plan compares by: sums over all that was applied, and the hashes of some buckets. */

import { cypherName } from '../cypher/names.ts';
import type { Statement } from '../cypher/statement.ts';
import { bucketOf, type HashSums, isHashSums, sumHashes } from '../model/hash-sums.ts';
import { type Model, NODE } from '../model/model.ts';
import type { Run } from './graph.ts';
import { relationshipTypes } from './schema-statements.ts';

/** The label of the one node that keeps the sums; it is none of the product's nodes. */
export const SUMS_LABEL = 'HashSums';

/** Hashes of what was applied, by node id and by relationship key. */
export interface GraphHashes {
  readonly nodes: ReadonlyMap<string, string>;
  readonly relationships: ReadonlyMap<string, string>;
  /** What the hashes read come to: another sum than the one kept tells that other hands were there. */
  readonly sums: HashSums;
}

/** Reads the sums that the last apply kept; undefined where none did, or somebody took them. */
export async function readSums(run: Run): Promise<HashSums | undefined> {
  const [row] = await run({
    text: `MATCH (s:${SUMS_LABEL} {id: 'graph'}) RETURN s.sums AS sums`,
    parameters: {},
  });
  const sums = Array.isArray(row?.sums) ? row.sums.map(String) : [];
  return isHashSums(sums) ? sums : undefined;
}

/** Keeps the sums of what is there after an apply. */
export function keepSums(sums: HashSums): Statement {
  return { text: `MERGE (s:${SUMS_LABEL} {id: 'graph'}) SET s.sums = $sums`, parameters: { sums } };
}

/**
 * Reads the hashes of what was applied; what analysts added has none and is not seen.
 * @param buckets those to read; left out: all
 */
export async function readHashes(model: Model, run: Run, buckets?: readonly number[]): Promise<GraphHashes> {
  const nodes = new Map<string, string>();
  const relationships = new Map<string, string>();
  const found: [number, string][] = [];
  if (buckets?.length === 0) return { nodes, relationships, sums: sumHashes(found) };
  for (const { text, parameters } of buckets ? inBuckets(buckets) : everywhere(model)) {
    for (const { id, key, hash } of await run({ text, parameters })) {
      found.push([bucketOf(String(id)), String(hash)]);
      if (key === null) nodes.set(String(id), String(hash));
      else relationships.set(String(key), String(hash));
    }
    // Nothing was loaded: an empty graph is not asked for each type of relationship.
    if (nodes.size === 0 && !buckets) break;
  }
  return { nodes, relationships, sums: sumHashes(found) };
}

function inBuckets(buckets: readonly number[]): readonly Statement[] {
  const at = `UNWIND $buckets AS bucket MATCH (n:${NODE} {bucket: bucket})`;
  return [
    `${at} WHERE n.hash IS NOT NULL RETURN n.id AS id, null AS key, n.hash AS hash`,
    `${at}-[r]->() WHERE r.hash IS NOT NULL RETURN n.id AS id, r.key AS key, r.hash AS hash`,
  ].map((text) => ({ text, parameters: { buckets } }));
}

/** A statement a type: a graph of another model may keep no buckets. */
function everywhere(model: Model): readonly Statement[] {
  return [
    `MATCH (n:${NODE}) WHERE n.hash IS NOT NULL RETURN n.id AS id, null AS key, n.hash AS hash`,
    ...relationshipTypes(model).map(
      (type) =>
        `MATCH (n)-[r:${cypherName(type)}]->() WHERE r.hash IS NOT NULL RETURN n.id AS id, r.key AS key, r.hash AS hash`,
    ),
  ].map((text) => ({ text, parameters: {} }));
}
