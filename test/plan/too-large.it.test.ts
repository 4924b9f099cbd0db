/** A change too large for one transaction is refused before anything is written. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { readTransactionMemory } from '../../src/graph/reading/read-memory.ts';
import { STATE_STATEMENT, stateOf } from '../../src/graph/reading/read-state.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { applyDataset, datasetOf, FIRST, SECOND } from '../changes/apply-seeds.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';

let graph: Graph;
beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  await applyDataset(graph, datasetOf(FIRST));
});
afterAll(() => graph.close());

test('the refusal says how much it would take, how much there is, and what helps', async () => {
  const plan = await graph.readAll((run) => makePlan(model, datasetOf(SECOND), run));
  const refused = applyPlan(model, graph, plan, { memory: 10_000 });
  await expect(refused).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(
      /^\d+ changes take about \d+ MB .* gives 1 MB to one\. Nothing was written\.[\s\S]*KG_NEO4J_HEAP=1g[\s\S]*import[\s\S]*several applies/,
    ),
  });
  expect(stateOf(await graph.read(STATE_STATEMENT)).revision).toBe(1);
  expect(await applyPlan(model, graph, plan, { memory: 1_000_000_000 })).toMatchObject({ revision: 2 });
});

test('what there is, is asked of Neo4j: seven tenths of its heap of 512 MB', async () => {
  const bytes = (await readTransactionMemory(graph)) ?? 0;
  expect(Math.round(bytes / 2 ** 20)).toBe(358);
});
