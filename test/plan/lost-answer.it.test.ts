/** A connection that breaks over a commit: what was done is told, and what nobody knows is said. */

import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { citySeeds, POLICY } from '../cli/run-kg.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

/** A COMMIT on the wire, which has no fields, with the length of its chunk. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);
/** What only the answer to a commit has. */
const BOOKMARK = Buffer.from('bookmark');

let graph: Graph;
let server: Server;
let throughServer: Graph;
/** Whether new connections are let through after one was cut. */
let comesBack = true;

beforeAll(() => {
  graph = openTestGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  const { hostname, port } = new URL(workerNeo4j().uri);
  let wasCut = false;
  server = createServer((client: Socket) => {
    if (wasCut && !comesBack) return void client.destroy();
    const neo4j = connect(Number(port), hostname);
    let isCommitted = false;
    client.on('data', (bytes) => {
      isCommitted = (isCommitted || bytes.includes(COMMIT)) && !wasCut;
      neo4j.write(bytes);
    });
    neo4j.on('data', (bytes) => {
      // What was asked before may be answered in between.
      if (!isCommitted || !bytes.includes(BOOKMARK)) return void client.write(bytes);
      wasCut = true;
      client.destroy();
    });
    for (const end of [client, neo4j]) end.on('error', () => end.destroy());
    client.on('close', () => neo4j.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const uri = `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`;
  throughServer = openTestGraph(uri);
});
afterEach(async () => {
  await throughServer.close();
  server.close();
});
afterAll(() => graph.close());

/** Applies a change whose answer is lost. */
async function apply() {
  await applyDataset(graph, datasetOf(citySeeds(POLICY)));
  const desired = datasetOf(citySeeds(POLICY.replace('2023', '2024')));
  const plan = await graph.readAll((run) => makePlan(model, desired, run));
  return applyPlan(model, throughServer, plan);
}

async function revision(): Promise<unknown> {
  const [row] = await graph.read({
    text: 'MATCH (g:KnowledgeGraph) RETURN g.revision AS is',
    parameters: {},
  });
  return row?.is;
}

test('an apply whose answer was lost is told as the revision that it is, not as a stale plan', async () => {
  comesBack = true;
  expect(await apply()).toMatchObject({ revision: 2 });
  expect(await revision()).toBe(2);
});

test('an apply that nobody answers any more says that it may have been done', async () => {
  comesBack = false;
  await expect(apply()).rejects.toMatchObject({
    reason: 'unavailable',
    message: expect.stringContaining('while the change was being committed: kg status shows'),
  });
  expect(await revision()).toBe(2);
});
