/** `changes` and `graph` of a graph that went through three revisions (§14.1 to §14.3, §16.1, §16.3). */

import neo4j, { type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { applyChanges } from '../../src/plan/changes/diff.ts';
import { parseParts } from '../../src/plan/changes/invert-changes.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty } from '../../src/plan/plan.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { applyDataset, datasetOf, FIRST, SECOND, THIRD } from './apply-seeds.ts';

interface ChangeNode {
  readonly id: string;
  readonly revision: number;
  readonly at: string;
  readonly action: string;
  readonly entityId: string;
  readonly about: { readonly id: string } | null;
  readonly property: string | null;
  readonly sentence: string;
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly ChangeNode[];
}

const OPERATION = `query($about: ID, $since: Int, $first: Int, $after: String) {
  changes(about: $about, since: $since, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id revision at action entityId about { id } property sentence }
  }
}`;

const api = buildSchema();
let graph: Graph;
const digests: (string | undefined)[] = [];

beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  for (const seeds of [FIRST, SECOND, THIRD]) {
    digests.push((await applyDataset(graph, datasetOf(seeds))).digest);
  }
});
afterAll(() => graph.close());

async function askPage(variables: Readonly<Record<string, unknown>>): Promise<Page> {
  const { result, statements } = await runOperation(api, graph, OPERATION, variables);
  expect(result.errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  return (result.data as unknown as { readonly changes: Page }).changes;
}

async function askAll(
  variables: Readonly<Record<string, unknown>>,
  first = 50,
): Promise<readonly ChangeNode[]> {
  const found: ChangeNode[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page = await askPage({ ...variables, first, after });
    found.push(...page.nodes);
    after = page.pageInfo.endCursor;
    if (page.pageInfo.hasNextPage) continue;
    expect(page.totalCount).toBe(found.length);
    return found;
  }
}

function sentencesOf(changes: readonly ChangeNode[]): readonly string[] {
  return changes.map(({ revision, sentence }) => `${revision} ${sentence}`);
}

describe('changes', () => {
  test('are told newest revision first, each under an id and a moment of its own', async () => {
    const all = await askAll({});
    expect(all.map(({ revision }) => revision)).toEqual(
      all.map(({ revision }) => revision).sort((a, b) => b - a),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all[0]).toMatchObject({ id: 'change:3-1', revision: 3, action: 'RENAME' });
    expect(all.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true);
    expect(sentencesOf(all)).toContain('1 新增企业“蓝帆医疗”');
  });

  test('page by cursors over revisions: small pages make the same list as one large page', async () => {
    const about = { about: 'region:shanghai' };
    expect(await askAll({}, 4)).toEqual(await askAll({}));
    expect(await askAll(about, 2)).toEqual(await askAll(about));
  });

  test('since a revision are those of later ones alone', async () => {
    const later = await askAll({ since: 1 });
    expect(new Set(later.map(({ revision }) => revision))).toEqual(new Set([3, 2]));
    expect(await askAll({ since: 3 })).toEqual([]);
    expect(await askAll({ since: -1 })).toEqual(await askAll({}));
    expect(sentencesOf(await askAll({ since: 1, about: 'zone:z' }))).toEqual([
      '2 张江：面积（平方公里）由4变更为5',
    ]);
  });

  test('about a firm are those of its record and its facts, under whichever id it had', async () => {
    const byNewId = await askAll({ about: 'firm:bluesail-medical' });
    expect(sentencesOf(byNewId)).toEqual([
      '3 蓝帆编号由firm:bluesail变更为firm:bluesail-medical',
      '3 蓝帆：名称由“蓝帆医疗”变更为“蓝帆”',
      '2 新增：蓝帆医疗从事集成电路',
      '2 删除：蓝帆医疗从事医疗器械',
      '2 蓝帆医疗：上市信息“深交所，002382”，新增上市日期：2010年',
      '2 蓝帆医疗：新增上市信息“港交所，00981”',
      '2 蓝帆医疗位于周浦镇（生产）：表述性质由计划中变更为已明确',
      '1 新增企业“蓝帆医疗”',
      '1 新增：蓝帆医疗从事医疗器械',
      '1 蓝帆医疗：新增上市信息“深交所，002382”',
      '1 新增：蓝帆医疗位于周浦镇（生产；计划中）',
    ]);
    expect(await askAll({ about: 'firm:bluesail' })).toEqual(byNewId);
  });

  test('name the entity under the id it has now, and none where it is gone', async () => {
    const [firm] = await askAll({ about: 'firm:bluesail', since: 1 }).then((all) => all.slice(-1));
    expect(firm).toMatchObject({ entityId: 'firm:bluesail', about: { id: 'firm:bluesail-medical' } });
    const policy = await askAll({ about: 'policy:p' });
    expect(policy.map(({ about }) => about)).toEqual(policy.map(() => null));
    expect(sentencesOf(policy)).toEqual(
      expect.arrayContaining([
        '3 删除政策《措施》',
        '3 删除措施“补助”',
        '2 “补助”：新增最高比例（%）：30',
        '1 新增政策《措施》',
      ]),
    );
  });

  test('about a place, an industry and an indicator hold the observations of them, gone ones too', async () => {
    for (const about of ['region:shanghai', 'industry:ic', 'indicator:output']) {
      const told = sentencesOf(await askAll({ about }));
      expect(told).toContain('1 新增指标数据“产值，上海市，集成电路，2023年，1.6万亿”');
      expect(told).toContain('2 删除指标数据“产值，上海市，集成电路，2023年，1.6万亿”');
    }
    expect(sentencesOf(await askAll({ about: 'industry:med' }))).toEqual([
      '2 删除：蓝帆医疗从事医疗器械',
      '1 新增：蓝帆医疗从事医疗器械',
      '1 新增产业“医疗器械”',
    ]);
  });

  test('answer several aliases, each with its own arguments and language', async () => {
    const source = `{
      one: changes(about: "zone:z", since: 1) { nodes { zh: sentence en: sentence(lang: EN) } }
      two: changes(first: 1) { edges { cursor node { action sentence(lang: EN) } } }
    }`;
    const { result } = await runOperation(api, graph, source);
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({
      one: {
        nodes: [
          { zh: '张江：面积（平方公里）由4变更为5', en: 'Zhangjiang: area in km² changed from 4 to 5' },
        ],
      },
      two: {
        edges: [
          {
            cursor: expect.any(String),
            node: {
              action: 'RENAME',
              sentence: 'Bluesail: id changed from firm:bluesail to firm:bluesail-medical',
            },
          },
        ],
      },
    });
  });

  test('about an id that neither is nor ever was is refused, with the nearest one', async () => {
    const { result } = await runOperation(api, graph, OPERATION, { about: 'region:shangai' });
    expect(result.errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      [
        'BAD_USER_INPUT',
        'Argument "about": nothing has, or ever had, the id "region:shangai". Did you mean "region:shanghai"?',
      ],
    ]);
  });
});

describe('what is kept beside the dataset', () => {
  test('is not seen by a plan: the same dataset changes nothing', async () => {
    const plan = await graph.readAll((run) => makePlan(model, datasetOf(THIRD), run));
    expect(isEmpty(plan)).toBe(true);
  });

  test('undoes the last revision exactly', async () => {
    const rows = await graph.read({
      text: 'MATCH (p:RevisionPart {revision: $revision}) RETURN p.json AS json ORDER BY p.ordinal',
      parameters: { revision: 3 },
    });
    const inverse = parseParts(rows.map(({ json }) => String(json)));
    const desired = datasetOf(THIRD);
    expect(datasetDigest({ ...desired, ...applyChanges(inverse, desired) })).toBe(digests[1]);
  });

  test('is looked up in indexes alone, about something or not', async () => {
    const driver = neo4j.driver(workerNeo4j().uri, neo4j.auth.basic('neo4j', workerNeo4j().password));
    for (const variables of [{}, { about: 'region:shanghai', since: 1 }]) {
      const [statement] = (await runOperation(api, graph, OPERATION, variables)).statements;
      const { summary } = await driver.executeQuery(`EXPLAIN ${statement?.text}`, statement?.parameters);
      const operators = operatorsOf(summary.plan);
      expect(operators.filter((name) => /LabelScan|AllNodesScan/.test(name))).toEqual([]);
      expect(operators.filter((name) => /^Node(Unique)?Index/.test(name)).length).toBeGreaterThan(0);
    }
    await driver.close();
  });
});

function operatorsOf(plan: Plan | false): readonly string[] {
  return plan ? [plan.operatorType, ...plan.children.flatMap(operatorsOf)] : [];
}

describe('graph', () => {
  test('tells revision, digest, model and what was loaded, analysts’ own nodes left out', async () => {
    await graph.write((run) =>
      run({ text: "CREATE (:Note {text: 'mine'})-[:ABOUT]->(:Source {id: 'mine'})", parameters: {} }),
    );
    const { result, statements } = await runOperation(
      api,
      graph,
      `{ graph { revision digest appliedAt nodes relationships schemaVersion today
        dataset { name timeZone licence sourceCount } } }`,
    );
    expect(statements).toHaveLength(1);
    const { nodes, relationships } = datasetOf(THIRD);
    expect(JSON.parse(JSON.stringify(result.data?.graph))).toEqual({
      revision: 3,
      digest: digests[2],
      appliedAt: expect.any(String),
      nodes: nodes.size,
      relationships: relationships.size,
      schemaVersion: model.version,
      today: '2024-10-01',
      dataset: { name: '测试', timeZone: 'Asia/Shanghai', licence: null, sourceCount: 1 },
    });
  });

  test('where only what the dataset says of itself changes, a revision has no changes', async () => {
    const relicensed = datasetOf(THIRD.replace('name: 测试,', 'name: 测试, licence: CC-BY-4.0,'));
    expect((await applyDataset(graph, relicensed)).revision).toBe(4);
    expect(await askAll({ since: 3 })).toEqual([]);
    const { result } = await runOperation(api, graph, '{ graph { revision dataset { licence } } }');
    expect(JSON.parse(JSON.stringify(result.data?.graph))).toEqual({
      revision: 4,
      dataset: { licence: 'CC-BY-4.0' },
    });
  });
});

describe('a revision of many changes', () => {
  test('is told whole and in order, page by page and about each record', async () => {
    const ids = Array.from({ length: 450 }, (_, n) => `agency:a${String(n).padStart(3, '0')}`);
    const records = ids.map((id) => `  - { id: ${id}, name: 机关 }\n`).join('');
    await emptyGraph(graph);
    await applyDataset(graph, datasetOf(FIRST));
    const more = FIRST.replace(
      /agencies: .*\n/,
      `agencies:\n  - { id: agency:city, name: 市政府 }\n${records}`,
    );
    await applyDataset(graph, datasetOf(more));
    const told = await askAll({ since: 1 }, 97);
    expect(told.map(({ entityId }) => entityId)).toEqual(ids);
    expect((await askAll({}, 97)).length).toBeGreaterThan(ids.length);
    for (const id of ['agency:a000', 'agency:a199', 'agency:a200', 'agency:a449']) {
      expect((await askAll({ about: id })).map(({ entityId }) => entityId)).toEqual([id]);
    }
  });
});
