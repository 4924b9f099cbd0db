/** The statements that restore what manual edits changed, and leave what they added. */

import { cypherName, labelPattern } from '../../cypher/names.ts';
import type { Statement } from '../../cypher/statement.ts';
import type { DatasetNode, DatasetRelationship, Properties, Value } from '../../model/dataset.ts';
import { type Model, NODE } from '../../model/model.ts';
import {
  storedNode,
  storedNodeNames,
  storedRelationship,
  storedRelationshipNames,
  storedType,
} from '../../model/stored/stored-form.ts';
import type { Wording } from '../../model/words/wording.ts';
import { batched, grouped } from './apply-statements.ts';

/** A relationship as it is found and as it was loaded. */
export interface Restored {
  readonly found: DatasetRelationship;
  readonly loaded: DatasetRelationship;
}

/**
 * Sets nodes back, and makes those that are gone: labels, every property that the product stores, and none that it
 * does not.
 * @example
 * UNWIND $rows AS row MERGE (n:Node {id: row.id}) SET n:Zone:Place:Entity:Node SET n += row
 */
export function restoreNodes(
  model: Model,
  nodes: readonly DatasetNode[],
  wording: Wording,
): readonly Statement[] {
  return grouped(nodes, ({ type }) => type).flatMap(([type, group]) => {
    const labels = labelPattern(model.nodeTypes.get(type)?.labels ?? [type]);
    const names = storedNodeNames(model, type);
    const rows = group.map((node) => whole(names, { ...storedNode(model, node), ...wording.node(node) }));
    return [
      ...batched(recognizedNodes(type), rows),
      ...batched(`UNWIND $rows AS row MERGE (n:${NODE} {id: row.id}) SET n${labels} SET n += row`, rows),
    ];
  });
}

/** A node that lost the label it is found by is known by its type and id, and is not made a second time. */
function recognizedNodes(type: string): string {
  return `UNWIND $rows AS row MATCH (n:${cypherName(type)} {id: row.id})
WHERE NOT n:${NODE} AND n.nodeType = row.nodeType AND NOT EXISTS { (:${NODE} {id: row.id}) }
WITH row, head(collect(n)) AS n SET n:${NODE}`;
}

/**
 * Restores relationships in place, and creates those that are gone. One that is stored as the other of its stored
 * types, or leads elsewhere, is made anew where it belongs, with what else is written on it.
 */
export function restoreRelationships(
  model: Model,
  restored: readonly Restored[],
  wording: Wording,
): readonly Statement[] {
  const typesOf = ({ found, loaded }: Restored) => `${found.type} ${storedType(model, loaded)}`;
  return grouped(restored, typesOf).flatMap(([pair, group]) => {
    const [foundType = '', right = ''] = pair.split(' ');
    const mayBe = new Set([foundType, model.stored.get(foundType)?.datedType ?? foundType, right]);
    const rows = group.map(({ loaded }) => ({
      key: loaded.key,
      from: loaded.from,
      to: loaded.to,
      set: whole(storedRelationshipNames(model, loaded.type), {
        ...storedRelationship(loaded),
        ...wording.fact(loaded),
      }),
    }));
    return [
      ...[...mayBe].flatMap((type) => batched(recognizedRelationships(type), rows)),
      ...[...mayBe].flatMap((type) =>
        batched(type === right ? ledBack(right) : movedBack(type, right), rows),
      ),
      ...batched(setBack(right), rows),
    ];
  });
}

const ENDS = `MATCH (a:${NODE} {id: row.from}) MATCH (b:${NODE} {id: row.to})`;

/** A relationship that lost the key it is found by is known by its ends and content, and is not made a second time. */
function recognizedRelationships(type: string): string {
  return `UNWIND $rows AS row ${ENDS} MATCH (a)-[r:${cypherName(type)}]->(b)
WHERE r.key IS NULL AND all(name IN keys(row.set) WHERE name = 'key' OR row.set[name] IS NULL OR r[name] = row.set[name]) AND NOT EXISTS { ()-[:${cypherName(type)} {key: row.key}]->() }
WITH row, head(collect(r)) AS r SET r.key = row.key`;
}

/** From the other stored type to the right one; a manual copy beside it is removed. */
function movedBack(type: string, right: string): string {
  return `UNWIND $rows AS row ${ENDS} MATCH ()-[r:${cypherName(type)} {key: row.key}]->()
OPTIONAL MATCH ()-[there:${cypherName(right)} {key: row.key}]->()
WITH row, a, b, r, there, properties(r) AS was DELETE r
WITH row, a, b, was, there WHERE there IS NULL CREATE (a)-[s:${cypherName(right)}]->(b) SET s = was SET s += row.set`;
}

/** From other ends to the right ones. */
function ledBack(right: string): string {
  return `UNWIND $rows AS row ${ENDS} MATCH (x)-[r:${cypherName(right)} {key: row.key}]->(y) WHERE x <> a OR y <> b
WITH row, a, b, r, properties(r) AS was DELETE r
CREATE (a)-[s:${cypherName(right)}]->(b) SET s = was SET s += row.set`;
}

function setBack(right: string): string {
  return `UNWIND $rows AS row ${ENDS} MERGE (a)-[r:${cypherName(right)} {key: row.key}]->(b)
SET r += row.set RETURN count(r) AS written`;
}

/** Stored properties, and null for each that could be there and is not to be. */
function whole(names: readonly string[], stored: Properties): Readonly<Record<string, Value | null>> {
  const absent = names.filter((name) => stored[name] === undefined);
  return { ...stored, ...Object.fromEntries(absent.map((name) => [name, null])) };
}
