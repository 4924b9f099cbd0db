/** The README's questions are asked of the real seeds, and its answers are what comes back. */

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import { readSeeds } from '../src/seeds/read-seeds.ts';
import { loadDataset, model, openTestGraph } from './graph-fixture.ts';
import { buildSchema, runOperation } from './run-operation.ts';
import { PRODUCT_SEEDS } from './seed-folders.ts';

/** Write the answers anew with UPDATE=1, and read what changed. */
const UPDATE = process.env.UPDATE === '1';
const PAIR = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;

/** How many statements a question of the README may cost. */
const MOST_STATEMENTS = 6;

const api = buildSchema();
let graph: Graph;

beforeAll(async () => {
  graph = openTestGraph();
  const { dataset } = readSeeds(model, PRODUCT_SEEDS);
  if (!dataset) throw new Error('the seeds do not load');
  await loadDataset(graph, dataset);
});
afterAll(() => graph.close());

test('each question of the README is answered as it says', async () => {
  const readme = readFileSync('README.md', 'utf8');
  const pairs = [...readme.matchAll(PAIR)];
  expect(pairs.length).toBeGreaterThan(1);
  let updated = readme;
  for (const [, question = '', answer = ''] of pairs) {
    const { result, statements } = await runOperation(api, graph, question);
    expect(result.errors).toBeUndefined();
    // One for most; facts that the ground does not have are read on the way.
    expect(statements.length).toBeLessThanOrEqual(MOST_STATEMENTS);
    const text = `${JSON.stringify(result.data, null, 2)}\n`;
    if (UPDATE)
      updated = updated.replace(
        `${question}\`\`\`\n\n\`\`\`json\n${answer}`,
        `${question}\`\`\`\n\n\`\`\`json\n${text}`,
      );
    else expect(answer).toBe(text);
  }
  if (UPDATE) writeFileSync('README.md', updated);
});
