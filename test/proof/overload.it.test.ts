/** Twice as many questions as a server can answer: those that it takes are answered, the others refused at once, and it recovers. */

import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { howMany, tellProof } from './proof-size.ts';
import { serveBeside, statusOf } from './serve-beside.ts';

/** How long twice the capacity lasts, and how long half of it does after that, in seconds. */
const [OVER, UNDER] = [howMany('SECONDS', 4, 300), howMany('STEADY_SECONDS', 4, 3_600)];
const CONNECTIONS = 16;

const graph: Graph = openTestGraph();
afterAll(() => graph.close());

/** Each asks something else, so that no answer is kept. */
function bodyOf(number: number): string {
  const day = new Date(Date.UTC(1990, 0, 1) + (number % 12_000) * 86_400_000).toISOString().slice(0, 10);
  const query = `query($day: Date) { support(validOn: $day, first: 3) { totalCount nodes { policy { name } cluster { name }
    because { sentence } } } }`;
  return JSON.stringify({ query, variables: { day } });
}

interface Outcome {
  /** 0 where there was no answer. */
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** From the intended start, in ms. */
  readonly latency: number;
}

function askOnce(url: string, agent: Agent, number: number, intended = performance.now()): Promise<Outcome> {
  return new Promise((resolve) => {
    const end = (status: number, retryAfter: string | undefined) =>
      resolve({ status, retryAfter, latency: performance.now() - intended });
    const sent = request(
      `${url}/graphql`,
      { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        response.on('end', () => end(response.statusCode ?? 0, response.headers['retry-after']));
      },
    );
    sent.on('error', () => end(0, undefined));
    sent.end(bodyOf(number));
  });
}

/** How many a second are answered by so many connections, each of which asks again at once. */
async function capacityOf(url: string, agent: Agent, seconds: number): Promise<number> {
  let answered = 0;
  const end = performance.now() + seconds * 1_000;
  const clients = Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() < end) {
      const { status } = await askOnce(url, agent, answered);
      if (status === 200) answered += 1;
    }
  });
  await Promise.all(clients);
  return answered / seconds;
}

/** Asks at a fixed rate, however many are unanswered. */
async function askAtRate(
  url: string,
  agent: Agent,
  rate: number,
  seconds: number,
): Promise<readonly Outcome[]> {
  const asked: Promise<Outcome>[] = [];
  const began = performance.now();
  for (let at = 0; at < rate * seconds; at += 1) {
    const intended = began + (at * 1_000) / rate;
    const early = intended - performance.now();
    if (early > 1) await delay(early);
    asked.push(askOnce(url, agent, at, intended));
  }
  return await Promise.all(asked);
}

async function memoryOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes\S* (\S+)/m.exec(metrics)?.[1]) / 1_000_000;
}

function describeOutcomes(outcomes: readonly Outcome[]): string {
  const of = (status: number) => outcomes.filter((each) => each.status === status);
  const times = of(200)
    .map(({ latency }) => latency)
    .sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return `${of(200).length} answered, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms; ${of(503).length} refused`;
}

test(`twice the capacity for ${OVER} s is answered or refused with 503, then half of it is answered for ${UNDER} s`, async () => {
  await loadProduct(graph);
  const env = { NEO4J_URI: workerNeo4j().uri, KG_SEEDS: PRODUCT_SEEDS.join(',') };
  const server = await serveBeside(undefined, env);
  await expect.poll(() => statusOf(`${server.url}/readiness`), { timeout: 240_000, interval: 200 }).toBe(200);
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const capacity = await capacityOf(server.url, agent, 3);
  expect(capacity).toBeGreaterThan(0);

  const over = await askAtRate(server.url, agent, 2 * capacity, OVER);
  const after = await askOnce(server.url, agent, 0);
  tellProof(
    `capacity ${capacity.toFixed(0)} a second; twice as many for ${OVER} s: ${describeOutcomes(over)}`,
  );
  tellProof(`then the next: ${after.status} after ${after.latency.toFixed(0)} ms`);
  // A statement that a busy machine cannot answer in time is given up: 504.
  expect(over.filter(({ status }) => ![200, 503, 504].includes(status))).toEqual([]);
  expect(over.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(over.filter(({ status, retryAfter }) => status === 503 && retryAfter === undefined)).toEqual([]);
  expect(after.status).toBe(200);

  const memory: number[] = [];
  const minutes = Math.max(1, UNDER / 60);
  for (let minute = 0; minute < minutes; minute += 1) {
    const steady = await askAtRate(server.url, agent, capacity / 2, Math.min(60, UNDER));
    memory.push(await memoryOf(server.url));
    expect(steady.filter(({ status }) => ![200, 503, 504].includes(status))).toEqual([]);
    expect(steady.filter(({ status }) => status === 200).length).toBeGreaterThan(steady.length / 2);
  }
  tellProof(`memory in MB, each minute at half of the capacity: ${memory.map(Math.round).join(' ')}`);
  const half = Math.floor(memory.length / 2);
  const most = (values: readonly number[]) => Math.max(...values);
  if (half > 0) expect(most(memory.slice(half))).toBeLessThan(most(memory.slice(0, half)) * 1.2);
  agent.destroy();
  server.process.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
}, 7_200_000);
