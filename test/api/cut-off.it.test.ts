/** Clients that leave at any moment end nothing but their own questions: the server answers, and Neo4j is at rest. */

import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { howMany } from '../proof/proof-size.ts';
import { ask } from './ask.ts';
import { serveProduct } from './serve.ts';

const server = serveProduct();
const QUESTIONS = [
  '{ support(first: 2) { totalCount nodes { because { sentence } } } }',
  '{ policies(first: 10) { totalCount nodes { id name } } }',
  '{ search(text: "集成电路") { totalCount } }',
  '{ support(industry: "industry:none") { totalCount } }',
  '{ nope }',
];
const CUTS = howMany('CUTS', 300, 10_000);
/** How many clients there are at once. */
const CLIENTS = 32;
/** The longest that a client stays, in ms. */
const LONGEST_STAY = 250;

let graph: Graph;
beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

/** Asks, and leaves after some milliseconds, whatever has come by then. */
async function askAndLeave(query: string, stay: number): Promise<void> {
  const asking = request(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    agent: false,
  });
  // To be cut off is an error here, on this side.
  asking.on('error', () => undefined);
  const closed = new Promise((resolve) => asking.once('close', resolve));
  asking.end(JSON.stringify({ query }));
  await delay(stay);
  asking.destroy();
  await closed;
}

async function readsUnderWay(): Promise<unknown> {
  const rows = await graph.read({
    text: 'SHOW TRANSACTIONS YIELD metaData WHERE metaData.read IS NOT NULL RETURN count(*) AS reads',
    parameters: {},
  });
  return rows[0]?.reads;
}

/** What a client reads that stays: all but the id of its request. */
async function answerTo(query: string): Promise<unknown> {
  const { status, text } = await ask(server.url, query);
  return { status, text: text.replace(/"requestId":"[^"]+"/g, '') };
}

test('of clients of which half leave at any moment, the others are all answered', async () => {
  const expected = await Promise.all(QUESTIONS.map(answerTo));
  let begun = 0;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (begun < CUTS) {
      const index = begun++;
      const at = Math.floor(index / 2) % QUESTIONS.length;
      const query = QUESTIONS[at] ?? '';
      // A prime spreads the moments evenly, in an order that is no order.
      if (index % 2 === 0) await askAndLeave(query, (index * 97) % LONGEST_STAY);
      else expect(await answerTo(query)).toEqual(expected[at]);
    }
  });
  await Promise.all(clients);
  expect((await ask(server.url, QUESTIONS[0] ?? '')).status).toBe(200);
  await expect.poll(readsUnderWay).toBe(0);
});
