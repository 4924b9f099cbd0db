/** A shape that Neo4j has not planned yet, asked by many at once, is planned once and answered to all. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { ask } from './ask.ts';
import { readProductSeeds, type Served, serve } from './serve.ts';

let graph: Graph;
let server: Served;

beforeAll(async () => {
  graph = openTestGraph();
  await loadDataset(graph, readProductSeeds());
  server = await serve(graph);
});
afterAll(async () => {
  await server?.close();
  await graph?.close();
});

it('forty at once wait for the first of them, and all are answered', async () => {
  await ask(server.url, '{ regions(first: 1) { totalCount } }');
  server.statements.length = 0;
  const query = '{ support(first: 7, orderBy: PLACE) { totalCount nodes { place { name aliases } scope } } }';
  const all = Array.from({ length: 40 }, () => ask(server.url, query));
  const answers = await Promise.all(all);
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
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
