/** One number for all that a graph holds, whoever wrote it: equal before and after means that nothing was changed. */

import { createHash } from 'node:crypto';
import type { Graph } from '../src/graph/graph.ts';

/** Reads every node and relationship as Neo4j has it. */
const EVERYTHING = `CALL () { MATCH (n) RETURN elementId(n) AS id, labels(n) AS kind, properties(n) AS has
UNION ALL MATCH (a)-[r]->(b) RETURN elementId(r) AS id, [type(r), elementId(a), elementId(b)] AS kind, properties(r) AS has }
WITH id, kind, has ORDER BY id
RETURN id, kind, [key IN COLLECT { UNWIND keys(has) AS key RETURN key ORDER BY key } | [key, has[key]]] AS has`;

/** The SHA-256 of all of it, as hexadecimal digits. */
export async function digestOfAll(graph: Graph): Promise<string> {
  const hash = createHash('sha256');
  for (const row of await graph.read({ text: EVERYTHING, parameters: {} }, { timeout: 120_000 })) {
    hash.update(JSON.stringify([row.id, row.kind, row.has]));
  }
  return hash.digest('hex');
}
