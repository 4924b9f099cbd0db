/** What an apply tells of changed answers, against the oracle of `support`, on random datasets from which facts go. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchAnswers } from '../../src/cli/watch-answers.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { applyDataset } from '../changes/apply-seeds.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { randomDataset } from '../oracle/random-dataset.ts';
import { supportOracle } from '../oracle/support-oracle.ts';

let graph: Graph;
beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

/** Most of what random datasets hold is valid then. */
const DAY = 20220615;
const NOW = new Date('2022-06-15T12:00:00Z');

/** A dataset without some of its facts, and with some that have no dates any more. */
function thinned(dataset: Dataset, fates: readonly number[]): Dataset {
  const facts = [...dataset.relationships].flatMap(([key, fact], position) => {
    const fate = fates[position % fates.length];
    if (fate === 0) return [];
    const { validFrom: _from, validTo: _to, ...properties } = fact.properties;
    return [[key, fate === 1 ? { ...fact, properties } : fact] as const];
  });
  return { ...dataset, relationships: new Map(facts) };
}

function answersOf(dataset: Dataset): readonly string[] {
  const { rows } = supportOracle(dataset, { day: DAY, includePlanned: false, orderBy: 'PLACE' });
  return rows.map(({ place, policy, cluster }) => `${place} ${policy} ${cluster}`).sort();
}

test('exactly the answers that come and go are told, when facts go and when they come again', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(
      randomDataset(),
      fc.array(fc.nat(7), { minLength: 11, maxLength: 17 }),
      async (dataset, fates) => {
        const steps = [dataset, thinned(dataset, fates), dataset].map((step) => deriveFacts(model, step));
        await emptyGraph(graph);
        let before: readonly string[] | undefined;
        for (const step of steps) {
          const after = answersOf(step);
          if (!before) await applyDataset(graph, step);
          else {
            const plan = await graph.readAll((run) => makePlan(model, step, run));
            const watch = watchAnswers(model, plan, NOW);
            await applyPlan(model, graph, plan, { observe: watch.observe });
            const { added = [], removed = [] } = watch.changes() ?? {};
            const keys = (answers: typeof added) =>
              answers.map(({ place, policy, cluster }) => `${place.id} ${policy.id} ${cluster.id}`).sort();
            const known = before;
            expect(keys(added)).toEqual(after.filter((each) => !known.includes(each)));
            expect(keys(removed)).toEqual(known.filter((each) => !after.includes(each)));
            moved += added.length + removed.length;
          }
          before = after;
        }
      },
    ),
    { numRuns: 25, seed: 20261124 },
  );
  expect(moved).toBeGreaterThan(20);
});
