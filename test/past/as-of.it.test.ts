/** Answers as of an earlier revision: what was answered then is answered again, byte for byte (§16.4). */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { ask, codeOf } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';

const seeds = (parts: Readonly<Record<'source' | 'policy' | 'locator' | 'more' | 'target', string>>) => `
dataset: { name: 测试, timeZone: Asia/Shanghai, home: region:city }
defaults: { evidence: { source: source:s, locator: p1 } }
sources: [{ id: source:s, name: ${parts.source}, tier: OFFICIAL }]
regions:
  - { id: region:city, name: 甲市, level: CITY }
  - { id: region:east, name: 东区, level: DISTRICT, within: [region:city] }
industries:
  - { id: industry:chips, name: 集成电路, industryKind: INDUSTRY }
  - { id: industry:tools, name: 装备, industryKind: SEGMENT, broader: [industry:chips] }
clusters: [{ id: cluster:c, name: 集群, industries: [industry:tools], places: [region:east] }]
policies:
  - id: policy:p
    name: ${parts.policy}
    issuedOn: 2023
    industries: [{ to: industry:chips, evidence: { locator: ${parts.locator} } }]
    places: [region:city]
${parts.more}
${parts.target}
`;

/** A target whose indicator is named so, and which is of that place. */
const targets = (indicator: string, place: string) => `
indicators: [{ id: indicator:i, name: ${indicator}, unit: 元, basis: 全部企业, behaviour: YEARLY }]
targets: [{ id: target:t, indicator: indicator:i, place: region:${place}, policy: policy:p, due: 2025, value: 3亿元 }]
observations: [{ id: observation:o, indicator: indicator:i, place: region:${place}, period: 2023, value: 2亿元 }]`;

/** The state of each revision: of the last, all that the first has is gone or another. */
const STATES = [
  seeds({ source: '来源', policy: '若干措施', locator: 'p7', more: '', target: targets('产业规模', 'east') }),
  seeds({
    source: '来源（更名）',
    policy: '若干措施（更名）',
    locator: 'p8',
    more: '  - { id: policy:q, name: 新政策, issuedOn: 2023-06, industries: [industry:tools], places: [region:east] }',
    target: targets('产业规模（更名）', 'city'),
  }),
  `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: source:t, locator: p1 } }
sources: [{ id: source:t, name: 另一来源, tier: NEWS }]
regions: [{ id: region:other, name: 乙市, level: CITY }]
`,
];

const SUPPORT = (asOf = '') => `{ support(validOn: "2024-01-01"${asOf}) { totalCount whyNot { reason count }
  pageInfo { hasNextPage endCursor } edges { cursor node { scope modality
    policy { id name status issuedOn evidence { locator source { name tier } } }
    cluster { id name aliases } place { id name ... on Region { level } }
    because { relationship extent modality sentence english: sentence(lang: EN) from { id name } to { id name }
      evidence { locator source { id name } } } } } } }`;
const LOOK_UPS = (
  asOf = '',
) => `{ one: lookUp(id: "policy:p"${asOf}) { id ... on Policy { name issuedOn status } }
  all: nodes(ids: ["policy:q", "policy:p", "region:none"], validOn: "2024-01-01"${asOf}) { id ... on Entity { name evidence { locator source { name } } } } }`;
const PROGRESS = (asOf = '') => `{ progress(on: "2024-06-01"${asOf}) { totalCount nodes { state ratio
  latest { value indicator { id name } }
  target { id printed indicator { id name unit evidence { source { name tier } } } place { id name ... on Region { level } }
    industry { id } policy { id name status policies: evidence { locator } } } } } }`;

let graph: Graph;
let served: Served;
/** What was answered while each revision was the newest. */
const then: { readonly support: unknown; readonly lookUps: unknown; readonly progress: unknown }[] = [];

beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  served = await serve(graph);
  for (const state of STATES) {
    await applyDataset(graph, datasetOf(state));
    const support = await ask(served.url, SUPPORT());
    const lookUps = await ask(served.url, LOOK_UPS());
    const progress = await ask(served.url, PROGRESS());
    expect([...support.errors, ...lookUps.errors, ...progress.errors]).toEqual([]);
    then.push({ support: support.data, lookUps: lookUps.data, progress: progress.data });
  }
});
afterAll(async () => {
  await served?.close();
  await graph?.close();
});

describe('an answer as of a revision', () => {
  test.each([1, 2, 3])('%i is the one that was given then', async (revision) => {
    const support = await ask(served.url, SUPPORT(`, asOf: ${revision}`));
    expect(support.errors).toEqual([]);
    expect(support.data).toEqual(then[revision - 1]?.support);
    const lookUps = await ask(served.url, LOOK_UPS(`, asOf: ${revision}`));
    expect(lookUps.data).toEqual(then[revision - 1]?.lookUps);
    const progress = await ask(served.url, PROGRESS(`, asOf: ${revision}`));
    expect(progress.data).toEqual(then[revision - 1]?.progress);
  });

  test('differs between these revisions, so that this shows something', () => {
    expect(new Set(then.map((each) => JSON.stringify(each))).size).toBe(STATES.length);
    expect(JSON.stringify(then[0])).toContain('p7');
    expect(JSON.stringify(then[0]?.progress)).toContain('"name":"东区","level":"DISTRICT"');
  });

  test('is equal in every byte when it is asked again, and names both revisions', async () => {
    const [first, second] = [
      await ask(served.url, SUPPORT(', asOf: 1')),
      await ask(served.url, SUPPORT(', asOf: 1')),
    ];
    expect(second.text).toBe(first.text);
    expect(JSON.parse(first.text).extensions).toEqual({ asOf: 1 });
    expect(first.headers.get('graph-revision')).toBe('3');
  });

  test('knows the ids of then, and not those that came later', async () => {
    const answer = await ask(served.url, '{ support(asOf: 1, policy: "policy:q") { totalCount } }');
    expect([codeOf(answer), answer.errors[0]?.extensions.argument]).toEqual(['BAD_USER_INPUT', 'policy']);
    const later = await ask(
      served.url,
      '{ support(asOf: 2, policy: "policy:q", validOn: "2024-01-01") { totalCount } }',
    );
    expect(later.data).toEqual({ support: { totalCount: 1 } });
  });
});

describe('what cannot be had as of a revision is refused, and named', () => {
  test.each([
    [
      'a connection below',
      '{ support(asOf: 1) { nodes { policy { measures { totalCount } } } } }',
      'Policy.measures',
    ],
    [
      'one below a look-up',
      '{ lookUp(id: "region:city", asOf: 1) { ... on Region { contains { totalCount } } } }',
      'Region.contains',
    ],
    [
      'a filter of a derived connection',
      '{ nodes(ids: ["region:city"], asOf: 1) { ... on Region { policies(where: { kind: { eq: PLAN } }) { totalCount } } } }',
      'Region.policies',
    ],
    [
      'what the source of its evidence leads to',
      '{ lookUp(id: "policy:p", asOf: 1) { ... on Policy { evidence { source { citedBy { totalCount } } } } } }',
      'Source.citedBy',
    ],
    [
      'the evidence of one property',
      '{ lookUp(id: "policy:p", asOf: 1) { ... on Policy { evidence(property: "name") { locator } } } }',
      'Policy.evidence',
    ],
  ])('%s, before any statement', async (_, query, field) => {
    await ask(served.url, '{ support(first: 1) { totalCount } }');
    served.statements.length = 0;
    const { errors } = await ask(served.url, query);
    expect(errors[0]?.extensions).toMatchObject({ code: 'REVISION_UNAVAILABLE', field, revision: 1 });
    expect(served.statements).toEqual([]);
  });

  test.each([-1, 0, 4])('revision %i, which there is none of', async (revision) => {
    const { errors } = await ask(served.url, SUPPORT(`, asOf: ${revision}`));
    expect(errors[0]?.extensions).toMatchObject({ code: 'REVISION_UNAVAILABLE', field: 'support', revision });
  });

  test('a revision with a gap behind it', async () => {
    await graph.write((run) =>
      run({ text: 'MATCH (p:RevisionPart {revision: 3}) SET p.revision = -3', parameters: {} }),
    );
    // The first server has what was at revision 2 in its cache.
    const other = await serve(graph);
    const { errors } = await ask(other.url, SUPPORT(', asOf: 2'));
    expect(errors[0]?.extensions).toMatchObject({
      code: 'REVISION_UNAVAILABLE',
      field: 'support',
      revision: 2,
    });
    expect((await ask(other.url, SUPPORT(', asOf: 3'))).errors).toEqual([]);
    await other.close();
    await graph.write((run) =>
      run({ text: 'MATCH (p:RevisionPart {revision: -3}) SET p.revision = 3', parameters: {} }),
    );
  });
});

/** Changed answers, with all that is asked of them. */
const DIFF = (
  given: string,
) => `{ supportDiff(validOn: "2024-01-01", ${given}) { totalCount pageInfo { hasNextPage endCursor }
  nodes { change before { policy { name } scope } after { policy { id name } cluster { name } scope modality because { sentence } }
    causes { action entityId revisions sentence english: sentence(lang: EN) } } } }`;

describe('what became of answers between two revisions (§19)', () => {
  test('an answer that came is caused by the facts of its proof that came', async () => {
    const { data, errors } = await ask(served.url, DIFF('from: 1, to: 2'));
    expect(errors).toEqual([]);
    expect(data?.supportDiff).toEqual({
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      nodes: [
        {
          change: 'ADDED',
          before: null,
          after: {
            policy: { id: 'policy:q', name: '新政策' },
            cluster: { name: '集群' },
            scope: 'WHOLE',
            modality: 'STATED',
            because: [
              { sentence: '《新政策》支持装备' },
              { sentence: '集群聚焦装备' },
              { sentence: '集群位于东区' },
              { sentence: '《新政策》适用于东区' },
            ],
          },
          causes: [
            {
              action: 'CREATE',
              entityId: 'policy:q',
              revisions: [2],
              sentence: '新增：《新政策》支持装备',
              english: 'added: “新政策” supports 装备',
            },
            {
              action: 'CREATE',
              entityId: 'policy:q',
              revisions: [2],
              sentence: '新增：《新政策》适用于东区',
              english: 'added: “新政策” applies in 东区',
            },
          ],
        },
      ],
    });
  });

  test('what went is shown as it was, page by page, and nothing changes from a revision to itself', async () => {
    const first = await ask(served.url, DIFF('from: 2, to: 3, first: 1'));
    const one = first.data?.supportDiff as { readonly pageInfo: { readonly endCursor: string } };
    expect(one).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      nodes: [
        { change: 'REMOVED', before: { policy: { name: '若干措施（更名）' }, scope: 'WHOLE' }, after: null },
      ],
    });
    const next = await ask(served.url, DIFF(`from: 2, to: 3, first: 1, after: "${one.pageInfo.endCursor}"`));
    expect(next.data?.supportDiff).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ before: { policy: { name: '新政策' } } }],
    });
    const none = await ask(served.url, DIFF('from: 3, to: 3'));
    expect(none.data?.supportDiff).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('as many candidates as are allowed are gone through, and one more is refused before its statement', async () => {
    const askWith = async (candidates: number) => {
      const limited = await serve(graph, { groundLimits: { candidates } });
      // What was at both revisions is read once.
      await ask(limited.url, DIFF('from: 1, to: 3'));
      limited.statements.length = 0;
      const answer = await ask(limited.url, DIFF('from: 1, to: 3'));
      const { length } = limited.statements;
      await limited.close();
      return { answer, length };
    };
    const { found } = (await askWith(0)).answer.errors[0]?.extensions ?? {};
    expect(Number(found)).toBeGreaterThan(0);
    expect((await askWith(Number(found))).answer.errors).toEqual([]);
    const { answer, length } = await askWith(Number(found) - 1);
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      limit: 'candidates',
      allowed: Number(found) - 1,
      found,
    });
    expect(length).toBe(0);
  });

  test('an order that cannot be, or a revision that is not there, is refused', async () => {
    const back = await ask(served.url, DIFF('from: 3, to: 2'));
    expect([codeOf(back), back.errors[0]?.extensions.argument]).toEqual(['BAD_USER_INPUT', 'from']);
    const missing = await ask(served.url, DIFF('from: 0, to: 2'));
    expect(missing.errors[0]?.extensions).toMatchObject({
      code: 'REVISION_UNAVAILABLE',
      field: 'supportDiff',
      revision: 0,
    });
    const unknown = await ask(served.url, DIFF('from: 1, to: 3, policy: "policy:none"'));
    expect([codeOf(unknown), unknown.errors[0]?.extensions.argument]).toEqual(['BAD_USER_INPUT', 'policy']);
  });
});
