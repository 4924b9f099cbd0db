/** `progress` from a real Neo4j: held against the worked examples, and against the oracle on random graphs. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { type ProgressRow, progressOracle } from '../oracle/progress-oracle.ts';
import { buildSchema } from '../run-operation.ts';
import { askProgress } from './ask-progress.ts';
import { choiceExamples } from './choice-examples.ts';
import { apart, together } from './examples-together.ts';
import { figuresDataset } from './figures-dataset.ts';
import { levelExamples } from './level-examples.ts';
import { randomFigures, randomQuestion } from './random-figures.ts';
import { spanExamples } from './span-examples.ts';

const api = buildSchema();
/** More on demand: PROGRESS_RUNS=1000. */
const RUNS = Number(process.env.PROGRESS_RUNS ?? 30);
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

describe('progress answers from Neo4j as the worked examples of choosing say', () => {
  test.each(choiceExamples)('$title', async ({ figures, question, expected }) => {
    await loadDataset(graph, figuresDataset(figures));
    expect(await askProgress(api, graph, question)).toEqual(expected);
  });
});

describe('progress answers from Neo4j as the other worked examples say, all in one graph', () => {
  const examples = [...levelExamples, ...spanExamples].map((each, index) => apart(each, `e${index}-`));
  const answers = new Map<string, readonly ProgressRow[]>();

  beforeAll(async () => {
    await loadDataset(graph, figuresDataset(together(examples)));
    for (const on of new Set(examples.map(({ question }) => question.on)))
      answers.set(on, await askProgress(api, graph, { on }));
  });

  test.each(examples)('$title', ({ prefix, question, expected }) => {
    const rows = answers.get(question.on)?.filter(({ target }) => target.startsWith(prefix));
    expect(rows).toEqual(expected);
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
