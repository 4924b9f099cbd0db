/** The statements that write a plan's changes: a few, whatever their number. */

import { cypherName, labelPattern } from '../../cypher/names.ts';
import type { Statement } from '../../cypher/statement.ts';
import type { DatasetNode, DatasetRelationship, Properties, Value } from '../../model/dataset.ts';
import { ENTITY, isA, type Model, NODE } from '../../model/model.ts';
import { OLDER_FACT_NAMES, olderNodeNames } from '../../model/schema/older-form.ts';
import { DERIVED_SUPPORT } from '../../model/stored/derived-support.ts';
import { storedNode, storedRelationship, storedType } from '../../model/stored/stored-form.ts';
import { SEARCH_KEY, searchKey } from '../../model/text/search-key.ts';
import { WORDING, type Wording } from '../../model/words/wording.ts';

/** A thing before and after. */
export interface Update<T> {
  readonly before: T;
  readonly after: T;
  /** What is stored instead of `after` because of manual edits. */
  readonly merged: T | undefined;
}

/** How many rows go into one statement. */
const BATCH = 5_000;

/**
 * Creates nodes, a statement for each type.
 * @example
 * UNWIND $rows AS row CREATE (n:Zone:Place:Entity:Node) SET n = row
 */
export function createNodes(
  model: Model,
  nodes: readonly DatasetNode[],
  wording: Wording,
): readonly Statement[] {
  return grouped(nodes, (node) => node.type).flatMap(([type, group]) => {
    const labels = labelPattern(model.nodeTypes.get(type)?.labels ?? [type]);
    return batched(
      `UNWIND $rows AS row CREATE (n${labels}) SET n = row`,
      group.map((node) => ({ ...storedNode(model, node), ...wording.node(node) })),
    );
  });
}

/** Writes the search keys of entities. */
export function keepSearchKeys(model: Model, nodes: readonly DatasetNode[]): readonly Statement[] {
  return batched(
    `UNWIND $rows AS row MERGE (k:${SEARCH_KEY} {id: row.id}) SET k = row`,
    nodes.map((node) => searchKey(model, node)).filter((key) => key !== undefined),
  );
}

/** Deletes the search keys of entities. */
export function deleteSearchKeys(model: Model, nodes: readonly DatasetNode[]): readonly Statement[] {
  return batched(
    `UNWIND $rows AS id MATCH (k:${SEARCH_KEY} {id: id}) DELETE k`,
    nodes.filter(({ type }) => isA(model, type, ENTITY)).map(({ id }) => id),
  );
}

/**
 * Rewrites nodes in the stored form of another model: with its labels and companions, and without the properties of older
 * forms.
 * @example
 * UNWIND $rows AS row MATCH (n:Node {id: row.id}) SET n:Zone:Place:Entity:Node SET n += row
 */
export function rewriteNodes(
  model: Model,
  nodes: readonly DatasetNode[],
  wording: Wording,
): readonly Statement[] {
  return grouped(nodes, (node) => node.type).flatMap(([type, group]) => {
    const labels = labelPattern(model.nodeTypes.get(type)?.labels ?? [type]);
    const older = removed(olderNodeNames(model, type));
    return batched(
      `UNWIND $rows AS row MATCH (n:${NODE} {id: row.id}) SET n${labels} SET n += row`,
      group.map((node) => ({ ...older, ...storedNode(model, node), ...wording.node(node) })),
    );
  });
}

/** Rewrites relationships in the present stored form, found by their start nodes. */
export function rewriteRelationships(
  model: Model,
  relationships: readonly DatasetRelationship[],
  wording: Wording,
): readonly Statement[] {
  const older = removed(OLDER_FACT_NAMES);
  return grouped(relationships, (each) => storedType(model, each)).flatMap(([type, group]) =>
    batched(
      `UNWIND $rows AS row MATCH (:${NODE} {id: row.from})-[r:${cypherName(type)} {key: row.key}]->() SET r += row.set`,
      group.map((each) => ({
        key: each.key,
        from: each.from,
        set: { ...older, ...storedRelationship(each), ...wording.fact(each) },
      })),
    ),
  );
}

function removed(names: readonly string[]): Readonly<Record<string, null>> {
  return Object.fromEntries(names.map((name) => [name, null]));
}

/**
 * Sets what changed on nodes and removes what is gone; properties that were never ours stay. A node may get another
 * id, one that no record had before: what is attached to it stays.
 */
export function updateNodes(
  model: Model,
  changes: readonly Update<DatasetNode>[],
  wording: Wording,
): readonly Statement[] {
  const rows = changes.map(({ before, after, merged = after }) => ({
    id: before.id,
    set: {
      ...difference(storedNode(model, before), storedNode(model, merged)),
      ...NO_WORDING,
      ...wording.node(merged),
    },
  }));
  return batched(`UNWIND $rows AS row MATCH (n:${NODE} {id: row.id}) SET n += row.set`, rows);
}

/** Removes wording that no longer applies. */
const NO_WORDING = removed(WORDING);

/**
 * Deletes nodes whose own relationships are gone already. Where one has a relationship that no seed says, Neo4j
 * refuses, and so the whole transaction: `foreign-statements.ts` lists or takes those first.
 */
export function deleteNodes(nodes: readonly DatasetNode[]): readonly Statement[] {
  const rows = nodes.map((node) => node.id);
  return batched(
    `UNWIND $rows AS id MATCH (n:${NODE} {id: id})
CALL (n) { MATCH (n)-[s:${DERIVED_SUPPORT}]-() DELETE s }
DELETE n`,
    rows,
  );
}

/** Those of some ids that no node has. */
export function missingNodes(ids: readonly string[]): Statement {
  return {
    text: `UNWIND $ids AS id OPTIONAL MATCH (n:${NODE} {id: id})
WITH id, n WHERE n IS NULL RETURN DISTINCT id ORDER BY id LIMIT 50`,
    parameters: { ids },
  };
}

/** Nodes that already have ids of records to be created: made by hand, or stripped of their labels by hand. */
export function takenIds(ids: readonly string[]): Statement {
  return {
    text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id})
RETURN id, labels(n) AS labels ORDER BY id LIMIT 50`,
    parameters: { ids },
  };
}

/**
 * Creates relationships, a statement for each stored type, which returns how many found both their ends.
 * @example
 * UNWIND $rows AS row MATCH (a:Node {id: row.from}) MATCH (b:Node {id: row.to}) CREATE (a)-[r:WITHIN]->(b)
 * SET r = row.set RETURN count(r) AS written
 */
export function createRelationships(
  model: Model,
  relationships: readonly DatasetRelationship[],
  wording: Wording,
): readonly Statement[] {
  return grouped(relationships, (each) => storedType(model, each)).flatMap(([type, group]) =>
    batched(
      `UNWIND $rows AS row MATCH (a:${NODE} {id: row.from}) MATCH (b:${NODE} {id: row.to}) CREATE (a)-[r:${cypherName(type)}]->(b) SET r = row.set RETURN count(r) AS written`,
      group.map((each) => ({
        from: each.from,
        to: each.to,
        set: { ...storedRelationship(each), ...wording.fact(each) },
      })),
    ),
  );
}

/**
 * Moves facts that gain or lose a date to the other stored type. What analysts wrote on them moves along.
 * @example
 * UNWIND $rows AS row MATCH (a)-[r:WITHIN {key: row.key}]->(b) CREATE (a)-[s:WITHIN_DATED]->(b)
 * SET s = properties(r) SET s += row.set DELETE r
 */
export function moveRelationships(
  model: Model,
  changes: readonly Update<DatasetRelationship>[],
  wording: Wording,
): readonly Statement[] {
  const types = ({ before, after }: Update<DatasetRelationship>) =>
    `${storedType(model, before)} ${storedType(model, after)}`;
  return grouped(changes, types).flatMap(([pair, group]) => {
    const [from = '', to = ''] = pair.split(' ');
    return batched(
      `UNWIND $rows AS row MATCH (a)-[r:${cypherName(from)} {key: row.key}]->(b) CREATE (a)-[s:${cypherName(to)}]->(b)
SET s = properties(r) SET s += row.set DELETE r`,
      group.map((change) => updateRow(change, wording)),
    );
  });
}

/** Sets what changed on relationships that keep their stored type. */
export function updateRelationships(
  model: Model,
  changes: readonly Update<DatasetRelationship>[],
  wording: Wording,
): readonly Statement[] {
  return grouped(changes, (change) => storedType(model, change.after)).flatMap(([type, group]) =>
    batched(
      `UNWIND $rows AS row MATCH ()-[r:${cypherName(type)} {key: row.key}]->() SET r += row.set`,
      group.map((change) => updateRow(change, wording)),
    ),
  );
}

function updateRow({ before, after, merged = after }: Update<DatasetRelationship>, wording: Wording) {
  const set = difference(storedRelationship(before), storedRelationship(merged));
  return { key: before.key, set: { ...set, evidence: null, ...wording.fact(merged) } };
}

/** Deletes relationships by key. */
export function deleteRelationships(
  model: Model,
  relationships: readonly DatasetRelationship[],
): readonly Statement[] {
  return grouped(relationships, (each) => storedType(model, each)).flatMap(([type, group]) =>
    batched(
      `UNWIND $rows AS key MATCH ()-[r:${cypherName(type)} {key: key}]->() DELETE r`,
      group.map((each) => each.key),
    ),
  );
}

/** What to set so that `before` becomes `after`; null removes. */
function difference(before: Properties, after: Properties): Readonly<Record<string, Value | null>> {
  const set: Record<string, Value | null> = {};
  for (const [name, value] of Object.entries(after)) {
    if (JSON.stringify(before[name]) !== JSON.stringify(value)) set[name] = value;
  }
  for (const name of Object.keys(before)) if (after[name] === undefined) set[name] = null;
  return set;
}

/** Things by what they have in common, in its order. */
export function grouped<T>(
  items: readonly T[],
  by: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = by(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** One statement for so many rows at a time. */
export function batched(text: string, rows: readonly unknown[], size = BATCH): readonly Statement[] {
  const statements: Statement[] = [];
  for (let start = 0; start < rows.length; start += size) {
    statements.push({ text, parameters: { rows: rows.slice(start, start + size) } });
  }
  return statements;
}
