/** Searches worked out by hand on real names. */

import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { emptyGraph, loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { buildDataset } from '../oracle/build-dataset.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { askSearch } from './ask-search.ts';

const api = buildSchema();
let graph: Graph;

const DATASET = buildDataset(
  {
    'industry:ic': { name: '集成电路', nameEn: 'Integrated circuits', aliases: ['IC', '集成电路产业'] },
    'industry:ic-design': { name: '集成电路设计', aliases: ['芯片设计'] },
    'industry:ic-equipment': { name: '集成电路装备' },
    'industry:ai': { name: '人工智能', nameEn: 'Artificial intelligence', aliases: ['AI', '人工智能产业'] },
    'industry:6g': { name: '6G', nameEn: 'Sixth generation (6G) networks' },
    'industry:aircraft': { name: '大飞机', aliases: ['C919'] },
    'zone:caohejing': { name: '漕河泾新兴技术开发区', aliases: ['漕河泾开发区', '漕河泾'] },
    'zone:zhangjiang-science-city': { name: '张江科学城', aliases: ['张江'] },
    'zone:zhangjiang-hi-tech': { name: '张江高新技术产业开发区', aliases: ['张江高新区', '张江'] },
    'region:zhangjiang-town': { name: '张江镇', aliases: ['张江'] },
    'zone:oriental-chip-harbour': { name: '东方芯港' },
    'cluster:chongqing-bank': { name: '重庆银行' },
    'cluster:numbered': { name: '沪府规〔2021〕18号' },
    'zone:high-tech': { name: '某园', nameEn: 'Shanghai High-Tech Park', aliases: ['沪府规〔2021〕18号'] },
    'source:title': { name: '芯港', tier: 'NEWS' },
    'policy:ic-2023': { name: '若干措施', number: '沪府办发〔2023〕8号' },
    'policy:ic-2021': { name: '若干政策', number: '沪府规〔2021〕18号' },
  },
  [],
);

beforeAll(async () => {
  graph = openTestGraph();
  await loadDataset(graph, DATASET);
});
afterAll(() => graph.close());

const ids = async (text: string, types?: readonly string[]) =>
  (await askSearch(api, graph, text, { types })).map((hit) => hit.id);

describe('search', () => {
  test('gives the exact name before what begins with it', async () => {
    expect(await askSearch(api, graph, '集成电路')).toEqual([
      { id: 'industry:ic', matched: '集成电路' },
      { id: 'industry:ic-design', matched: '集成电路设计' },
      { id: 'industry:ic-equipment', matched: '集成电路装备' },
    ]);
  });

  test('shows every bearer of an ambiguous alias, the shorter name first', async () => {
    expect(await askSearch(api, graph, '张江')).toEqual([
      { id: 'region:zhangjiang-town', matched: '张江' },
      { id: 'zone:zhangjiang-science-city', matched: '张江' },
      { id: 'zone:zhangjiang-hi-tech', matched: '张江' },
    ]);
  });

  test('ranks the number of a document as an alias, behind exact names', async () => {
    expect(await ids('沪府规〔2021〕18号')).toEqual(['cluster:numbered', 'zone:high-tech', 'policy:ic-2021']);
  });

  test('lists a source after everything else, however well its title fits', async () => {
    expect((await ids('芯港')).slice(-1)).toEqual(['source:title']);
  });

  test('gives scores of four decimals at most', async () => {
    const { result } = await runOperation(api, graph, '{ search(text: "张江") { nodes { score } } }');
    expect(JSON.stringify(result.data)).not.toMatch(/\.\d{5}/);
  });

  test('tells the alias that matched', async () => {
    expect(await askSearch(api, graph, '漕河泾')).toEqual([{ id: 'zone:caohejing', matched: '漕河泾' }]);
    expect(await askSearch(api, graph, '漕河泾开发')).toEqual([
      { id: 'zone:caohejing', matched: '漕河泾开发区' },
    ]);
  });

  test.each([
    '沪府办发〔2023〕8号',
    '沪府办发[2023]8号',
    '沪府办发(2023)8号',
    '沪府办发（2023）8号',
    '沪府办发［２０２３］８号',
    ' 沪府办发 〔2023〕 8 号 ',
    '滬府辦發〔2023〕8號',
    '发〔2023〕8',
  ])('finds a document by its number written as %s', async (text) => {
    expect(await askSearch(api, graph, text)).toEqual([
      { id: 'policy:ic-2023', matched: '沪府办发〔2023〕8号' },
    ]);
  });

  test.each([
    ['c919', ['industry:aircraft']],
    ['C91', ['industry:aircraft']],
    ['919', ['industry:aircraft']],
    ['ai', ['industry:ai']],
    ['intell', ['industry:ai']],
    ['tech park', ['zone:high-tech']],
    ['hightechpark', ['zone:high-tech']],
    ['ech', []],
    ['91', ['industry:aircraft']],
    ['6g', ['industry:6g']],
    ['（6g）', ['industry:6g']],
    ['ＡＩ', ['industry:ai']],
    ['積體電路', []],
    ['積', []],
    ['集成電路設計', ['industry:ic-design']],
    ['INTEGRATED  Circuits', ['industry:ic']],
    ['icial INT', []],
    ['芯', ['industry:ic-design', 'zone:oriental-chip-harbour', 'source:title']],
    ['zhangjiang', ['region:zhangjiang-town', 'zone:zhangjiang-science-city', 'zone:zhangjiang-hi-tech']],
    ['zjkxc', ['zone:zhangjiang-science-city']],
    ['Zhāng Jiāng kexue', ['zone:zhangjiang-science-city']],
    ['hangjiang', []],
    ['张江 科学', ['zone:zhangjiang-science-city']],
    ['科学 张江', ['zone:zhangjiang-science-city']],
    ['开发区 张江 高新', ['zone:zhangjiang-hi-tech']],
    ['zhangjiang 科学', ['zone:zhangjiang-science-city']],
    ['circuits integrated', ['industry:ic']],
    ['张江 芯片', []],
    ['chongqingyinhang', ['cluster:chongqing-bank']],
    ['cqyh', ['cluster:chongqing-bank']],
  ])('for %s finds %j', async (text, expected) => {
    expect(await ids(text)).toEqual(expected);
  });

  test('keeps the types asked for', async () => {
    expect(await ids('张江', ['REGION'])).toEqual(['region:zhangjiang-town']);
    expect(await ids('张江', [])).toEqual([]);
  });

  test.each(['a AND b', '集成"', '集成*', '(集成', '集\\成', '集成~', "集成' OR 1=1", 'NOT 集成'])(
    'takes %s for what it is: a text that no name has',
    async (text) => expect(await ids(text)).toEqual([]),
  );

  test.each(['', ' ', '"', '*', '\\', '。，〔〕', '\u200b', '芯'.repeat(201)])(
    'refuses %j, which leaves nothing to look for or is too long',
    async (text) => {
      const { result, statements } = await runOperation(
        api,
        graph,
        'query($text: String!) { search(text: $text) { totalCount } }',
        { text },
      );
      expect(result.errors?.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(result.errors?.[0]?.extensions.argument).toBe('text');
      expect(statements).toEqual([]);
    },
  );

  test('answers a text of 200 characters, the longest', async () => {
    expect(await ids('芯'.repeat(200))).toEqual([]);
  });

  test('has one statement text, whatever is looked for', async () => {
    const source = 'query($text: String!) { search(text: $text) { totalCount nodes { matched } } }';
    const texts = await Promise.all(
      ['芯', 'zj', "'}) DETACH DELETE n //"].map(
        async (text) => (await runOperation(api, graph, source, { text })).statements[0]?.text,
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('walks its indexes, never all entities', async () => {
    await graph.changeSchema({ text: 'CALL db.awaitIndexes(60)', parameters: {} });
    const { statements } = await runOperation(api, graph, '{ search(text: "芯") { nodes { matched } } }');
    const [{ text, parameters } = { text: '', parameters: {} }] = statements;
    const { uri, user, password } = workerNeo4j();
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    const { summary } = await driver
      .executeQuery(`EXPLAIN ${text}`, parameters)
      .finally(() => driver.close());
    const plan = JSON.stringify(summary.plan);
    expect(plan.match(/"operatorType":"NodeIndexContainsScan/g)).toHaveLength(3);
    expect(plan).not.toMatch(/NodeByLabelScan|AllNodesScan/);
  });

  test('finds by the longest name; aliases beyond what an index takes are left out, and nothing fails', async () => {
    const aliases = Array.from({ length: 50 }, (_, index) => `${'港'.repeat(1_990)}${index}`);
    await loadDataset(graph, buildDataset({ 'zone:long': { name: '芯'.repeat(2_000), aliases } }, []));
    expect(await ids('芯芯')).toEqual(['zone:long']);
    expect(await ids('xinxinxin')).toEqual(['zone:long']);
    expect(await ids('港49')).toEqual([]);
    await loadDataset(graph, DATASET);
  });

  test.each([
    ['have no type and no length', 'REMOVE k.nodeType, k.nameLength'],
    ['are missing', 'DELETE k'],
  ])('finds again in a graph of an older model whose keys %s, once it is applied', async (_, change) => {
    const keys = () =>
      graph.read({ text: 'MATCH (k:SearchKey) RETURN properties(k) AS key ORDER BY k.id', parameters: {} });
    const loaded = await keys();
    await graph.write(async (run) => {
      await run({ text: `MATCH (k:SearchKey) ${change}`, parameters: {} });
      await run({ text: "MATCH (g:KnowledgeGraph|Revision) SET g.modelVersion = 'older'", parameters: {} });
    });
    expect(await ids('东方芯港')).toEqual([]);
    const plan = await graph.readAll((run) => makePlan(model, deriveFacts(model, DATASET), run));
    expect(plan.changes).toEqual([]);
    expect(plan.digest).toBe(plan.base.digest);
    await applyPlan(model, graph, plan);
    expect(await ids('东方芯港')).toEqual(['zone:oriental-chip-harbour']);
    expect(await keys()).toEqual(loaded);
  });

  test('fills its pages where manual edits deleted a record', async () => {
    const deleted = 'region:zhangjiang-town';
    await graph.write((run) =>
      run({ text: 'MATCH (n:Node {id: $id}) DETACH DELETE n', parameters: { id: deleted } }),
    );
    const source = '{ search(text: "张江", first: 1) { pageInfo { hasNextPage } nodes { entity { id } } } }';
    const { result } = await runOperation(api, graph, source);
    expect(result.data?.search).toEqual({
      pageInfo: { hasNextPage: true },
      nodes: [{ entity: { id: 'zone:zhangjiang-science-city' } }],
    });
    await loadDataset(graph, DATASET);
  });

  test('finds nothing in a graph where nothing was ever applied', async () => {
    await emptyGraph(graph);
    expect(await ids('芯')).toEqual([]);
    await loadDataset(graph, DATASET);
  });
});
