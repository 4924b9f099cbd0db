/** `support` from a real Neo4j, held against the worked examples. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { buildSchema } from '../run-operation.ts';
import { askSupport } from './ask-support.ts';
import { supportExamples } from './support-examples.ts';

const api = buildSchema();
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

describe('support answers from Neo4j as the worked examples say', () => {
  test.each(supportExamples)('$title', async ({ dataset, query, expected }) => {
    await loadDataset(graph, dataset);
    expect(await askSupport(api, graph, query)).toEqual(expected);
  });
});
