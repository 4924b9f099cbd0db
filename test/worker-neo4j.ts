/** The Neo4j of the worker that a graph test runs in. */

import { inject } from 'vitest';
import type { WorkerNeo4j } from './start-neo4j.ts';

/** The Neo4j that this worker alone uses, one test file after the other. */
export function workerNeo4j(): WorkerNeo4j {
  // Workers that run at the same time have different numbers, from 1 on.
  const neo4j = inject('neo4js')[Number(process.env.VITEST_POOL_ID) - 1];
  if (neo4j === undefined) throw new Error(`Worker ${process.env.VITEST_POOL_ID} has no Neo4j.`);
  return neo4j;
}
