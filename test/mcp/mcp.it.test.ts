/** Agents ask a real graph: by the library's own client, over stdio, through the command that users run. */

import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { leaksOf } from '../api/ask.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { type Agent, connectAgent } from './connect-agent.ts';
import { type DatabaseWay, openProxy } from './open-proxy.ts';

const SEEDS = `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: 'source:s', locator: p1 } }
sources: [{ id: 'source:s', name: 某区通知, url: 'https://example.org/s', tier: OFFICIAL }]
regions:
  - { id: 'region:x', name: 某区, level: DISTRICT }
  - { id: 'region:y', name: 某镇, level: TOWN, within: ['region:x'] }
industries: [{ id: 'industry:ic', name: 集成电路, industryKind: INDUSTRY }]
clusters:
  - { id: 'cluster:one', name: 一号集群, industries: ['industry:ic'], places: ['region:x'] }
  - { id: 'cluster:two', name: 二号集群, industries: ['industry:ic'], places: ['region:y'] }
policies:
  - { id: 'policy:one', name: 一号政策, number: 某府发〔2023〕1号, issuedOn: 2023, effectiveFrom: 2023, expiresOn: 2027-01, industries: ['industry:ic'], places: ['region:x'] }
  - { id: 'policy:two', name: 二号政策, issuedOn: 2024, industries: ['industry:ic'] }
measures:
  - { id: 'measure:m', name: 补助, policy: 'policy:one', instrument: GRANT, cap: 500万元, rateMax: 30 }
  - { id: 'measure:n', name: 服务, policy: 'policy:two', instrument: SERVICE }
zones:
  - { id: 'zone:a', name: 甲园, zoneKind: SITE, within: ['region:x'], industries: ['industry:ic'] }
  - { id: 'zone:b', name: 乙园, zoneKind: SITE, within: ['region:x'] }
firms:
  - id: 'firm:f'
    name: 甲公司
    places: [{ to: 'region:y', role: PRODUCTION, evidence: { locator: p9 } }]
    listings: [{ exchange: 深交所, code: '002382' }, { exchange: 港交所, code: '00981' }]
indicators: [{ id: 'indicator:i', name: 产值, unit: 元, basis: 规模以上, behaviour: YEARLY }]
targets:
  - { id: 'target:t', indicator: 'indicator:i', place: 'region:x', due: 2025, value: 2万亿, evidence: { locator: p3 } }
observations:
  - { id: 'observation:o', indicator: 'indicator:i', place: 'region:x', period: 2023, value: 1.6万亿, evidence: { locator: p4 } }
`;

const CITED = { 'source:s': { name: '某区通知', url: 'https://example.org/s', tier: 'OFFICIAL' } };

let graph: Graph;
let way: DatabaseWay;
let agent: Agent;

beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  await applyDataset(graph, datasetOf(SEEDS));
  way = await openProxy(workerNeo4j().uri);
  agent = await connectAgent(way.uri);
});
afterAll(async () => {
  await agent?.close();
  await way?.close();
  await graph?.close();
});

test('the tools are told with what they take, all reading alone', async () => {
  const { tools } = await agent.client.listTools();
  const named = tools.map(({ name }) => name);
  const decided = [
    'support',
    'eligibility',
    'coverage',
    'progress',
    'chain',
    'compare',
    'paths',
    'expiring',
    'worklist',
  ];
  const questions = [...decided, 'claims', 'changes', 'graph'];
  expect(named).toEqual(['resolve', 'search', 'node', 'list', ...questions]);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
  expect(JSON.stringify(tools).length / 3).toBeLessThan(6_000);
  expect(tools.every(({ outputSchema }) => outputSchema?.type === 'object')).toBe(true);
  expect(agent.client.getInstructions()).toMatch(
    /Begin with resolve[\s\S]*localhost:4000\/id\/ID[\s\S]*产业政策知识图谱/,
  );
});

describe('an answer', () => {
  test('of resolve and search leads from names to ids', async () => {
    const { answer } = await agent.call('resolve', { names: ['甲公司', '谁'], lang: 'EN' });
    expect(answer.resolve).toMatchObject([
      { name: '甲公司', candidates: { totalCount: 1, nodes: [{ entity: { id: 'firm:f' }, score: 1 }] } },
      { name: '谁', candidates: { totalCount: 0, nodes: [] } },
    ]);
    const found = await agent.call('search', { text: '集群', first: 1 });
    expect(found.answer).toMatchObject({ totalCount: 2, nodes: [{ entity: { name: '一号集群' } }] });
  });

  test('of support has its proof with sources, the revision, the day, and why there is no more', async () => {
    const { answer } = await agent.call('support', { industry: 'industry:ic', validOn: '2024-10-01' });
    expect(answer).toMatchObject({ revision: 1, validOn: '2024-10-01', totalCount: 2, whyNot: [] });
    const [first] = answer.nodes as { readonly because: readonly unknown[] }[];
    expect(first).toMatchObject({
      policy: {
        id: 'policy:one',
        number: '某府发〔2023〕1号',
        effectiveFrom: '2023',
        expiresOn: '2027-01',
        status: 'IN_FORCE',
      },
      cluster: { id: 'cluster:one' },
    });
    expect(first?.because).toContainEqual({
      modality: 'STATED',
      sentence: '《一号政策》支持集成电路',
      evidence: [{ locator: 'p1', source: 'source:s' }],
    });
    expect(answer.sources).toEqual(CITED);
  });

  test('goes on from where its page ended, in the language asked for', async () => {
    const asked = { validOn: '2024-10-01', first: 1, lang: 'EN' };
    const { answer: page } = await agent.call('support', asked);
    expect(page).toMatchObject({ totalCount: 2, endCursor: expect.any(String) });
    const { answer: next } = await agent.call('support', { ...asked, after: page.endCursor });
    expect(next).toMatchObject({ totalCount: 2, nodes: [{ cluster: { id: 'cluster:two' } }] });
    expect(next).not.toHaveProperty('endCursor');
    expect(JSON.stringify(next)).toContain('supports');
  });

  test('of progress cites the target and what was reached', async () => {
    const { answer } = await agent.call('progress', { place: 'region:x', on: '2024-10-01' });
    expect(answer).toMatchObject({ validOn: '2024-10-01', totalCount: 1, sources: CITED });
    expect(answer.nodes).toMatchObject([
      {
        target: { id: 'target:t', printed: '2万亿', evidence: [{ locator: 'p3' }] },
        latest: { id: 'observation:o', evidence: [{ locator: 'p4' }] },
        ratio: '0.8',
      },
    ]);
  });

  // The client itself holds each against the tool's output schema.
  test.each([
    ['resolve', { names: ['甲公司'] }],
    ['support', { first: 1 }],
    ['node', { id: 'firm:f' }],
    ['list', { of: 'zones' }],
    ['chain', { industry: 'industry:ic' }],
    ['graph', {}],
  ])('of %s is also given as a value, and says the same', async (tool, given) => {
    const { answer, structured } = await agent.call(tool, given);
    expect(structured).toEqual(answer);
    expect(answer).toMatchObject({ revision: 1 });
  });

  test('of coverage says of each empty cell whether anybody looked', async () => {
    const { answer } = await agent.call('coverage', {
      rows: 'INDUSTRY',
      place: 'region:x',
      validOn: '2024-10-01',
    });
    expect(answer).toMatchObject({
      validOn: '2024-10-01',
      rows: [{ key: 'industry:ic', name: '集成电路' }],
      columns: [{ id: 'region:y' }, { id: 'zone:a' }, { id: 'zone:b' }],
      sources: CITED,
    });
    expect(answer.cells).toMatchObject(
      ['region:y', 'zone:a', 'zone:b'].map((column) => ({
        row: 'industry:ic',
        column,
        state: 'COVERED',
        count: 1,
      })),
    );
    const { answer: next } = await agent.call('coverage', {
      rows: 'INSTRUMENT',
      place: 'region:x',
      first: 1,
    });
    expect(next).toMatchObject({ pageInfo: { hasNextPage: true }, cells: [{ row: 'GRANT' }, {}, {}] });
  });

  test('of compare shows what places have in common, and what only one has', async () => {
    const { answer } = await agent.call('compare', { places: ['zone:a', 'zone:b'], validOn: '2024-10-01' });
    expect(answer).toMatchObject({
      common: [{ id: 'policy:one' }],
      places: [{ place: { id: 'zone:a' } }, {}],
    });
  });

  test('of node tells one record: its facts with the places they are read in, and what nothing is recorded of', async () => {
    const { answer } = await agent.call('node', { id: 'firm:f' });
    expect(answer).toMatchObject({
      type: 'Firm',
      id: 'firm:f',
      places: {
        totalCount: 1,
        nodes: [{ id: 'region:y', role: 'PRODUCTION', evidence: [{ locator: 'p9', source: 'source:s' }] }],
      },
      listings: { totalCount: 2 },
      sources: CITED,
      pageUrl: 'http://localhost:4000/id/firm:f',
    });
    expect(answer.noneRecorded).toEqual(expect.arrayContaining(['industries', 'parents', 'figures']));
    expect(answer).not.toHaveProperty('claims');
  });

  test('of node with a relationship or list pages through that alone', async () => {
    const { answer } = await agent.call('node', { id: 'firm:f', relationship: 'listings', first: 1 });
    expect(answer).toMatchObject({ listings: { totalCount: 2, endCursor: '1' } });
    expect(answer).not.toHaveProperty('places');
    const after = { id: 'firm:f', relationship: 'listings', first: 1, after: '1' };
    expect((await agent.call('node', after)).answer.listings).toMatchObject({ nodes: [{ code: '00981' }] });
    const derived = await agent.call('node', { id: 'region:x', relationship: 'policies' });
    expect(derived.answer.policies).toMatchObject({
      nodes: [{ id: 'policy:one', because: expect.any(Array) }],
    });
  });

  test.each([
    ['what expires', 'policies', { expiresOn: { gte: '2026-10-01', lte: '2027-03-31' } }, ['policy:one']],
    [
      'zones of an industry in a place',
      'zones',
      { isIn: 'region:x', industries: { some: { isIn: 'industry:ic' } } },
      ['zone:a'],
    ],
    [
      'measures with money',
      'measures',
      { or: [{ cap: { isNull: false } }, { rateMax: { isNull: false } }] },
      ['measure:m'],
    ],
  ])('of list is %s, by the filters of the API', async (_, of, where, ids) => {
    const { answer } = await agent.call('list', { of, where });
    expect((answer.nodes as { readonly id: string }[]).map(({ id }) => id)).toEqual(ids);
    expect(answer).toMatchObject({ totalCount: 1, validOn: expect.any(String), sources: CITED });
  });

  test('of list orders, pages, and shows the money of a measure with the state of its policy', async () => {
    const asked = { of: 'measures', orderBy: [{ rateMax: 'DESC' }], first: 1 };
    const { answer } = await agent.call('list', asked);
    expect(answer).toMatchObject({
      totalCount: 2,
      nodes: [
        { id: 'measure:m', cap: { amount: '5000000', currency: 'CNY' }, policy: { status: 'IN_FORCE' } },
      ],
    });
    const { answer: next } = await agent.call('list', { ...asked, after: answer.endCursor });
    expect(next).toMatchObject({ nodes: [{ id: 'measure:n' }] });
  });

  test('of node shows measures with their money', async () => {
    const { answer } = await agent.call('node', { id: 'policy:one' });
    expect(answer.measures).toMatchObject({
      nodes: [{ id: 'measure:m', instrument: 'GRANT', rateMax: '30', cap: { amount: '5000000' } }],
    });
  });

  test('is given to each of two hundred calls at once', async () => {
    const calls = Array.from({ length: 200 }, () => agent.call('search', { text: '集群', first: 1 }));
    expect((await Promise.all(calls)).filter(({ isError }) => isError)).toEqual([]);
  });

  test('of changes and graph tells what came when, and which graph it is', async () => {
    const { answer } = await agent.call('changes', { about: 'firm:f', first: 1 });
    expect(answer).toMatchObject({ revision: 1, nodes: [{ revision: 1, about: { id: 'firm:f' } }] });
    expect((await agent.call('graph')).answer).toMatchObject({ revision: 1, dataset: { name: '测试' } });
  });
});

describe('a call that cannot be answered', () => {
  test.each([
    [
      'an id of nobody',
      'support',
      { place: 'region:z' },
      /^BAD_USER_INPUT: .*Did you mean "region:x".*resolve and search/,
    ],
    [
      'a record of nobody',
      'node',
      { id: 'policy:ome' },
      /no Policy with the id "policy:ome"\. Did you mean "policy:one"/,
    ],
    ['an id of no type', 'node', { id: 'x' }, /ids begin with what they are: agency:…/],
    ['no id', 'node', {}, /^BAD_USER_INPUT: .*"id"/],
    [
      'an argument that there is none of',
      'support',
      { palce: 'region:x' },
      /it takes policy, industry, cluster, place/,
    ],
    [
      'a value that an enum has none of',
      'support',
      { instrument: 'GRAND' },
      /Argument "instrument".*"GRANT"/,
    ],
    ['a day that is none', 'support', { validOn: '2024-02-30' }, /^BAD_USER_INPUT: Argument "validOn"/],
    ['a text for a number', 'search', { text: 'x', first: 'many' }, /^BAD_USER_INPUT: Argument "first"/],
    ['too large a page', 'search', { text: 'x', first: 51 }, /it may be 1 to 50, not 51/],
    ['an empty page', 'search', { text: 'x', first: 0 }, /it may be 1 to 50, not 0/],
    ['a cursor that is none', 'changes', { after: 'x' }, /^BAD_USER_INPUT: Argument "after"/],
    ['one place to compare', 'compare', { places: ['zone:a'] }, /it may name 2 to 8 places, not 1/],
    ['a matrix without rows', 'coverage', {}, /^BAD_USER_INPUT: Argument "rows"/],
    ['a list that there is none of', 'list', { of: 'towns' }, /it is one of agencies, clusters/],
    [
      'a filter that a list has none of',
      'list',
      { of: 'policies', where: { expires: { lte: '2027-01-01' } } },
      /Argument "where".*"expiresOn"/,
    ],
    ['too many names', 'resolve', { names: Array(201).fill('x') }, /^QUERY_TOO_COMPLEX: .*fewer names/],
  ])('because of %s is an error that says what would be right', async (_, tool, given, words) => {
    const said = await agent.call(tool, given);
    expect(said.isError).toBe(true);
    expect(said.text).toMatch(words);
    expect(leaksOf(said)).toEqual([]);
  });

  test('to a tool that there is none of is refused', async () => {
    await expect(agent.call('cypher', { query: 'MATCH (n) RETURN n' })).rejects.toThrow('no tool cypher');
    await expect(agent.call('__proto__')).rejects.toThrow(
      'There is no tool __proto__; there are resolve, search',
    );
  });

  test('because Neo4j is away is an error that says so, and is over when it is back', async () => {
    await way.close();
    const away = await agent.call('graph');
    expect(away.isError).toBe(true);
    expect(away.text).toMatch(/^SERVICE_UNAVAILABLE: .*try again.*"kg status"/);
    expect(leaksOf(away)).toEqual([]);
    await way.open();
    await expect.poll(async () => (await agent.call('graph')).isError).toBe(false);
  });
});

test('an empty graph is told as such', async () => {
  await emptyGraph(graph);
  const said = await agent.call('search', { text: '集群' });
  expect(said).toMatchObject({ isError: true, text: expect.stringContaining('The graph is empty') });
  expect((await agent.call('graph')).isError).toBe(false);
});

describe('the process', () => {
  const start = () => {
    const child = spawn(process.execPath, ['src/cli/kg.mjs', 'mcp'], {
      env: { ...process.env, NO_COLOR: '1', NEO4J_URI: workerNeo4j().uri },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      said.out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      said.err += String(chunk);
    });
    return { child, said, ended: new Promise((resolve) => child.on('close', resolve)) };
  };
  const GREETING = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  };

  test('writes nothing but the protocol, whatever is sent, and ends with 0 when stdin does', async () => {
    const { child, said, ended } = start();
    child.stdin.write(`no JSON\n${JSON.stringify(GREETING)}\n`);
    await expect.poll(() => said.out).toContain('"serverInfo"');
    child.stdin.end();
    expect(await ended).toBe(0);
    const lines = said.out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).jsonrpc)).toEqual(lines.map(() => '2.0'));
  });

  test('ends with 0 at SIGTERM', async () => {
    const { child, said, ended } = start();
    child.stdin.write(`${JSON.stringify(GREETING)}\n`);
    await expect.poll(() => said.out).toContain('"serverInfo"');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
