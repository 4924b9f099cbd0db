/** `support` from a real Neo4j, held against an independent reading of its meaning on random small graphs. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { randomCase } from '../oracle/random-case.ts';
import { DROPPING, supportOracle } from '../oracle/support-oracle.ts';
import { buildSchema } from '../run-operation.ts';
import { askSupport } from './ask-support.ts';

const api = buildSchema();
/** More on demand: SUPPORT_RUNS=3000. */
const RUNS = Number(process.env.SUPPORT_RUNS ?? 20);
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

test(
  'on random graphs support answers as its meaning says, whatever the page size',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        randomCase(1),
        fc.option(fc.constantFrom(...DROPPING), { nil: undefined }),
        fc.constantFrom(2, 50, 50),
        async ({ dataset, queries }, dropping, pageSize) => {
          await loadDataset(graph, dataset);
          for (const query of queries) {
            const asked = { ...query, dropping };
            expect(await askSupport(api, graph, asked, pageSize)).toEqual(supportOracle(dataset, asked));
          }
        },
      ),
      { numRuns: RUNS },
    );
  },
  20 * 60_000,
);
