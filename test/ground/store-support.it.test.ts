/** The derived relationships of support in a real Neo4j: the answers of each day, kept right and rewritten sparingly. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchAnswers } from '../../src/answers/watch-answers.ts';
import { readSavedQueries, savedQuery } from '../../src/browser/saved-queries.ts';
import type { Run } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { loadGround } from '../../src/ground/load-ground.ts';
import { compareSupport, type SupportDifference, storeSupport } from '../../src/ground/store-support.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planRollback } from '../../src/plan/undo/plan-undo.ts';
import { createGroundViews } from '../../src/rules/ground-views.ts';
import { emptyGraph, loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { graph as datasetOf } from '../oracle/build-dataset.ts';
import { randomCase } from '../oracle/random-case.ts';
import { supportOracle } from '../oracle/support-oracle.ts';

let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

const viewsOf = async (run: Run) => createGroundViews(await loadGround(model, run));
const keep = (most?: number) => graph.write(async (run) => storeSupport(await viewsOf(run), run, most));
const compare = () => graph.readAll(async (run) => compareSupport(await viewsOf(run), run));
const sizes = ({ kept, missing, extra }: SupportDifference) => [kept, missing.length, extra.length];
const ask = (text: string, parameters = {}) => graph.read({ text, parameters });
const write = (text: string) => graph.write((run) => run({ text, parameters: {} }));

/** Applies a dataset as kg apply does. */
async function apply(dataset: Dataset): Promise<void> {
  const desired = deriveFacts(model, dataset);
  await applied(await graph.readAll((run) => makePlan(model, desired, run)));
}

async function applied(plan: Plan): Promise<void> {
  await applyPlan(model, graph, plan, { observe: watchAnswers(model, plan).observe });
}

const DAYS = [
  20201231, 20210101, 20210531, 20210601, 20210615, 20220101, 20220131, 20220201, 20220228, 20220301,
  20220615, 20220701, 20220801, 20221231, 20230101, 20240101,
];

test('the saved query has the answers of any day on random graphs', { timeout: 300_000 }, async () => {
  const { text } = savedQuery(readSavedQueries(), 'support/which-policies-support-which-clusters');
  let found = 0;
  await fc.assert(
    fc.asyncProperty(randomCase(1), async ({ dataset }) => {
      await loadDataset(graph, dataset);
      await keep();
      for (const day of DAYS) {
        const rows = await ask(text, { day });
        const { rows: wanted } = supportOracle(dataset, { day, includePlanned: false, orderBy: 'POLICY' });
        const lines = rows.map((row) => [...(row.编号 as string[]), row.范围].join(' '));
        expect(lines.sort()).toEqual(
          wanted.map((row) => [row.policy, row.cluster, row.place, row.scope].join(' ')).sort(),
        );
        found += rows.length;
      }
    }),
    { numRuns: 8 },
  );
  expect(found).toBeGreaterThan(20);
});

const ONE = 'p1 SUPPORTS i1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; p1 APPLIES_IN z1';
const TWO = `${ONE}; p2 SUPPORTS i1; p2 APPLIES_IN z1`;
const ELEMENTS =
  'MATCH (p)-[s:DERIVED_SUPPORT]->() RETURN elementId(s) AS element, p.id AS policy ORDER BY policy';

test('an apply writes what is new and leaves the rest as it is', async () => {
  await emptyGraph(graph);
  await apply(datasetOf(ONE));
  const first = await ask(ELEMENTS);
  await apply(datasetOf(TWO));
  const second = await ask(ELEMENTS);
  expect([first.length, second.length]).toEqual([1, 2]);
  expect(second[0]).toEqual(first[0]);
  expect(sizes(await compare())).toEqual([2, 0, 0]);
});

test('a record that goes takes its derived relationships along, and they are no edits outside kg', async () => {
  await emptyGraph(graph);
  await apply(datasetOf(TWO));
  await apply(datasetOf(ONE));
  expect((await ask(ELEMENTS)).map(({ policy }) => policy)).toEqual(['policy:p1']);
  const [kept] = await ask('MATCH (k:KeptForeign) RETURN count(k) AS count');
  expect(kept?.count).toBe(0);
});

test('a rollback takes back what was derived', async () => {
  await emptyGraph(graph);
  await apply(datasetOf(ONE));
  await apply(datasetOf(TWO));
  await applied(await graph.readAll((run) => planRollback(model, 1, { overwriteDrift: false }, run)));
  expect((await ask(ELEMENTS)).map(({ policy }) => policy)).toEqual(['policy:p1']);
  expect(sizes(await compare())).toEqual([1, 0, 0]);
});

test('an apply of the same seeds derives them in a graph of an earlier model', async () => {
  await emptyGraph(graph);
  await apply(datasetOf(ONE));
  await write("MATCH (g:KnowledgeGraph|Revision) SET g.modelVersion = 'earlier'");
  await write('MATCH ()-[s:DERIVED_SUPPORT]->() DELETE s');
  await apply(datasetOf(ONE));
  expect(sizes(await compare())).toEqual([1, 0, 0]);
});

test.each([
  ['deleted', 'MATCH ()-[s:DERIVED_SUPPORT]->() DELETE s', [1, 1, 0]],
  ['changed', 'MATCH ()-[s:DERIVED_SUPPORT]->() SET s.toDay = 20220101', [1, 1, 1]],
  [
    'doubled',
    'MATCH (p)-[s:DERIVED_SUPPORT]->(c) CREATE (p)-[t:DERIVED_SUPPORT]->(c) SET t = properties(s)',
    [1, 0, 1],
  ],
])('one that is %s by hand is found and corrected', async (_, edit, found) => {
  await emptyGraph(graph);
  await apply(datasetOf(ONE));
  await write(edit);
  expect(sizes(await compare())).toEqual(found);
  await keep();
  expect(sizes(await compare())).toEqual([1, 0, 0]);
});

test('past the greatest number none is kept', async () => {
  await emptyGraph(graph);
  await apply(datasetOf(TWO));
  expect(sizes(await keep(1))).toEqual([undefined, 0, 2]);
  expect(await ask(ELEMENTS)).toEqual([]);
  expect(sizes(await keep(2))).toEqual([2, 2, 0]);
});
