/** Addresses that open Neo4j Browser with a query in its editor, ready to run. */

import { cypherLiteral } from '../cypher/literal.ts';
import { DERIVED_SUPPORT } from '../model/stored/derived-support.ts';

/** Addresses that open Neo4j Browser; null where its own address is not known. */
export interface BrowserLinks {
  /** Neo4j Browser itself. */
  readonly home: string | null;
  /** A node and the facts around it. */
  readonly node: (id: string) => string | null;
  /** The facts that prove an answer of support. */
  readonly support: (ids: SupportIds) => string | null;
  /** The facts between each node of a path and the next. */
  readonly path: (ids: readonly string[]) => string | null;
}

/** Ids of an answer of support: policy, cluster and place, then all that its proof passes. */
export type SupportIds = readonly [policy: string, cluster: string, place: string, ...proof: string[]];

/** How many facts around a node are drawn. */
const MOST_FACTS = 100;

/**
 * The links to a Neo4j Browser.
 * @param browserUrl its address with the database to connect to
 * @see https://neo4j.com/docs/browser/operations/browser-url-parameters/
 */
export function browserLinks(browserUrl: string | undefined): BrowserLinks {
  const link = (query: string) => (browserUrl === undefined ? null : linkToQuery(browserUrl, query));
  return {
    home: browserUrl ?? null,
    node: (id) => link(nodeQuery(id)),
    support: (ids) => link(supportQuery(ids)),
    path: (ids) => link(pathQuery(ids)),
  };
}

/** The address that opens Neo4j Browser with a query. */
export function linkToQuery(browserUrl: string, query: string): string {
  // These are allowed unescaped in the query of an address.
  const readable = encodeURIComponent(query).replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `${browserUrl}&cmd=edit&arg=${readable}`;
}

/** The records of an answer and the facts between them. */
export function recordsQuery(ids: readonly string[]): string {
  return `WITH ${cypherLiteral(ids)} AS ids
MATCH (n:Node) WHERE n.id IN ids
OPTIONAL MATCH (n)-[fact]->(far:Node) WHERE far.id IN ids
RETURN n, collect(fact) AS facts`;
}

function nodeQuery(id: string): string {
  return `MATCH (n:Node {id: ${cypherLiteral(id)}})
OPTIONAL MATCH fact = (n)-[:!${DERIVED_SUPPORT}]-(:Node)
RETURN n, collect(fact)[..${MOST_FACTS}] AS facts`;
}

function supportQuery(ids: SupportIds): string {
  return `WITH ${cypherLiteral([...new Set(ids)])} AS ids
MATCH (policy:Policy {id: ids[0]}), (cluster:Cluster {id: ids[1]}), (place:Place {id: ids[2]})
MATCH (from:Node)-[fact]->(to:Node) WHERE from.id IN ids AND to.id IN ids
RETURN policy, cluster, place, collect(fact) AS facts`;
}

function pathQuery(ids: readonly string[]): string {
  return `WITH ${cypherLiteral(ids)} AS ids
UNWIND range(0, size(ids) - 2) AS at
MATCH step = (:Node {id: ids[at]})-[]-(:Node {id: ids[at + 1]})
RETURN step`;
}
