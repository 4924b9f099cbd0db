/**
 * The golden corpus: the answers of the API to some four hundred operations on fixed data. UPDATE=1 rewrites them; review
 * every line that changes.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { randomCase } from '../oracle/random-case.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import {
  type GoldenOperation,
  operationsOf,
  oracleOperation,
  refusedOperations,
} from './golden-operations.ts';
import { answerLines } from './golden-text.ts';

const UPDATE = process.env.UPDATE === '1';
const RANDOM_DATASETS = 8;
const api = buildSchema();
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

function seedsOf(...folder: readonly string[]): Dataset {
  const { dataset } = readSeeds(model, [join(import.meta.dirname, ...folder)]);
  if (!dataset) throw new Error(`${folder.join('/')} does not load`);
  return dataset;
}

/** The answer to an operation, page by page. */
async function answerOf({ title, source, variables, pages = 1 }: GoldenOperation): Promise<string> {
  const lines: string[] = [`# ${title}`];
  let after: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const { result } = await runOperation(
      api,
      graph,
      source,
      after === undefined ? variables : { ...variables, after },
    );
    const answered = answerLines(result);
    lines.push(...answered);
    const next = /hasNextPage=true.*endCursor=(\S+)/.exec(answered.join('\n'))?.[1];
    if (next === undefined) break;
    after = next;
  }
  return `${lines.join('\n')}\n`;
}

async function hold(name: string, operations: readonly GoldenOperation[]): Promise<void> {
  const path = join(import.meta.dirname, 'answers', `${name}.txt`);
  const answers: string[] = [];
  for (const operation of operations) answers.push(await answerOf(operation));
  if (UPDATE) writeFileSync(path, answers.join('\n'));
  expect(existsSync(path)).toBe(true);
  const written = readFileSync(path, 'utf8')
    .split(/\n(?=# )/)
    .map((each) => each.trim());
  expect(answers.map((each) => each.trim())).toEqual(written);
}

describe('answers stay what they were', { timeout: 30 * 60_000 }, () => {
  test('about a whole city', async () => {
    const dataset = seedsOf('seeds');
    await loadDataset(graph, dataset);
    await hold('city', [...operationsOf(dataset, 9), ...refusedOperations()]);
  });

  test('about a few made-up records', async () => {
    const dataset = seedsOf('..', 'operations', 'seeds');
    await loadDataset(graph, dataset);
    await hold('few', operationsOf(dataset, 3));
  });

  test.each(Array.from({ length: RANDOM_DATASETS }, (_, at) => at + 1))(
    'about random records, draw %i',
    async (seed) => {
      const [drawn] = fc.sample(randomCase(14), { seed, numRuns: 1 });
      if (!drawn) throw new Error('nothing was drawn');
      await loadDataset(graph, drawn.dataset);
      const derived = operationsOf(drawn.dataset, 1).filter(({ title }) => title.startsWith('policies of'));
      await hold(`random-${seed}`, [...drawn.queries.map(oracleOperation), ...derived]);
    },
  );
});
