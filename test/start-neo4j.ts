/** Starts the real Neo4j that the graph tests run against, empty and on ports of its own, and stops it. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../src/graph/connection.ts';
import { type Graph, openGraph } from '../src/graph/graph.ts';
import { startLocalNeo4j } from '../src/neo4j/local-neo4j.ts';
import { buildSchema, runOperation } from './run-operation.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: { readonly uri: string; readonly httpUrl: string; readonly browserUrl: string };
  }
}

/** Where the jars are kept between runs. */
const DATA = '.neo4j';

/**
 * Has the main question planned a few times over: a planner that has just started is slower by far than any that
 * serves, and would run into the limit of a statement on a busy machine.
 */
async function warmUpPlanner(connection: Connection): Promise<void> {
  const graph = openGraph(connection);
  const api = buildSchema();
  for (const orderBy of ['POLICY', 'CLUSTER', 'PLACE']) {
    const source = `{ support(orderBy: ${orderBy}) { totalCount whyNot { count } nodes { because { sentence } } } }`;
    const explained: Graph = {
      ...graph,
      read: (statement) =>
        graph.read({ ...statement, text: `EXPLAIN ${statement.text}` }, { timeout: 60_000 }),
    };
    await runOperation(api, explained, source);
  }
  await graph.close();
}

/** One fresh database a run; the real thing always. */
export default async function startNeo4j(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'kg-test-'));
  const neo4j = await startLocalNeo4j({
    dataFolder: DATA,
    home,
    neo4jVersion: '5.26',
    env: process.env,
    progress: (message) => process.stderr.write(`${message}\n`),
    ask: async (connection) => {
      const graph = openGraph(connection);
      await graph.ping().finally(() => graph.close());
    },
    keep: false,
    ports: { bolt: 0, http: 0 },
  });
  const { connection, httpUrl, browserUrl } = neo4j.status;
  if (connection) await warmUpPlanner(connection);
  project.provide('neo4j', {
    uri: connection?.uri ?? '',
    httpUrl: httpUrl ?? '',
    browserUrl: browserUrl ?? '',
  });
  return async () => {
    await neo4j.close();
    await rm(home, { recursive: true, force: true });
  };
}
