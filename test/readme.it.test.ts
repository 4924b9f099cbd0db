/** The README's questions are asked of the real seeds, and its answers are the beginnings of what comes back. */

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import type { Dataset } from '../src/model/dataset.ts';
import { deriveFacts } from '../src/model/stored/derive-facts.ts';
import { readSeeds } from '../src/seeds/read-seeds.ts';
import { readAnswer } from '../src/verify/read-answer.ts';
import { verifyProof } from '../src/verify/verify-answer.ts';
import { applyDataset } from './changes/apply-seeds.ts';
import { loadDataset, model, openTestGraph } from './graph-fixture.ts';
import { buildSchema, runOperation } from './run-operation.ts';
import { PRODUCT_SEEDS } from './seed-folders.ts';
import { shortAnswer } from './short-answer.ts';

/** Write the answers anew with UPDATE=1, and read what changed. */
const UPDATE = process.env.UPDATE === '1';
const README = readFileSync('README.md', 'utf8');
const PAIRS = [...README.matchAll(/```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)];
const titled = PAIRS.map(
  ([, question = '', answer = '']) => [/\w+/.exec(question)?.[0] ?? '', question, answer] as const,
);

/** How many statements a question of the README may cost. */
const MOST_STATEMENTS = 8;
/** The day of its questions. */
const DAY = 20241001;

const api = buildSchema();
let graph: Graph;
let seeds: Dataset;
let updated = README;

beforeAll(async () => {
  graph = openTestGraph();
  const { dataset } = readSeeds(model, PRODUCT_SEEDS);
  if (!dataset) throw new Error('the seeds do not load');
  seeds = dataset;
  await loadDataset(graph, dataset);
});
afterAll(async () => {
  if (UPDATE) writeFileSync('README.md', updated);
  await graph.close();
});

/** What compares two revisions is asked when there is a second one, after all else. */
const isDiff = ([name]: (typeof titled)[number]) => name === 'supportDiff';

test.each(titled.filter((each) => !isDiff(each)))('%s is answered as the README says', expectAnswer);

test.each(titled.filter(isDiff))('%s is answered so after the edit it describes', async (...asked) => {
  const policy = seeds.nodes.get('policy:huangpu-digital-2023');
  expect(policy).toBeDefined();
  if (!policy) return;
  const ended = { ...policy, properties: { ...policy.properties, expiresOn: '2024-06-30' } };
  const nodes = new Map([...seeds.nodes, [policy.id, ended]]);
  await applyDataset(graph, deriveFacts(model, { ...seeds, nodes }));
  await expectAnswer(...asked);
});

async function expectAnswer(_: string, question: string, answer: string): Promise<void> {
  const { result, statements } = await runOperation(api, graph, question);
  expect(result.errors).toBeUndefined();
  // One for most; facts that the ground does not have are read on the way.
  expect(statements.length).toBeLessThanOrEqual(MOST_STATEMENTS);
  const shown = shortAnswer(result.data);
  if (UPDATE)
    updated = updated.replace(
      `${question}\`\`\`\n\n\`\`\`json\n${answer}`,
      () => `${question}\`\`\`\n\n\`\`\`json\n${shown}`,
    );
  else expect(answer).toBe(shown);
  // What can be saved and verified, holds.
  const { proofs } = readAnswer(JSON.parse(JSON.stringify(result.data)));
  for (const proof of proofs) expect(verifyProof(model, seeds, proof, DAY), proof.position).toEqual([]);
}

test('every question that the product promises is asked', () => {
  const asked = new Set(
    PAIRS.flatMap(([, question = '']) => [...question.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name)),
  );
  const promised = [
    'support',
    'eligibility',
    'coverage',
    'progress',
    'chain',
    'zones',
    'expiring',
    'compare',
    'paths',
  ];
  const others = ['resolve', 'changes', 'claims', 'supportDiff', 'worklist', 'applicants', 'measures'];
  for (const name of [...promised, ...others]) expect(asked).toContain(name);
  for (const argument of ['dropping:', 'asOf:', 'nextQuestions', 'covers:', 'sum(of:'])
    expect(README).toContain(argument);
});
