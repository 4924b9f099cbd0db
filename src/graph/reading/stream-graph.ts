/** The statements that read a whole graph, in an order that depends on what is in it alone. */

import { cypherName } from '../../cypher/names.ts';
import type { Statement } from '../../cypher/statement.ts';
import { NODE } from '../../model/model.ts';
import type { Kept } from '../bookkeeping.ts';

/**
 * Every node that curators loaded, by id. The bound has the index give them in order, so that nothing is sorted.
 * @example
 * MATCH (n:Node) WHERE n.id >= '' AND n.nodeType IS NOT NULL RETURN labels(n) AS labels, properties(n) AS stored ORDER BY n.id
 */
export const NODES_STATEMENT: Statement = {
  text: `MATCH (n:${NODE}) WHERE n.id >= '' AND n.nodeType IS NOT NULL
RETURN labels(n) AS labels, properties(n) AS stored ORDER BY n.id`,
  parameters: {},
};

/** Some nodes that curators loaded, by id, behind one: for work that asks the graph more between them. */
export function nodesAfter(id: string, limit: number): Statement {
  return {
    text: `MATCH (n:${NODE}) WHERE n.id > $id AND n.nodeType IS NOT NULL
RETURN properties(n) AS stored ORDER BY n.id LIMIT $limit`,
    parameters: { id, limit },
  };
}

/** Every relationship of a stored type that curators loaded, by key. */
export function relationshipsStatement(type: string): Statement {
  return {
    text: `MATCH (a)-[r:${cypherName(type)}]->(b) WHERE r.key >= ''
RETURN a.id AS from, b.id AS to, properties(r) AS stored ORDER BY r.key`,
    parameters: {},
  };
}

/**
 * Every relationship of some stored types that no curator loaded, at nodes that curators did: no statement that answers
 * asks who made one, nor what is at its far end.
 * @example
 * MATCH (a)-[r:WITHIN|WITHIN_DATED]->(b) WHERE r.key IS NULL AND (a.nodeType IS NOT NULL OR b.nodeType IS NOT NULL)
 * RETURN type(r) AS type, coalesce(a.id, elementId(a)) AS from, coalesce(b.id, elementId(b)) AS to ORDER BY type, from, to
 */
export function handMadeStatement(types: readonly string[]): Statement {
  return {
    text: `MATCH (a)-[r:${types.map(cypherName).join('|')}]->(b)
WHERE r.key IS NULL AND (a.nodeType IS NOT NULL OR b.nodeType IS NOT NULL)
RETURN type(r) AS type, coalesce(a.id, elementId(a)) AS from, coalesce(b.id, elementId(b)) AS to ORDER BY type, from, to`,
    parameters: {},
  };
}

/** The relationship types that are there, those of a model gone by included. */
export const TYPES_STATEMENT: Statement = {
  text: 'CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type',
  parameters: {},
};

/** Every node of one kind that is kept beside the facts, by its key. */
export function keptStatement({ label, key }: Kept): Statement {
  const order = key.map((name) => `n.${cypherName(name)}`).join(', ');
  return {
    text: `MATCH (n:${cypherName(label)}) WITH n ORDER BY ${order} RETURN properties(n) AS stored`,
    parameters: {},
  };
}

/** Every relationship of one type among what is kept, with the keys of its ends. */
export function keptRelationshipsStatement(type: string, { label, key }: Kept): Statement {
  const ends = ['a', 'b'].map((end) => `[${key.map((name) => `${end}.${cypherName(name)}`).join(', ')}]`);
  return {
    text: `MATCH (a:${cypherName(label)})-[:${cypherName(type)}]->(b:${cypherName(label)})
RETURN ${ends[0]} AS from, ${ends[1]} AS to ORDER BY from, to`,
    parameters: {},
  };
}
