/** What an apply tells of changed answers, against the oracle of `support`, on random datasets from which facts go. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchAnswers } from '../../src/answers/watch-answers.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset, DatasetRelationship } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
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

/** A dataset without some of its facts; some have no dates any more, some are estimates, some true in part. */
function thinned(dataset: Dataset, fates: readonly number[]): Dataset {
  const facts = [...dataset.relationships].flatMap(([key, fact], position) => {
    const thin = thinnedFact(fact, fates[position % fates.length]);
    return thin ? [[key, thin] as const] : [];
  });
  return { ...dataset, relationships: new Map(facts) };
}

function thinnedFact(fact: DatasetRelationship, fate: number | undefined): DatasetRelationship | undefined {
  if (fate === 0) return undefined;
  const { validFrom: _from, validTo: _to, ...undated } = fact.properties;
  if (fate === 1) return { ...fact, properties: undated };
  const { modality, extent } = fact.properties;
  const properties = {
    ...fact.properties,
    ...(fate === 2 && modality === 'STATED' ? { modality: 'ESTIMATED' } : {}),
    ...(fate === 3 && extent === 'WHOLE' ? { extent: 'PART' } : {}),
  };
  return { ...fact, properties };
}

function answersOf(dataset: Dataset): ReadonlyMap<string, string> {
  const { rows } = supportOracle(dataset, { day: DAY, includePlanned: false, orderBy: 'PLACE' });
  return new Map(
    rows
      .map((row): readonly [string, string] => [
        `${row.place} ${row.policy} ${row.cluster}`,
        `${row.scope} ${row.modality}`,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test('exactly the answers that come, go and change are told, when facts go and when they come again', async () => {
  let moved = 0;
  let turned = 0;
  await fc.assert(
    fc.asyncProperty(
      randomDataset(),
      fc.array(fc.nat(7), { minLength: 11, maxLength: 17 }),
      async (dataset, fates) => {
        const steps = [dataset, thinned(dataset, fates), dataset].map((step) => deriveFacts(model, step));
        await emptyGraph(graph);
        let before: ReadonlyMap<string, string> | undefined;
        for (const step of steps) {
          const after = answersOf(step);
          if (!before) await applyDataset(graph, step);
          else {
            const plan = await graph.readAll((run) => makePlan(model, step, run));
            const watch = watchAnswers(model, plan, NOW);
            await applyPlan(model, graph, plan, { observe: watch.observe });
            const { added = [], removed = [], changed = [] } = watch.changes() ?? {};
            const key = ({ place, policy, cluster }: (typeof added)[number]) =>
              `${place.id} ${policy.id} ${cluster.id}`;
            const known = before;
            const stay = [...after.keys()].filter((each) => known.has(each));
            expect(added.map(key)).toEqual([...after.keys()].filter((each) => !known.has(each)));
            expect(removed.map(key)).toEqual([...known.keys()].filter((each) => !after.has(each)));
            expect(
              changed.map((each) => [
                key(each.after),
                `${each.before.scope} ${each.before.modality}`,
                `${each.after.scope} ${each.after.modality}`,
              ]),
            ).toEqual(
              stay
                .filter((each) => known.get(each) !== after.get(each))
                .map((each) => [each, known.get(each), after.get(each)]),
            );
            turned += changed.length;
            moved += added.length + removed.length;
          }
          before = after;
        }
      },
    ),
    { numRuns: 25, seed: 20261124 },
  );
  expect(moved).toBeGreaterThan(20);
  expect(turned).toBeGreaterThan(20);
});
