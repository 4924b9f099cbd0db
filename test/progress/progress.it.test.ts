/** `progress` from a real Neo4j: held against the worked examples, and against the oracle on random graphs. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { progressOracle } from '../oracle/progress-oracle.ts';
import { buildSchema } from '../run-operation.ts';
import { askProgress } from './ask-progress.ts';
import { figuresDataset } from './figures-dataset.ts';
import { progressExamples } from './progress-examples.ts';
import { randomFigures, randomQuestion } from './random-figures.ts';

const api = buildSchema();
/** More on demand: PROGRESS_RUNS=1000. */
const RUNS = Number(process.env.PROGRESS_RUNS ?? 60);
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

describe('progress answers from Neo4j as the worked examples say', () => {
  test.each(progressExamples)('$title', async ({ figures, question, expected }) => {
    await loadDataset(graph, figuresDataset(figures));
    expect(await askProgress(api, graph, question)).toEqual(expected);
  });
});

test(
  'on random graphs progress answers as its meaning says, whatever the page size',
  async () => {
    const questions = fc.array(fc.tuple(randomQuestion, fc.constantFrom(1, 2, 50)), {
      minLength: 4,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(randomFigures, questions, async (figures, asked) => {
        await loadDataset(graph, figuresDataset(figures));
        for (const [question, pageSize] of asked) {
          expect(await askProgress(api, graph, question, pageSize)).toEqual(
            progressOracle(figures, question),
          );
        }
      }),
      { numRuns: RUNS },
    );
  },
  20 * 60_000,
);
