/** The statements for what no seed says about a node or fact that a plan deletes: to find it, keep it, bring it back. */

import type { Statement } from '../../cypher/statement.ts';
import { NODE } from '../../model/model.ts';
import { DERIVED_SUPPORT } from '../../model/stored/derived-support.ts';
import { KEPT_FOREIGN } from '../bookkeeping.ts';

/** Nodes of one type, and what the product stores on them: everything else there is foreign. */
export interface NodesOfType {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly labels: readonly string[];
}

/** Relationships of one type, each by its key and the node it starts from, and what the product stores on them. */
export interface FactsOfType {
  readonly facts: readonly { readonly key: string; readonly from: string }[];
  readonly names: readonly string[];
}

/** Foreign relationships on nodes, beside those whose keys are given. */
export interface RelationshipsOfNodes {
  readonly ids: readonly string[];
  readonly without: readonly string[];
}

/** The prefix of stored foreign properties: no property of the product begins with it. */
const VALUE = '=';

/**
 * Lists the relationships that are attached to nodes beside those that are given: edits outside kg made or moved them.
 * @param most how many of each node
 */
export function foreignRelationships({ ids, without }: RelationshipsOfNodes, most: number): Statement {
  return {
    text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id})
CALL (n) { MATCH (n)-[r:!${DERIVED_SUPPORT}]-(other) WHERE NOT coalesce(r.key, '') IN $without
RETURN type(r) AS type, coalesce(other.id, elementId(other)) AS other ORDER BY type, other LIMIT $most }
RETURN id, type, other ORDER BY id, type, other`,
    parameters: { ids, without, most },
  };
}

const ON_NODES = `UNWIND $groups AS group UNWIND group.ids AS id MATCH (n:${NODE} {id: id})
WITH n, [name IN keys(n) WHERE NOT name IN group.names] AS names,
  [label IN labels(n) WHERE NOT label IN group.labels] AS labels
WHERE size(names) + size(labels) > 0`;

const ON_FACTS = `UNWIND $groups AS group UNWIND group.facts AS fact
MATCH (:${NODE} {id: fact.from})-[r]->() WHERE r.key = fact.key
WITH r, fact, [name IN keys(r) WHERE NOT name IN group.names] AS names WHERE size(names) > 0`;

/** Lists the foreign properties and labels of nodes. */
export function foreignOnNodes(groups: readonly NodesOfType[]): Statement {
  return {
    text: `${ON_NODES} RETURN n.id AS id, labels, [name IN names | [name, n[name]]] AS properties ORDER BY id`,
    parameters: { groups },
  };
}

/** Lists the foreign properties of relationships. */
export function foreignOnFacts(groups: readonly FactsOfType[]): Statement {
  return {
    text: `${ON_FACTS} RETURN r.key AS key, [name IN names | [name, r[name]]] AS properties ORDER BY key`,
    parameters: { groups },
  };
}

/** Keeps the foreign properties and labels of nodes, as Neo4j holds them, for the undoing of a revision. */
export function keepOnNodes(groups: readonly NodesOfType[], revision: number): Statement {
  return {
    text: `${ON_NODES}
CREATE (kept:${KEPT_FOREIGN} {revision: $revision, id: randomUUID(), of: [n.id], labels: labels})
FOREACH (name IN names | SET kept['${VALUE}' + name] = n[name])`,
    parameters: { groups, revision },
  };
}

/** Keeps the foreign properties of relationships. */
export function keepOnFacts(groups: readonly FactsOfType[], revision: number): Statement {
  return {
    text: `${ON_FACTS}
CREATE (kept:${KEPT_FOREIGN} {revision: $revision, id: randomUUID(), of: [r.key], from: fact.from})
FOREACH (name IN names | SET kept['${VALUE}' + name] = r[name])`,
    parameters: { groups, revision },
  };
}

/** Keeps foreign relationships and deletes them. An end that has no id of ours is known by what Neo4j calls it. */
export function keepRelationships({ ids, without }: RelationshipsOfNodes, revision: number): Statement {
  return {
    text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id})-[r:!${DERIVED_SUPPORT}]-() WHERE NOT coalesce(r.key, '') IN $without
WITH DISTINCT r, startNode(r) AS start, endNode(r) AS end
CREATE (kept:${KEPT_FOREIGN} {revision: $revision, id: randomUUID(), type: type(r),
  of: [each IN [start, end] WHERE each:${NODE} AND each.id IN $ids | each.id],
  ends: [each IN [start, end] | CASE WHEN each:${NODE} THEN each.id ELSE elementId(each) END],
  names: [each IN [start, end] | coalesce(toStringOrNull(each.id), elementId(each))]})
FOREACH (name IN keys(r) | SET kept['${VALUE}' + name] = r[name])
DELETE r`,
    parameters: { ids, without, revision },
  };
}

/** Reads what some revisions kept, and for a relationship which of its ends are there. */
export function keptForeign(revisions: readonly number[]): Statement {
  return {
    text: `MATCH (kept:${KEPT_FOREIGN}) WHERE kept.revision IN $revisions
RETURN kept.id AS id, kept.revision AS revision, kept.of AS of, kept.labels AS labels, kept.type AS type,
  kept.ends AS ends, kept.names AS names, [end IN kept.ends WHERE ${isThere('end')}] AS there,
  [name IN keys(kept) WHERE name STARTS WITH '${VALUE}' | [substring(name, 1), kept[name]]] AS properties
ORDER BY revision, type, id`,
    parameters: { revisions },
  };
}

function isThere(end: string): string {
  return `EXISTS { MATCH (node:${NODE} {id: ${end}}) } OR EXISTS { MATCH (node) WHERE elementId(node) = ${end} }`;
}

const SET_VALUES = (on: string) =>
  `FOREACH (name IN [name IN keys(kept) WHERE name STARTS WITH '${VALUE}'] | SET ${on}[substring(name, 1)] = kept[name])`;

/** Brings back what was kept, once its nodes and facts are there again. */
export function bringBack(ids: readonly string[]): readonly Statement[] {
  const kept = `UNWIND $ids AS id MATCH (kept:${KEPT_FOREIGN} {id: id})`;
  const end = (index: number, name: string) => `OPTIONAL MATCH (own${name}:${NODE} {id: kept.ends[${index}]})
OPTIONAL MATCH (other${name}) WHERE elementId(other${name}) = kept.ends[${index}]`;
  return [
    `${kept} WHERE kept.labels IS NOT NULL MATCH (n:${NODE} {id: kept.of[0]}) SET n:$(kept.labels) ${SET_VALUES('n')}`,
    `${kept} WHERE kept.from IS NOT NULL
MATCH (:${NODE} {id: kept.from})-[r]->() WHERE r.key = kept.of[0] ${SET_VALUES('r')}`,
    `${kept} WHERE kept.type IS NOT NULL
${end(0, 'Start')}
${end(1, 'End')}
WITH kept, coalesce(ownStart, otherStart) AS start, coalesce(ownEnd, otherEnd) AS end
WHERE start IS NOT NULL AND end IS NOT NULL
CREATE (start)-[r:$(kept.type)]->(end) ${SET_VALUES('r')}`,
  ].map((text) => ({ text, parameters: { ids } }));
}
