/** A shape that Neo4j has not planned yet, asked by many at once, is planned once and answered to all. */

import { expect, it } from 'vitest';
import { STATEMENT_TIMEOUT } from '../../src/api/api-context.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { ask } from './ask.ts';
import { serve, serveProduct } from './serve.ts';

const server = serveProduct();

it('forty at once wait for the first of them, and all are answered', async () => {
  await ask(server.url, '{ support(first: 1) { totalCount } }');
  server.statements.length = 0;
  const query = '{ support(first: 7, orderBy: PLACE) { totalCount nodes { place { name aliases } scope } } }';
  const all = Array.from({ length: 40 }, () => ask(server.url, query));
  const answers = await Promise.all(all);
  expect(answers.flatMap(({ status, text }) => (status === 200 ? [] : [text]))).toEqual([]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(server.statements).toHaveLength(40);
});

it('a shape that fails is no lock on those who wait: each is told', async () => {
  const query = '{ support(policy: "policy:none", orderBy: CLUSTER) { nodes { cluster { nameEn } } } }';
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(server.url, query)));
  expect(answers.map(({ errors }) => errors[0]?.extensions.code)).toEqual(
    Array.from({ length: 5 }, () => 'BAD_USER_INPUT'),
  );
});

it('a shape that its client leaves is planned to the end, for all who wait for it', async () => {
  server.statements.length = 0;
  const query =
    '{ support(first: 9, orderBy: CLUSTER) { totalCount nodes { cluster { name } because { sentence } } } }';
  const leaving = new AbortController();
  const first = ask(server.url, query, {}, undefined, leaving.signal).catch(() => 'left');
  await expect.poll(() => server.statements.length, { interval: 5 }).toBe(1);
  const others = Array.from({ length: 5 }, () => ask(server.url, query));
  leaving.abort();
  expect(await first).toBe('left');
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  // The first was not sent again: each of the others was, once it was planned.
  expect(server.statements).toHaveLength(6);
});

it('a shape that is not planned yet has a limit of its own, longer than any other', async () => {
  const graph = openTestGraph();
  const limits: (number | undefined)[] = [];
  const watched: Graph = {
    ...graph,
    read(statement, options) {
      if (statement.text.endsWith(' AS value')) limits.push(options?.timeout);
      return graph.read(statement, options);
    },
  };
  const limited = await serve(watched, { inTime: true });
  try {
    for (let time = 0; time < 2; time++) await ask(limited.url, '{ zones(first: 2) { totalCount } }');
    const [first = 0, second] = limits;
    expect(first).toBeGreaterThan(2 * STATEMENT_TIMEOUT);
    expect(second).toBe(STATEMENT_TIMEOUT);
  } finally {
    await limited.close();
    await graph.close();
  }
});
