/** Going back in a real graph, on random datasets: what is there is what the digest says. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { readHashes } from '../../src/graph/reading/read-hashes.ts';
import { readRecords, STATE_STATEMENT, stateOf } from '../../src/graph/reading/read-state.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { ApplyRefused } from '../../src/plan/apply-refused.ts';
import { isEmpty, type Plan } from '../../src/plan/plan.ts';
import { planRevert, planRollback } from '../../src/plan/undo/plan-undo.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { randomDataset } from '../oracle/random-dataset.ts';
import { applyDataset } from './apply-seeds.ts';

let graph: Graph;
beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

const OPTIONS = { overwriteDrift: false };

/** The digest that the graph tells, and that of what is in it. */
async function digests(): Promise<readonly [string | undefined, string | undefined]> {
  return graph.readAll(async (run) => {
    const { digest, info } = stateOf(await run(STATE_STATEMENT));
    const { nodes, relationships } = await readHashes(model, run);
    const facts = [...relationships.keys()].map((key) => ({ key }));
    const held = await readRecords(model, run, [...nodes.keys()], facts);
    return [digest, info && datasetDigest({ info, ...held })];
  });
}

async function apply(plan: Plan): Promise<void> {
  if (!isEmpty(plan)) await applyPlan(model, graph, plan);
}

/** More on demand: UNDO_RUNS=50. */
const RUNS = Number(process.env.UNDO_RUNS ?? 3);

const datasets = fc.array(
  randomDataset().map((dataset) => deriveFacts(model, dataset)),
  { minLength: 3, maxLength: 4 },
);

test('to each revision and forward again, and over one alone where that is not refused', async () => {
  await fc.assert(
    fc.asyncProperty(datasets, fc.array(fc.nat(3), { minLength: 3, maxLength: 5 }), async (steps, ways) => {
      await emptyGraph(graph);
      for (const step of steps) await applyDataset(graph, step);
      for (const way of ways) {
        const to = way % steps.length;
        await apply(await graph.readAll((run) => planRollback(model, to + 1, OPTIONS, run)));
        const wanted = steps[to] && datasetDigest(steps[to]);
        expect(await digests()).toEqual([wanted, wanted]);
      }
      const newest = stateOf(await graph.read(STATE_STATEMENT)).revision;
      for (let revision = newest; revision > 0; revision -= 1) {
        try {
          await apply(await graph.readAll((run) => planRevert(model, revision, OPTIONS, run)));
        } catch (error) {
          expect(error).toBeInstanceOf(ApplyRefused);
          expect(error).toMatchObject({ code: 'touched-later' });
        }
        const [told, held] = await digests();
        expect(told).toBe(held);
      }
    }),
    { numRuns: RUNS },
  );
});
