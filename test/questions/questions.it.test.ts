/** The worked examples of the questions, asked of a real Neo4j: each answers as it is written. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyDataset } from '../changes/apply-seeds.ts';
import { loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { datasetsOf, EXAMPLE_FILES, readExamples } from './read-examples.ts';

const api = buildSchema();
let graph: Graph;
let loaded: readonly string[] = [];

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

describe.each(EXAMPLE_FILES)('%s', (file) => {
  test.each(readExamples(file))('$title', async (example) => {
    if (loaded !== example.seeds) {
      const [first, ...later] = datasetsOf(model, example);
      if (first) await loadDataset(graph, first);
      for (const dataset of later) await applyDataset(graph, deriveFacts(model, dataset));
    }
    loaded = example.seeds;
    const { result } = await runOperation(api, graph, example.operation);
    expect(result.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(result.data))).toEqual(example.answer);
  });
});
