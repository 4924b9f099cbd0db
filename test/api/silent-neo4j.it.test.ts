/** Silence is told from slowness: a connection or a Neo4j that says nothing is given up, a slow statement is not. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphError } from '../../src/graph/bolt/graph-error.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { ask, codeOf, read } from './ask.ts';
import { openSilentWay, type SilentWay } from './open-silent-way.ts';
import { type Served, serve } from './serve.ts';

const QUESTION = '{ regions { totalCount } }';
/** How many ask at once: a few rounds of them are more connections than a pool has. */
const MANY = 20;
/** How often what is tested is done in a row. */
const TIMES = 3;
/** Connections beside those of questions: the server's own look at its graph. */
const FEW = 4;
/** The read of a client that left keeps its slot until its connection is closed, so those of all rounds may add up. */
const MOST_AT_ONCE = (TIMES + 1) * MANY;

let way: SilentWay;
let graph: Graph;
let server: Served;

beforeAll(async () => {
  const direct = openTestGraph();
  await loadProduct(direct);
  await direct.close();
  way = await openSilentWay(workerNeo4j().uri);
  graph = openTestGraph(way.uri);
  server = await serve(graph, { maxConcurrency: MOST_AT_ONCE, inTime: true });
});
afterAll(async () => {
  await server?.close();
  await graph?.close();
  await way?.close();
});

/** Asks on as many connections as there may be, so that the next question finds none that is not in use. */
async function askMany(): Promise<readonly unknown[]> {
  const answers = await Promise.all(Array.from({ length: MANY }, () => ask(server.url, QUESTION)));
  return answers.map((answer) => (answer.status === 200 ? 200 : codeOf(answer)));
}

it('a read that is cancelled before it begins fails once, and nothing fails after it', async () => {
  const failure = await graph
    .read({ text: 'RETURN 1', parameters: {} }, { timeout: 1, signal: AbortSignal.abort() })
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(GraphError);
  expect(failure).toMatchObject({ reason: 'cancelled' });
  // What follows takes longer than any timer of it: a rejection that nobody awaits fails the run.
});

describe.sequential('a service whose connections to Neo4j fall silent', () => {
  it('answers all questions by new connections, each time, and closes the silent ones', async () => {
    for (let time = 0; time < TIMES; time++) {
      expect(new Set(await askMany())).toEqual(new Set([200]));
      const closed = way.silenceOpen();
      expect(new Set(await askMany())).toEqual(new Set([200]));
      await closed;
    }
  });

  it('answers SERVICE_UNAVAILABLE while new ones are silent, too, and recovers', async () => {
    await askMany();
    way.silenceAll();
    expect(new Set(await askMany())).toEqual(new Set(['SERVICE_UNAVAILABLE']));
    expect(new Set(await askMany())).toEqual(new Set(['SERVICE_UNAVAILABLE']));
    expect((await read(`${server.url}/readiness`)).status).toBe(503);
    way.endSilence();
    await expect.poll(async () => (await ask(server.url, QUESTION)).status).toBe(200);
    expect(new Set(await askMany())).toEqual(new Set([200]));
    expect((await read(`${server.url}/readiness`)).status).toBe(200);
  });

  it('loses no connection to clients that leave while theirs is silent', async () => {
    for (let time = 0; time < TIMES; time++) {
      expect(new Set(await askMany())).toEqual(new Set([200]));
      void way.silenceOpen();
      const leaving = new AbortController();
      server.statements.length = 0;
      const left = Array.from({ length: MANY }, () =>
        ask(server.url, QUESTION, {}, undefined, leaving.signal).catch(() => 'left'),
      );
      await expect.poll(() => server.statements.length).toBe(MANY);
      leaving.abort();
      await Promise.all(left);
    }
    expect(new Set(await askMany())).toEqual(new Set([200]));
    await expect.poll(way.open).toBeLessThanOrEqual(MANY + FEW);
  });
});

it('a statement that is slow is waited for as long as it may take, and sent once', async () => {
  let sent = 0;
  let seconds = 0;
  for (let size = 4_000_000; seconds < 3; size *= 2) {
    const began = performance.now();
    const counting = {
      text: 'UNWIND range(1, $size) AS each RETURN count(toString(each)) AS found',
      parameters: { size },
    };
    expect(await graph.read(counting, { timeout: 60_000 })).toEqual([{ found: size }]);
    seconds = (performance.now() - began) / 1_000;
    sent++;
  }
  expect(sent).toBeGreaterThan(0);
});
