/** An empty local Neo4j for a bench, with the memory it is given; gone afterwards. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Graph, openGraph } from '../../src/graph/graph.ts';
import { readSetting } from '../../src/graph/reading/read-setting.ts';
import { startLocalNeo4j } from '../../src/neo4j/local/local-neo4j.ts';

/** A Neo4j and the door to it. */
export interface BenchNeo4j {
  readonly graph: Graph;
  readonly uri: string;
  readonly password: string;
  /** The most memory that its process has held so far, in MB; undefined where the system does not tell. */
  readonly peakMemory: () => Promise<number | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a Neo4j on ports of its own.
 * @param heap in the notation of Java: 512m, 2g
 */
export async function startBenchNeo4j(heap: string): Promise<BenchNeo4j> {
  const home = await mkdtemp(join(tmpdir(), 'kg-bench-'));
  const neo4j = await startLocalNeo4j({
    dataFolder: '.neo4j',
    home,
    neo4jVersion: '5.26',
    env: process.env,
    progress: (message) => process.stderr.write(`${message}\n`),
    ask: readSetting,
    keep: false,
    memory: { heap, pageCache: '256m' },
    ports: { bolt: 0, http: 0 },
  });
  const { connection, pid } = neo4j.status;
  if (!connection) throw new Error('The Neo4j of the bench has ended.');
  const graph = openGraph(connection);
  return {
    graph,
    uri: connection.uri,
    password: connection.password,
    peakMemory: async () => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
      return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
    },
    close: async () => {
      await graph.close();
      await neo4j.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
