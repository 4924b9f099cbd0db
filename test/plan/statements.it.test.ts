/** What a small plan costs: statements counted where they pass on to Neo4j. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { datasetOf } from '../changes/apply-seeds.ts';
import { citySeeds, POLICY } from '../cli/run-kg.ts';
import { type CountedWay, countOnTheWire } from '../count-on-the-wire.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

let way: CountedWay;
let graph: Graph;

beforeAll(async () => {
  way = await countOnTheWire(workerNeo4j().uri);
  graph = openTestGraph(way.uri);
});
beforeEach(() => emptyGraph(graph));
afterAll(async () => {
  await graph.close();
  way.close();
});

/** What a plan may cost; three of it read the revision before and after, so that all the rest is of one. */
const PLANNED = 8 + 3;

/** Applies a city with some policies. */
async function apply(policies: string): Promise<{ readonly planned: number; readonly applied: number }> {
  const start = way.statements();
  const plan = await graph.readAll((run) => makePlan(model, datasetOf(citySeeds(policies)), run));
  const planned = way.statements() - start;
  await applyPlan(model, graph, plan);
  return { planned, applied: way.statements() - start - planned };
}

describe('statements that a plan and its apply cost', () => {
  test('are a handful where a value of one record changes', async () => {
    await apply(POLICY);
    const { planned, applied } = await apply(POLICY.replace('2023', '2023-09'));
    expect(planned).toBeLessThanOrEqual(PLANNED);
    expect(applied).toBeLessThanOrEqual(20);
  });

  test('are as few where the evidence of all its facts changes, whatever their types', async () => {
    await apply(POLICY);
    const moved = POLICY.replace(' }\n', ', evidence: { locator: p2 } }\n');
    const { planned, applied } = await apply(moved);
    expect(planned).toBeLessThanOrEqual(PLANNED);
    expect(applied).toBeLessThanOrEqual(20);
  });

  test('are as few where facts come and go', async () => {
    await apply(POLICY);
    const { planned, applied } = await apply(POLICY.replace(", places: ['region:x']", ''));
    expect(planned).toBeLessThanOrEqual(PLANNED);
    expect(applied).toBeLessThanOrEqual(20);
  });

  test('look for facts that go at what they start from, never through every type there is', async () => {
    await apply(POLICY);
    const texts: string[] = [];
    const desired = datasetOf(citySeeds(POLICY.replace(", places: ['region:x']", '')));
    const { changes } = await graph.readAll((run) =>
      makePlan(model, desired, (statement) => {
        texts.push(statement.text);
        return run(statement);
      }),
    );
    expect(changes.map(({ action }) => action)).toEqual(['delete']);
    expect(texts.filter((text) => text.includes('UNION'))).toEqual([]);
  });
});
