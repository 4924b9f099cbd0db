/** Names that several records have, and ids that records had before: the reconciliation service on a graph made for it. */

import { afterAll, beforeAll, beforeEach, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { type Served, serve } from '../api/serve.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { buildDataset } from '../oracle/build-dataset.ts';
import { candidatesIn, sendBatch } from './ask-reconcile.ts';

const NAME = '恒晟精密机械有限公司';
const records = {
  'region:city': { name: '江州市', level: 'CITY' },
  'region:east': { name: '城东区' },
  'region:west': { name: '城西区' },
  'region:far': { name: '远郊区' },
  'zone:park': { name: '城东园' },
  'zone:across': { name: '跨区新城' },
  'firm:one': { name: NAME, uscc: '91310114570796872F' },
  'firm:two': { name: NAME },
  'firm:renamed': {
    name: '新鹤材料有限公司',
    aliases: ['旧鹤材料有限公司'],
    formerIds: ['firm:old', 'firm:older'],
  },
  'firm:nowhere': { name: '无址科技有限公司' },
  'firm:across': { name: '跨界科技有限公司' },
  'firm:wide': { name: '泛城科技有限公司' },
};
const within = (from: string, to: string, extent?: string) => ({ type: 'WITHIN', from, to, extent });
const at = (from: string, to: string) => ({ type: 'FIRM_LOCATED_IN', from, to, role: 'REGISTERED' });
const facts = [
  ...['region:east', 'region:west', 'region:far'].map((each) => within(each, 'region:city')),
  within('zone:park', 'region:east'),
  within('zone:across', 'region:east', 'PART'),
  within('zone:across', 'region:west', 'PART'),
  at('firm:one', 'zone:park'),
  at('firm:two', 'region:west'),
  at('firm:renamed', 'region:far'),
  at('firm:across', 'zone:across'),
  at('firm:wide', 'region:city'),
];

let graph: Graph;
let server: Served;
/** What happens just before the next statement reaches Neo4j. */
let meanwhile: (() => Promise<void>)[] = [];

beforeAll(async () => {
  graph = openTestGraph();
  await loadDataset(graph, buildDataset(records, facts));
  server = await serve({
    ...graph,
    async read(statement, options) {
      if (statement.text.includes('FIRM_LOCATED_IN')) await meanwhile.shift()?.();
      return graph.read(statement, options);
    },
  });
});
beforeEach(() => {
  meanwhile = [];
  server.statements.length = 0;
});
afterAll(async () => {
  await server.close();
  await graph.close();
});

/** The candidates of a name with a place beside it, and what is said of each. */
async function asked(query: string, place?: unknown, more: Readonly<Record<string, unknown>> = {}) {
  const properties = place === undefined ? {} : { properties: [{ pid: 'place', v: place }] };
  const answer = await sendBatch(server.url, { q: { query, type: 'FIRM', ...properties, ...more } });
  return (candidatesIn(answer).q ?? []).map(({ id, match, score, features }) => [
    ...[id, match, score],
    features.find((each) => each.id === 'place')?.value,
  ]);
}

it('two firms of one name are both candidates, and neither is matched', async () => {
  expect(await asked(NAME)).toEqual([
    ['firm:one', false, 1, undefined],
    ['firm:two', false, 1, undefined],
  ]);
});

it('a place tells them apart, also by the park inside a district', async () => {
  expect(await asked(NAME, '城东区')).toEqual([
    ['firm:one', true, 1, true],
    ['firm:two', false, 0.5, false],
  ]);
  expect(await asked(NAME, '城西区')).toEqual([
    ['firm:two', true, 1, true],
    ['firm:one', false, 0.5, false],
  ]);
  expect(await asked(NAME, ['远郊区', '城西'])).toEqual([
    ['firm:two', true, 1, true],
    ['firm:one', false, 0.5, false],
  ]);
  expect(await asked(NAME, '远郊区')).toEqual([
    ['firm:one', false, 0.5, false],
    ['firm:two', false, 0.5, false],
  ]);
  expect(await asked(NAME, '江州市')).toEqual([
    ['firm:one', false, 1, true],
    ['firm:two', false, 1, true],
  ]);
});

it('a number tells them apart, too; the one without a number on record may still be meant', async () => {
  const properties = [{ pid: 'uscc', v: '91310114570796872F' }];
  expect(await asked(NAME, undefined, { properties })).toEqual([
    ['firm:one', false, 1, undefined],
    ['firm:two', false, 1, undefined],
  ]);
  const both = [...properties, { pid: 'place', v: '城东区' }];
  expect(await asked(NAME, undefined, { properties: both })).toEqual([
    ['firm:one', true, 1, true],
    ['firm:two', false, 0.5, false],
  ]);
});

it('unknown is not no: a firm without a place on record is matched by its name', async () => {
  expect(await asked('无址科技有限公司', '城东区')).toEqual([['firm:nowhere', true, 1, undefined]]);
});

it('a firm in a zone across the border, or known to be in the city alone, may be in the district', async () => {
  expect(await asked('跨界科技有限公司', '城西区')).toEqual([['firm:across', true, 1, true]]);
  expect(await asked('泛城科技有限公司', '城西区')).toEqual([['firm:wide', true, 1, true]]);
  expect(await asked('跨界科技有限公司', '远郊区')).toEqual([['firm:across', false, 0.5, false]]);
});

it('a former name is matched, and a former id answered with the current one', async () => {
  expect(await asked('旧鹤材料有限公司')).toEqual([['firm:renamed', true, 0.98, undefined]]);
  for (const id of ['firm:old', 'firm:older', ' firm:renamed ']) {
    expect(await asked(id)).toEqual([['firm:renamed', true, 1, undefined]]);
  }
  expect(await asked('firm:nobody')).toEqual([]);
});

it('an id of another type than asked for is no candidate', async () => {
  expect(await asked('region:east')).toEqual([]);
});

test('where the facts change between names and places, the batch is asked again', async () => {
  const moved = [...facts.filter(({ from }) => from !== 'firm:two'), at('firm:two', 'region:east')];
  meanwhile = [() => applyNext(moved)];
  expect(await asked(NAME, '城西区')).toEqual([
    ['firm:one', false, 0.5, false],
    ['firm:two', false, 0.5, false],
  ]);
  await applyNext(facts);
});

/** Takes the graph to the next revision. */
async function applyNext(next: typeof facts): Promise<void> {
  const { applyPlan } = await import('../../src/plan/apply/apply-plan.ts');
  const { makePlan } = await import('../../src/plan/make-plan.ts');
  const { deriveFacts } = await import('../../src/model/stored/derive-facts.ts');
  const { model } = await import('../graph-fixture.ts');
  const desired = deriveFacts(model, buildDataset(records, next));
  const plan = await graph.readAll((run) => makePlan(model, desired, run));
  await applyPlan(model, graph, plan);
}
