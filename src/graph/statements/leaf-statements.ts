/** The statements that keep the hashes of what was loaded, in a node a bucket, and read them. */

import { cypherName } from '../../cypher/names.ts';
import type { Statement } from '../../cypher/statement.ts';
import { type Model, NODE } from '../../model/model.ts';
import { type HashLeaf, KEY_SPAN, LEAF_LABEL, NAME_AT } from '../../model/stored/hash-leaves.ts';
import { batched } from './apply-statements.ts';
import { relationshipTypes } from './schema-statements.ts';

/** The entries that a leaf loses, by id and key, and those that it gains. */
export interface LeafChange extends HashLeaf {
  readonly bucket: number;
  readonly goneNodes: readonly string[];
  readonly goneFacts: readonly string[];
}

/** How many buckets go into one statement. */
const BATCH = 2_000;

/** Changes leaves: removes entries, then adds others. An empty leaf is deleted. */
export function changeLeaves(changes: readonly LeafChange[]): readonly Statement[] {
  const left = (list: string, gone: string, span: string) =>
    `[text IN coalesce(h.${list}, []) WHERE NOT substring(text, ${NAME_AT}${span}) IN row.${gone}] + row.${list}`;
  // Sorted, so that the same graph gives the same backup.
  const sorted = (list: string) => `COLLECT { UNWIND ${list} AS text RETURN text ORDER BY text }`;
  return batched(
    `UNWIND $rows AS row MERGE (h:${LEAF_LABEL} {bucket: row.bucket})
SET h.nodes = ${sorted(left('nodes', 'goneNodes', ''))}, h.facts = ${sorted(left('facts', 'goneFacts', `, ${KEY_SPAN}`))}
WITH h WHERE h.nodes = [] AND h.facts = [] DELETE h`,
    changes,
    BATCH,
  );
}

/** Replaces the entries of leaves. */
export function setLeaves(leaves: readonly HashLeaf[]): readonly Statement[] {
  return batched(
    `UNWIND $rows AS row MERGE (h:${LEAF_LABEL} {bucket: row.bucket}) SET h = row
WITH h WHERE h.nodes = [] AND h.facts = [] DELETE h`,
    leaves,
    BATCH,
  );
}

/** Replaces all leaves. */
export function replaceLeaves(leaves: readonly HashLeaf[]): readonly Statement[] {
  return [
    { text: `MATCH (h:${LEAF_LABEL}) DELETE h`, parameters: {} },
    ...batched(`UNWIND $rows AS row CREATE (h:${LEAF_LABEL}) SET h = row`, leaves, BATCH),
  ];
}

/** Reads leaves. */
export function leavesIn(buckets: readonly number[]): Statement {
  return {
    text: `UNWIND $buckets AS bucket MATCH (h:${LEAF_LABEL} {bucket: bucket}) RETURN h.nodes AS nodes, h.facts AS facts`,
    parameters: { buckets },
  };
}

/** Reads all leaves. */
export const LEAVES_STATEMENT: Statement = {
  text: `MATCH (h:${LEAF_LABEL}) RETURN h.nodes AS nodes, h.facts AS facts`,
  parameters: {},
};

/** Which of some nodes exist. */
export function nodesThere(ids: readonly string[]): Statement {
  return {
    text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id}) WHERE n.nodeType IS NOT NULL RETURN n.id AS id`,
    parameters: { ids },
  };
}

/** Which of some relationships exist, found by their start nodes. */
export function factsThere(starts: ReadonlyMap<string, readonly string[]>): Statement {
  return {
    text: `UNWIND $starts AS start MATCH (:${NODE} {id: start.id})-[r]->() WHERE r.key IN start.keys RETURN r.key AS key`,
    parameters: { starts: [...starts].map(([id, keys]) => ({ id, keys })) },
  };
}

/** All loaded nodes and relationships that exist; one statement for each type. */
export function allThere(model: Model): readonly Statement[] {
  return [
    `MATCH (n:${NODE}) WHERE n.nodeType IS NOT NULL RETURN n.id AS id, null AS key`,
    ...relationshipTypes(model).map(
      (type) =>
        `MATCH (n)-[r:${cypherName(type)}]->() WHERE r.key IS NOT NULL RETURN n.id AS id, r.key AS key`,
    ),
  ].map((text) => ({ text, parameters: {} }));
}

/** The hashes of a graph of an older form, on nodes and relationships; one statement for each type. */
export function olderHashes(model: Model): readonly Statement[] {
  return [
    `MATCH (n:${NODE}) WHERE n.hash IS NOT NULL RETURN n.id AS id, null AS key, n.hash AS hash`,
    ...relationshipTypes(model).map(
      (type) =>
        `MATCH (n)-[r:${cypherName(type)}]->() WHERE r.hash IS NOT NULL AND r.key IS NOT NULL RETURN n.id AS id, r.key AS key, r.hash AS hash`,
    ),
  ].map((text) => ({ text, parameters: {} }));
}
