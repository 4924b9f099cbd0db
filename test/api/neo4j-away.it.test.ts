/** Neo4j goes away under a running service and comes back: told fast, and over by itself. */

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../src/graph/graph.ts';
import { readSetting } from '../../src/graph/reading/read-setting.ts';
import type { Ports } from '../../src/neo4j/database.ts';
import { type LocalNeo4j, startLocalNeo4j } from '../../src/neo4j/local/local-neo4j.ts';
import { loadDataset } from '../graph-fixture.ts';
import { readProductSeeds } from '../load-product.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { ask, codeOf, leaksOf, read } from './ask.ts';
import { type Served, serve } from './serve.ts';

const QUESTION = '{ regions { totalCount } }';

let home: string;
let neo4j: LocalNeo4j | undefined;
let ports: Ports;
let graph: Graph;
let server: Served;

function start(at: Ports): Promise<LocalNeo4j> {
  return startLocalNeo4j({
    dataFolder: '.neo4j',
    home,
    neo4jVersion: '5.26',
    env: process.env,
    progress: () => undefined,
    ask: readSetting,
    keep: false,
    memory: { heap: '256m', pageCache: '64m' },
    ports: at,
  });
}

beforeAll(async () => {
  if (workerNeo4j().whyNoOwn !== undefined) return;
  home = await mkdtemp(join(tmpdir(), 'kg-away-'));
  neo4j = await start({ bolt: 0, http: 0 });
  const { connection, httpUrl } = neo4j.status;
  if (!connection || !httpUrl) throw new Error('no connection');
  ports = { bolt: Number(new URL(connection.uri).port), http: Number(new URL(httpUrl).port) };
  graph = openGraph({ ...connection });
  await loadDataset(graph, readProductSeeds());
  server = await serve(graph, { inTime: true });
});
afterAll(async () => {
  await server?.close();
  await graph?.close();
  await neo4j?.close();
  if (home) await rm(home, { recursive: true, force: true });
});

describe.skipIf(workerNeo4j().whyNoOwn !== undefined)('a service whose Neo4j goes away', () => {
  it('answers while it is there', async () => {
    const answer = await ask(server.url, QUESTION);
    expect(answer.errors).toEqual([]);
    expect((await read(`${server.url}/readiness`)).status).toBe(200);
  });

  it('answers SERVICE_UNAVAILABLE while it is away, each time', async () => {
    await neo4j?.close();
    neo4j = undefined;
    for (let time = 0; time < 3; time++) {
      const answer = await ask(server.url, QUESTION);
      expect(codeOf(answer)).toBe('SERVICE_UNAVAILABLE');
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(leaksOf(answer)).toEqual([]);
    }
    const plain = await ask(server.url, QUESTION, {}, 'application/json');
    expect(plain.status).toBe(503);
  });

  it('answers SERVICE_UNAVAILABLE to many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(server.url, QUESTION)));
    for (const answer of answers) {
      expect(codeOf(answer)).toBe('SERVICE_UNAVAILABLE');
    }
  });

  it('is alive but not ready', async () => {
    expect((await read(`${server.url}/health`)).status).toBe(200);
    const ready = await read(`${server.url}/readiness`);
    expect(ready.status).toBe(503);
    expect(leaksOf(ready)).toEqual([]);
  });

  it('still tells what needs no Neo4j: the schema, refusals, the type of the root', async () => {
    expect((await read(`${server.url}/schema.graphql`)).status).toBe(200);
    expect(codeOf(await ask(server.url, '{ nope }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await ask(server.url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('answers again after its return, without a restart', async () => {
    neo4j = await start(ports);
    await expect.poll(async () => (await ask(server.url, QUESTION)).status, { interval: 100 }).toBe(200);
    expect((await read(`${server.url}/readiness`)).status).toBe(200);
  });

  it('reports a frozen Neo4j as SERVICE_UNAVAILABLE to all, and answers once it thaws', async () => {
    const pid = neo4j?.status.pid ?? 0;
    expect(pid).toBeGreaterThan(0);
    const askMany = () => Promise.all(Array.from({ length: 20 }, () => ask(server.url, QUESTION)));
    // Each has a connection of its own, which will be one that froze.
    await askMany();
    process.kill(pid, 'SIGSTOP');
    try {
      const [answers, ready] = await Promise.all([askMany(), read(`${server.url}/readiness`)]);
      expect(new Set(answers.map(codeOf))).toEqual(new Set(['SERVICE_UNAVAILABLE']));
      expect(ready.status).toBe(503);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await expect.poll(async () => (await ask(server.url, QUESTION)).status, { interval: 100 }).toBe(200);
  });
});

it('a Neo4j that takes connections and never answers is reported, also by readiness', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const deaf = openGraph({ uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: '' });
  const over = await serve(deaf, { inTime: true });
  try {
    const answer = await ask(over.url, QUESTION);
    expect(codeOf(answer)).toBe('SERVICE_UNAVAILABLE');
    const ready = await read(`${over.url}/readiness`);
    expect(ready.status).toBe(503);
  } finally {
    await over.close();
    silent.close();
    await deaf.close();
  }
});
