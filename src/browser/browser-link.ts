/** Links that open Neo4j Browser with a query in its editor. */

import { cypherLiteral } from '../cypher/literal.ts';

/** The longest address that the HTTP server of Neo4j takes, with some to spare. */
const LONGEST = 7_000;
/** How many facts around a node are drawn. */
const MOST_FACTS = 100;

/**
 * Neo4j Browser with a query to be run by one key.
 * @param browserUrl its address with the database to connect to
 * @returns undefined where the query is too long for an address
 */
export function browserLink(browserUrl: string, query: string): string | undefined {
  // In the query of an address these stand for themselves.
  const readable = encodeURIComponent(query).replaceAll('%3A', ':').replaceAll('%2C', ',');
  const link = `${browserUrl}&cmd=edit&arg=${readable}`;
  return link.length <= LONGEST ? link : undefined;
}

/** A node and the facts around it. */
export function nodeQuery(id: string): string {
  return `MATCH (n:Node {id: ${cypherLiteral(id)}})
OPTIONAL MATCH fact = (n)-[]-(:Node)
RETURN n, collect(fact)[..${MOST_FACTS}] AS facts`;
}

/** An answer of support: the policy, the cluster and the place, then whatever else its proof passes. */
export type SupportIds = readonly [policy: string, cluster: string, place: string, ...others: string[]];

/** The answers of a page, one row each, with the facts that prove them. */
export function supportQuery(answers: readonly SupportIds[]): string {
  const ids = [...new Set(answers.flat())];
  const rows = answers.map((answer) => [...new Set(answer)].map((id) => ids.indexOf(id)));
  return `WITH ${cypherLiteral(ids)} AS ids
UNWIND ${cypherLiteral(rows)} AS answer
WITH [i IN answer | ids[i]] AS proof
MATCH (policy:Policy {id: proof[0]}), (cluster:Cluster {id: proof[1]}), (place:Place {id: proof[2]})
MATCH (from:Node)-[fact]->(to:Node) WHERE from.id IN proof AND to.id IN proof
RETURN policy, cluster, place, collect(fact) AS facts`;
}
