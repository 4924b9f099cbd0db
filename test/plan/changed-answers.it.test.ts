/** The answers of `support` that an apply changes, told after it. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answersJson, renderAnswers } from '../../src/answers/render-answers.ts';
import { previewAnswers, watchAnswers } from '../../src/answers/watch-answers.ts';
import type { Statement } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { planRevert } from '../../src/plan/undo/plan-undo.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
const NOW = new Date('2024-10-01T12:00:00Z');
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

const HEAD = `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: source:s, locator: p1 } }
sources: [{ id: source:s, name: 来源, tier: OFFICIAL }]
`;

interface City {
  readonly policy?: string;
  readonly chips?: string;
  readonly park?: string;
  readonly more?: string;
}

/** Two policies, two clusters in two zones; what a test changes is a parameter. */
function city({ policy = '', chips = '', park = 'within: [region:a]', more = '' }: City = {}): Dataset {
  return datasetOf(`${HEAD}regions:
  - { id: region:a, name: 甲区, level: DISTRICT }
  - { id: region:b, name: 乙区, level: DISTRICT }
zones:
  - { id: zone:park, name: 园区, zoneKind: SITE, ${park} }
industries:
  - { id: industry:lead, name: 先导产业, industryKind: INDUSTRY }
  - { id: industry:chips, name: 集成电路, industryKind: INDUSTRY${chips} }
  - { id: industry:tools, name: 装备, industryKind: INDUSTRY, broader: [industry:chips] }
clusters:
  - { id: cluster:chips, name: 芯片集群, industries: [industry:tools], places: [zone:park] }
policies:
  - { id: policy:chips, name: 芯片政策, issuedOn: 2023${policy}, industries: [industry:chips], places: [region:a] }
  - { id: policy:lead, name: 先导政策, issuedOn: 2023, industries: [industry:lead], places: [region:b] }
${more}`);
}

/** Applies a dataset as the command does, and tells what became of the answers and what was asked for it. */
async function apply(desired: Dataset) {
  const plan = await graph.readAll((run) => makePlan(model, desired, run));
  return applied(plan);
}

/** A plan of whole seeds foresees what apply then finds. */
async function applied(plan: Awaited<ReturnType<typeof makePlan>>) {
  const foreseen = plan.undo
    ? undefined
    : await graph.readAll((run) => previewAnswers(model, plan, run, NOW));
  const watch = watchAnswers(model, plan, NOW);
  const asked: Statement[] = [];
  const { observe } = watch;
  const watched = observe && {
    before: (run: Parameters<typeof observe.before>[0]) =>
      observe.before((statement) => {
        asked.push(statement);
        return run(statement);
      }),
    after: observe.after,
  };
  await applyPlan(model, graph, plan, { observe: watched });
  if (!plan.undo) expect(foreseen).toEqual(watch.changes());
  return { changes: watch.changes(), asked };
}

/** All answers, as the API gives them. */
async function allAnswers(): Promise<readonly string[]> {
  const source = '{ support(first: 200) { nodes { policy { id } cluster { id } place { id } } } }';
  const { result } = await runOperation(api, graph, source);
  const { nodes } = (result.data as { support: { nodes: Record<string, { id: string }>[] } }).support;
  return nodes.map((each) => `${each.place?.id} ${each.policy?.id} ${each.cluster?.id}`).sort();
}

const CHIPS = { policy: 'policy:chips', cluster: 'cluster:chips' };
const LEAD = { policy: 'policy:lead', cluster: 'cluster:chips' };

interface Case extends City {
  readonly added?: readonly object[];
  readonly removed?: readonly object[];
  readonly changed?: readonly object[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a policy that is repealed takes its answers': { policy: ', repealedOn: 2024-01', removed: [CHIPS] },
  'a step between industries that goes takes what led over it, two levels up': {
    chips: ', broader: [industry:lead]',
    park: 'within: [region:a, region:b]',
    added: [LEAD],
  },
  'a place that moves takes and brings answers': {
    chips: ', broader: [industry:lead]',
    park: 'within: [region:b]',
    added: [LEAD],
    removed: [CHIPS],
  },
  'a place that only touches an area now keeps its answers, in part': {
    park: 'within: [{ to: region:a, extent: PART }]',
    changed: [{ ...CHIPS, scope: ['WHOLE', 'PART'], modality: ['STATED', 'STATED'] }],
  },
  'a fact that is only estimated now makes the answers over it estimates': {
    park: 'within: [{ to: region:a, modality: ESTIMATED }]',
    changed: [{ ...CHIPS, scope: ['WHOLE', 'WHOLE'], modality: ['STATED', 'ESTIMATED'] }],
  },
  'a fact that is only planned now is no answer any more': {
    park: 'within: [{ to: region:a, modality: PLANNED }]',
    removed: [CHIPS],
  },
};

describe('what an apply tells of the answers of support', () => {
  test.each(Object.entries(CASES))('%s', async (_, { added = [], removed = [], changed = [], ...now }) => {
    await applyDataset(graph, city());
    const before = await allAnswers();
    const { changes } = await apply(city(now));
    const after = await allAnswers();
    const told = answersJson(changes);
    expect(told?.byPlace.flatMap((place) => place.added)).toEqual(
      added.map((each) => expect.objectContaining(each)),
    );
    expect(told?.byPlace.flatMap((place) => place.removed)).toEqual(
      removed.map((each) => expect.objectContaining(each)),
    );
    expect(told?.byPlace.flatMap((place) => place.changed)).toEqual(
      changed.map((each) => expect.objectContaining(each)),
    );
    const key = (each: { place: string; policy: string; cluster: string }) =>
      `${each.place} ${each.policy} ${each.cluster}`;
    const keys = (what: 'added' | 'removed') =>
      told?.byPlace.flatMap((each) => each[what].map((one) => key({ ...one, place: each.place })));
    expect(keys('added')).toEqual(after.filter((each) => !before.includes(each)));
    expect(keys('removed')).toEqual(before.filter((each) => !after.includes(each)));
    // And taken back, the same the other way round.
    const back = await graph.readAll((run) => planRevert(model, 2, { overwriteDrift: false }, run));
    const undone = answersJson((await applied(back)).changes);
    expect(undone?.byPlace.flatMap((place) => place.added)).toEqual(
      told?.byPlace.flatMap((place) => place.removed),
    );
  });

  test('names places, policies and clusters to people, and counts what was touched to machines', async () => {
    await applyDataset(graph, city());
    const { changes } = await apply(city({ policy: ', repealedOn: 2024-01' }));
    expect(renderAnswers(changes)?.en).toBe(`Answers of support: −1 answer
  −1 answer in 园区  (zone:park)
    − 芯片政策 → 芯片集群  (policy:chips → cluster:chips)`);
    expect(answersJson(changes)).toEqual({
      before: 1,
      after: 0,
      byPlace: [
        {
          place: 'zone:park',
          name: '园区',
          added: [],
          removed: [
            {
              policy: 'policy:chips',
              policyName: '芯片政策',
              cluster: 'cluster:chips',
              clusterName: '芯片集群',
              scope: 'WHOLE',
              modality: 'STATED',
            },
          ],
          changed: [],
        },
      ],
      complete: true,
    });
  });

  test('tells people what an answer was and is, where it stays one', async () => {
    await applyDataset(graph, city());
    const park = 'within: [{ to: region:a, extent: PART, modality: ESTIMATED }]';
    expect(renderAnswers((await apply(city({ park }))).changes)?.en).toBe(`Answers of support: ~1 answer
  ~1 answer in 园区  (zone:park)
    ~ 芯片政策 → 芯片集群  (policy:chips → cluster:chips): WHOLE → PART, STATED → ESTIMATED`);
  });

  test('is nothing where no fact that support reads has changed, and nothing is asked then', async () => {
    await applyDataset(graph, city());
    const { changes, asked } = await apply(city({ more: 'agencies: [{ id: agency:x, name: 局 }]' }));
    expect([asked, renderAnswers(changes)?.en]).toEqual([[], undefined]);
    expect(answersJson(changes)).toEqual({ before: 0, after: 0, byPlace: [], complete: true });
  });

  test('is nothing at a first load', async () => {
    const { changes, asked } = await apply(city());
    expect([asked, changes]).toEqual([[], undefined]);
  });

  test('follows a policy to its new id: no answer came or went', async () => {
    const dataset = (id: string, former: string) =>
      datasetOf(`${HEAD}regions: [{ id: region:a, name: 甲区, level: DISTRICT }]
industries: [{ id: industry:chips, name: 集成电路, industryKind: INDUSTRY }]
clusters: [{ id: cluster:chips, name: 芯片集群, industries: [industry:chips], places: [region:a] }]
policies: [{ id: ${id}, name: 芯片政策, issuedOn: 2023${former}, industries: [industry:chips], places: [region:a] }]
`);
    await applyDataset(graph, dataset('policy:old', ''));
    const { changes } = await apply(dataset('policy:new', ', formerIds: [policy:old]'));
    expect(changes).toMatchObject({ before: 1, after: 1, added: [], removed: [] });
  });

  test('is more than a thousand where it is, and then none is listed', async () => {
    const many = (issuedOn: number) => {
      const each = (of: (index: number) => string, count: number) =>
        Array.from({ length: count }, (_, index) => of(index)).join('\n');
      return datasetOf(`${HEAD}regions: [{ id: region:a, name: 甲区, level: DISTRICT }]
industries: [{ id: industry:chips, name: 集成电路, industryKind: INDUSTRY }]
clusters:
${each((index) => `  - { id: cluster:c${index}, name: 集群${index}号, industries: [industry:chips], places: [region:a] }`, 40)}
policies:
${each((index) => `  - { id: policy:p${index}, name: 政策${index}号, issuedOn: ${issuedOn}, industries: [industry:chips], places: [region:a] }`, 30)}
`);
    };
    await applyDataset(graph, many(2022));
    const { changes } = await apply(many(2023));
    expect(renderAnswers(changes)?.en).toMatch(/more than 1000 are touched/);
    expect(answersJson(changes)).toEqual({ before: null, after: null, byPlace: [], complete: false });
  });
});
