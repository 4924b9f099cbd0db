/** GraphQL over HTTP, as its specification has it. */

import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
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

it('every audit of graphql-http is ok', async () => {
  const results = await auditServer({ url: `${server.url}/graphql`, fetchFn: fetch });
  const others = results.flatMap((each) =>
    each.status === 'ok' ? [] : [`${each.status} ${each.id} ${each.name}: ${each.reason}`],
  );
  expect(others).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(60);
});
