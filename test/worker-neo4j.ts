/** The Neo4j of the worker that a graph test runs in. */

import { inject } from 'vitest';
import { takeLease } from './leases.ts';
import type { WorkerNeo4j } from './start-neo4j.ts';

let leased: WorkerNeo4j | undefined;

/**
 * Takes a Neo4j for this process alone, until it ends. Numbers that Vitest gives its workers do not do: two that run
 * at the same time can have the same one, and one that has just finished may still write.
 */
export async function leaseNeo4j(): Promise<WorkerNeo4j> {
  const { number } = await takeLease(inject('neo4jLeases'));
  leased = inject('neo4js')[number];
  return workerNeo4j();
}

/** The Neo4j that this worker alone uses, one test file after the other. */
export function workerNeo4j(): WorkerNeo4j {
  if (leased === undefined) throw new Error('Only graph tests have a Neo4j: it is leased before they begin.');
  return leased;
}
