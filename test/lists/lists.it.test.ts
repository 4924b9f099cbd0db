/** What `where`, `orderBy`, `deep` and pages mean, one small example each. */

import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { graph as datasetOf } from '../oracle/build-dataset.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
let graph: Graph;

/** z1 lies in r2, which lies in r1; z2 straddles r2 and r3; z3 is planned to lie in r3. */
const TEXT = `
  z1 WITHIN r2; r2 WITHIN r1; z2 WITHIN r2 PART; z2 WITHIN r3 PART; z3 WITHIN r3 PLANNED
  f1 LOCATED_IN z1 R_AND_D; f1 LOCATED_IN z1 PRODUCTION
  f2 LOCATED_IN r2 HEADQUARTERS; f2 LOCATED_IN z1 TAX to 2022
  f3 LOCATED_IN z2 SITE; f3 LOCATED_IN r3 SITE PLANNED
  i1 SUBCLASS_OF i2; f1 OPERATES_IN i1; f2 OPERATES_IN i2; all: name all
  f1: foundedOn 2021, name 乙; f2: foundedOn 2020-06, name 甲, smeSize LARGE; f3: name 丙, smeSize MICRO; f4: smeSize SMALL
  p1: issuedOn 2021, expiresOn 2023; p2: issuedOn none; p3: issuedOn 2022-03, expiresOn 2022-12-31
  z1: areaKm2 43.9; z2: areaKm2 100; z3: areaKm2 9.5
`;

beforeAll(async () => {
  graph = openTestGraph();
  await loadDataset(graph, datasetOf(TEXT));
});
afterAll(() => graph.close());

type Variables = Readonly<Record<string, unknown>>;

async function answer(query: string, variables: Variables = {}): Promise<unknown> {
  const { result } = await runOperation(api, graph, query, variables);
  expect(result.errors).toBeUndefined();
  return JSON.parse(JSON.stringify(result.data));
}

async function refusal(query: string, variables: Variables = {}): Promise<unknown> {
  const { result } = await runOperation(api, graph, query, variables);
  return result.errors?.[0];
}

/** The short ids of a root list, all on one page. */
async function ids(list: string, args: string): Promise<readonly string[]> {
  const query = `{ list: ${list}(first: 50${args === '' ? '' : `, ${args}`}) { totalCount nodes { id } } }`;
  const { list: found } = (await answer(query)) as {
    readonly list: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
  };
  expect(found.totalCount).toBe(found.nodes.length);
  return found.nodes.map(({ id }) => id.split(':')[1] ?? '');
}

describe('some and none choose parents, arguments of the field choose children', () => {
  it('a parent that some keeps still shows all its children', async () => {
    const query = `{ firms(where: { places: { some: { id: { eq: "region:r2" } } } }) { nodes { id places { nodes { id } } } } }`;
    expect(await answer(query)).toEqual({
      firms: { nodes: [{ id: 'firm:f2', places: { nodes: [{ id: 'region:r2' }] } }] },
    });
  });

  it('a field’s own where keeps the parent and prunes its children', async () => {
    const query = `{ zones(where: { id: { in: ["zone:z1", "zone:z2"] } }) { nodes { id
      within(where: { id: { eq: "region:r3" } }) { totalCount nodeCount nodes { id } } } } }`;
    const none = { totalCount: 0, nodeCount: 0, nodes: [] };
    expect(await answer(query)).toEqual({
      zones: {
        nodes: [
          { id: 'zone:z1', within: none },
          { id: 'zone:z2', within: { totalCount: 1, nodeCount: 1, nodes: [{ id: 'region:r3' }] } },
        ],
      },
    });
  });

  test.each([
    ['some of an empty filter keeps what has any', 'places: { some: {} }', ['f1', 'f2', 'f3']],
    ['none of an empty filter keeps what has none', 'places: { none: {} }', ['f4']],
    ['a far end must fit all of some', 'places: { some: { isIn: "region:r2", within: { none: {} } } }', []],
    [
      'two somes in and may be two far ends',
      'and: [{ places: { some: { type: { in: [ZONE] } } } }, { places: { some: { type: { in: [REGION] } } } }]',
      ['f3'],
    ],
    ['none of some', 'places: { none: { isIn: "region:r2" } }', ['f3', 'f4']],
  ])('%s', async (_, where, expected) => {
    expect(await ids('firms', `validOn: "2024-01-01", where: { ${where} }`)).toEqual(expected);
  });
});

describe('what has no value', () => {
  test.each([
    ['comes last upwards', 'orderBy: [{ foundedOn: ASC }]', ['f2', 'f1', 'f3', 'f4']],
    ['comes last downwards', 'orderBy: [{ foundedOn: DESC }]', ['f1', 'f2', 'f3', 'f4']],
    ['fits isNull', 'where: { foundedOn: { isNull: true } }', ['f3', 'f4']],
    ['fits no bound', 'where: { foundedOn: { gte: "0001-01-01" } }', ['f1', 'f2']],
    [
      'does not fit, so that not keeps it',
      'where: { not: { foundedOn: { gte: "2021-01-01" } } }',
      ['f2', 'f3', 'f4'],
    ],
  ])('%s', async (_, args, expected) => {
    expect(await ids('firms', args)).toEqual(expected);
  });
});

it('an order by an enum is that in which its values are declared, and pages follow it', async () => {
  expect(await ids('firms', 'orderBy: [{ smeSize: ASC }]')).toEqual(['f3', 'f4', 'f2', 'f1']);
  expect(await ids('firms', 'orderBy: [{ smeSize: DESC }]')).toEqual(['f2', 'f4', 'f3', 'f1']);
  const page = 'nodes { id } pageInfo { endCursor hasNextPage }';
  const found: string[] = [];
  for (let after: string | null = null, next = true; next; ) {
    const query = `query($after: String) { firms(first: 1, after: $after, orderBy: [{ smeSize: ASC }]) { ${page} } }`;
    const { firms } = (await answer(query, { after })) as {
      readonly firms: {
        readonly nodes: readonly { readonly id: string }[];
        readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
      };
    };
    found.push(...firms.nodes.map(({ id }) => id));
    after = firms.pageInfo.endCursor;
    next = firms.pageInfo.hasNextPage;
  }
  expect(found).toEqual(['firm:f3', 'firm:f4', 'firm:f2', 'firm:f1']);
});

describe('a null or nothing at all', () => {
  const all = ['f1', 'f2', 'f3', 'f4'];
  test.each([
    ['an empty where keeps all', 'where: {}', all],
    ['a null where keeps all', 'where: null', all],
    ['a null filter is left out', 'where: { name: null, places: null, not: null, and: null, or: null }', all],
    ['a null operator is left out', 'where: { name: { eq: null, isNull: null } }', all],
    [
      'a null id beside a condition is left out',
      'where: { places: { some: { id: { eq: null }, firms: { some: {} } } } }',
      ['f1', 'f2', 'f3'],
    ],
    ['an empty or keeps nothing', 'where: { or: [] }', []],
    ['an empty and keeps all', 'where: { and: [] }', all],
    ['an empty filter in or keeps all', 'where: { or: [{}, { name: { eq: "甲" } }] }', all],
    ['not of an empty filter keeps nothing', 'where: { not: {} }', []],
    ['nothing is in an empty list', 'where: { name: { in: [] } }', []],
    ['an empty order is that of ids', 'orderBy: []', all],
    ['a null order is that of ids', 'orderBy: null', all],
  ])('%s', async (_, args, expected) => {
    expect(await ids('firms', args)).toEqual(expected);
  });

  it('a null inside an order is refused', async () => {
    expect(await refusal('{ firms(orderBy: [{ name: null }]) { totalCount } }')).toMatchObject({
      message: 'Field "FirmOrderBy.name" must be non-null.',
    });
  });

  it('an unknown enum value is refused', async () => {
    expect(await refusal('{ firms(where: { smeSize: { eq: HUGE } }) { totalCount } }')).toMatchObject({
      message: 'Value "HUGE" does not exist in "SmeSize" enum.',
    });
  });
});

describe('isIn and touches', () => {
  test.each([
    ['a zone is in what the region it lies in lies in', 'isIn: "region:r1"', ['z1']],
    ['a zone is in itself', 'isIn: "zone:z2"', ['z2']],
    ['what straddles is not in, and a plan does not count', 'isIn: "region:r3"', []],
    ['what straddles touches, also what lies above', 'touches: "region:r1"', ['z2']],
    ['an id that nothing has matches nothing', 'isIn: "region:nowhere"', []],
    ['an id of another type matches nothing', 'touches: "firm:f1"', []],
    ['not in what nothing is in keeps all', 'not: { isIn: "region:nowhere" }', ['z1', 'z2', 'z3']],
  ])('%s', async (_, where, expected) => {
    expect(await ids('zones', `where: { ${where} }`)).toEqual(expected);
  });

  test.each([
    [
      'every industry is in the one of all, without a step',
      'industries',
      'isIn: "industry:all"',
      ['all', 'i1', 'i2'],
    ],
    ['and so is what leads to one', 'firms', 'industries: { some: { isIn: "industry:all" } }', ['f1', 'f2']],
    ['the other way they are not', 'industries', 'isIn: "industry:i1"', ['i1']],
  ])('%s', async (_, list, where, expected) => {
    expect(await ids(list, `where: { ${where} }`)).toEqual(expected);
  });

  it('the industry of all looks down on every industry, unless it is asked for its own', async () => {
    const query = `{ industries(where: { id: { eq: "industry:all" } }) { nodes {
      firms { totalCount nodeCount nodes { id } } direct: firms(deep: false) { totalCount } } } }`;
    expect(await answer(query)).toEqual({
      industries: {
        nodes: [
          {
            firms: { totalCount: 2, nodeCount: 2, nodes: [{ id: 'firm:f1' }, { id: 'firm:f2' }] },
            direct: { totalCount: 0 },
          },
        ],
      },
    });
  });
});

describe('dates', () => {
  test.each([
    ['an end counts by its last day', 'where: { expiresOn: { gte: "2023-12-31" } }', ['p1']],
    ['a start counts by its first day', 'where: { issuedOn: { lte: "2021-01-01" } }', ['p1']],
    ['a year from below is its first day', 'where: { issuedOn: { gte: "2021" } }', ['p1', 'p3']],
    ['a year from above is its last day', 'where: { issuedOn: { lte: "2022" } }', ['p1', 'p3']],
    ['a month from above is its last day', 'where: { issuedOn: { lte: "2022-02" } }', ['p1']],
    ['a year holds what ends with it', 'where: { expiresOn: { gte: "2023", lte: "2023" } }', ['p1']],
    ['eq compares the text', 'where: { expiresOn: { eq: "2022-12-31" } }', ['p3']],
    ['the same day as another text is no match', 'where: { expiresOn: { in: ["2022-12", "2022"] } }', []],
    ['order goes by the day', 'orderBy: [{ expiresOn: DESC }]', ['p1', 'p3', 'p2']],
  ])('%s', async (_, args, expected) => {
    expect(await ids('policies', args)).toEqual(expected);
  });
});

describe('status', () => {
  const dated = `${TEXT}; p4: stage DRAFT; p5: stage WITHDRAWN, issuedOn none; p6: repealedOn 2022-03; p1 SUPERSEDES p7
    p8: effectiveFrom 2023-02; m1: name m1; m2: name m2; p1 HAS_MEASURE m1; p3 HAS_MEASURE m2`;
  beforeAll(() => loadDataset(graph, datasetOf(dated)));
  afterAll(() => loadDataset(graph, datasetOf(TEXT)));

  test.each([
    ['a policy is in force on its last day', 'policies', '2022-12-31', 'eq: IN_FORCE', ['p1', 'p3']],
    ['the day after it has expired', 'policies', '2023-01-01', 'in: [EXPIRED, PENDING]', ['p3', 'p8']],
    ['a coarse start is its first day', 'policies', '2023-02-01', 'eq: IN_FORCE', ['p1', 'p8']],
    ['a policy is repealed from its day on', 'policies', '2022-03-01', 'eq: REPEALED', ['p5', 'p6']],
    ['and not the day before', 'policies', '2022-02-28', 'eq: REPEALED', ['p5']],
    ['its successor begins', 'policies', '2021-01-01', 'eq: SUPERSEDED', ['p7']],
    ['no start is known', 'policies', '2022-01-01', 'in: [UNKNOWN, DRAFT], eq: UNKNOWN', ['p2']],
    ['nothing is in an empty list', 'policies', '2022-01-01', 'in: []', []],
    ['a measure is as its policy', 'measures', '2022-12-31', 'eq: IN_FORCE', ['m1', 'm2']],
    ['a measure expires with its policy', 'measures', '2023-01-01', 'eq: EXPIRED', ['m2']],
  ])('filters: %s', async (_, list, day, filter, expected) => {
    expect(await ids(list, `validOn: "${day}", where: { status: { ${filter} } }`)).toEqual(expected);
  });

  test.each([
    ['eq: null', 8],
    ['in: null, eq: EXPIRED', 1],
  ])('a null operator is left out of a filter by status: %s', async (filter, count) => {
    const query = `validOn: "2023-01-01", where: { status: { ${filter} } }`;
    expect(await ids('policies', query)).toHaveLength(count);
  });

  it('orders go by the enum, first that holds first, and pages follow them', async () => {
    const ordered = ['p4', 'p2', 'p8', 'p5', 'p6', 'p7', 'p3', 'p1'];
    const order = 'validOn: "2023-01-01", orderBy: [{ status: ASC }]';
    expect(await ids('policies', order)).toEqual(ordered);
    const page = `query($after: String) { policies(first: 3, after: $after, ${order}) { pageInfo { endCursor } nodes { id } } }`;
    const paged: string[] = [];
    for (let after: string | null = null; paged.length < ordered.length; ) {
      const { policies } = (await answer(page, { after })) as {
        readonly policies: {
          readonly pageInfo: { readonly endCursor: string };
          readonly nodes: readonly { readonly id: string }[];
        };
      };
      after = policies.pageInfo.endCursor;
      paged.push(...policies.nodes.map(({ id }) => id.split(':')[1] ?? ''));
    }
    expect(paged).toEqual(ordered);
  });

  it('groups, fields and nested filters hold for the operation’s day, and today with anyDay', async () => {
    const asked = (day: string) => `{
      policyGroups(by: STATUS, ${day}) { key count }
      measureGroups(by: STATUS, ${day}, where: { status: { in: [IN_FORCE, EXPIRED] } }) { key count }
      policies(${day}, where: { measures: { some: { not: { status: { eq: EXPIRED } } } } }) {
        nodes { id status measures { nodes { status before: status(on: "2022-12-31") } } } } }`;
    const expected = (key: string, status: string, others: readonly unknown[]) => ({
      policyGroups: others,
      measureGroups: [
        { key: 'EXPIRED', count: 1 },
        { key, count: 1 },
      ],
      policies: {
        nodes: [{ id: 'policy:p1', status, measures: { nodes: [{ status, before: 'IN_FORCE' }] } }],
      },
    });
    const rest = ['DRAFT', 'EXPIRED', 'IN_FORCE', 'PENDING', 'SUPERSEDED', 'UNKNOWN'];
    expect(await answer(asked('validOn: "2023-01-01"'))).toEqual(
      expected('IN_FORCE', 'IN_FORCE', [
        { key: 'REPEALED', count: 2 },
        ...rest.map((each) => ({ key: each, count: 1 })),
      ]),
    );
    // Today is 2024-10-01: p1 has expired, p8 has begun.
    const today = (await answer(asked('anyDay: true'))) as Readonly<Record<string, unknown>>;
    expect(today).toMatchObject({
      measureGroups: [{ key: 'EXPIRED', count: 2 }],
      policies: { nodes: [] },
    });
    expect(await ids('policies', 'anyDay: true, where: { status: { eq: IN_FORCE } }')).toEqual(['p8']);
  });
});

describe('numbers', () => {
  test.each([
    ['stand in the order of their size', 'orderBy: [{ areaKm2: ASC }]', ['z3', 'z1', 'z2']],
    [
      'are the same however they are written',
      'where: { areaKm2: { in: ["043.90", "100.0"] } }',
      ['z1', 'z2'],
    ],
    ['are held against bounds by size', 'where: { areaKm2: { gte: "9.50", lte: "43.9" } }', ['z1', 'z3']],
  ])('%s', async (_, args, expected) => {
    expect(await ids('zones', args)).toEqual(expected);
  });
});

describe('counts', () => {
  it('two roles of one firm in one place are one far end', async () => {
    expect(await ids('firms', 'validOn: "2024-01-01", orderBy: [{ places: { count: DESC } }]')).toEqual([
      'f3',
      'f1',
      'f2',
      'f4',
    ]);
    const query = '{ firms(where: { id: { eq: "firm:f1" } }) { nodes { places { totalCount nodeCount } } } }';
    expect(await answer(query)).toEqual({ firms: { nodes: [{ places: { totalCount: 2, nodeCount: 1 } }] } });
  });

  it('a fact of the past counts on its day alone', async () => {
    const order = 'orderBy: [{ places: { count: DESC } }]';
    expect(await ids('firms', `validOn: "2022-12-31", ${order}`)).toEqual(['f2', 'f3', 'f1', 'f4']);
    expect(await ids('firms', `anyDay: true, ${order}`)).toEqual(['f2', 'f3', 'f1', 'f4']);
  });

  it('a place counts the firms of all that is in it', async () => {
    expect(
      await ids('regions', 'validOn: "2024-01-01", orderBy: [{ firms: { count: DESC } }, { id: DESC }]'),
    ).toEqual(['r2', 'r1', 'r3']);
    const query = `{ regions(validOn: "2024-01-01", where: { id: { eq: "region:r1" } }) { nodes {
      firms { totalCount nodeCount } direct: firms(deep: false) { totalCount nodeCount } } } }`;
    expect(await answer(query)).toEqual({
      regions: {
        nodes: [{ firms: { totalCount: 3, nodeCount: 2 }, direct: { totalCount: 0, nodeCount: 0 } }],
      },
    });
  });

  it('a group counts what a filter by its key keeps, down the tree too', async () => {
    const query = '{ regionGroups(by: FIRMS, validOn: "2024-01-01") { key count } }';
    const groups = (await answer(query)) as {
      readonly regionGroups: readonly { key: string; count: number }[];
    };
    expect(groups.regionGroups).toEqual([
      { key: 'firm:f1', count: 2 },
      { key: 'firm:f2', count: 2 },
      { key: 'firm:f3', count: 1 },
    ]);
    for (const { key, count } of groups.regionGroups) {
      const kept = await ids(
        'regions',
        `validOn: "2024-01-01", where: { firms: { some: { id: { eq: "${key}" } } } }`,
      );
      expect(kept).toHaveLength(count);
    }
  });
});

describe('of a list of texts one item must fit all operators', () => {
  beforeAll(async () => {
    const { nodes, ...others } = datasetOf(TEXT);
    const record = nodes.get('firm:f4');
    if (!record) throw new Error('no f4');
    const named = { ...record, properties: { ...record.properties, aliases: ['ab', 'cd'] } };
    await loadDataset(graph, { ...others, nodes: new Map([...nodes, ['firm:f4', named]]) });
  });
  afterAll(() => loadDataset(graph, datasetOf(TEXT)));

  test.each([
    ['the same item', '{ startsWith: "a", contains: "b" }', ['f4']],
    ['no item alone', '{ startsWith: "a", contains: "d" }', []],
    ['an item in a list', '{ in: ["cd", "x"] }', ['f4']],
    ['no items at all', '{ isNull: true }', ['f1', 'f2', 'f3']],
  ])('%s', async (_, filter, expected) => {
    expect(await ids('firms', `where: { aliases: ${filter} }`)).toEqual(expected);
  });
});

describe('cursors', () => {
  const page = 'pageInfo { endCursor hasNextPage } nodes { id }';
  interface Page {
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    readonly nodes: readonly { readonly id: string }[];
  }

  test.each([
    ['another order', 'orderBy: [{ name: DESC }]'],
    ['another direction', 'orderBy: [{ foundedOn: DESC }]'],
    ['no order', ''],
  ])('a cursor of %s is refused', async (_, order) => {
    const first = (await answer(`{ firms(first: 1, orderBy: [{ foundedOn: ASC }]) { ${page} } }`)) as {
      readonly firms: Page;
    };
    const query = `query($after: String) { firms(first: 1, after: $after${order === '' ? '' : `, ${order}`}) { ${page} } }`;
    expect(await refusal(query, { after: first.firms.pageInfo.endCursor })).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
    });
  });

  it('a page begun goes on where it was, though a revision puts rows before it', async () => {
    const query = `query($after: String) { firms(first: 2, after: $after, orderBy: [{ foundedOn: ASC }]) { ${page} } }`;
    const first = (await answer(query)) as { readonly firms: Page };
    expect(first.firms.nodes.map(({ id }) => id)).toEqual(['firm:f2', 'firm:f1']);
    await applyAlso('f0: foundedOn 2019; f5: foundedOn 2022');
    const second = (await answer(query, { after: first.firms.pageInfo.endCursor })) as {
      readonly firms: Page;
    };
    expect(second.firms.nodes.map(({ id }) => id)).toEqual(['firm:f5', 'firm:f3']);
  });
});

test('a far end with an undated fact and a dated one, or two dated ones, counts once', async () => {
  await loadDataset(
    graph,
    datasetOf(
      'f1 OPERATES_IN i1; f1 OPERATES_IN i1 from 2020; f1 OPERATES_IN i2 from 2020; f1 OPERATES_IN i2 from 2021',
    ),
  );
  const query = '{ firms(validOn: "2024-01-01") { nodes { industries { totalCount nodeCount } } } }';
  expect(await answer(query)).toEqual({
    firms: { nodes: [{ industries: { totalCount: 4, nodeCount: 2 } }] },
  });
});

/** Applies the dataset with more in it, as a new revision. */
async function applyAlso(text: string): Promise<void> {
  const desired: Dataset = deriveFacts(api.model, datasetOf(`${TEXT}\n${text}`));
  await applyPlan(api.model, graph, await graph.readAll((run) => makePlan(api.model, desired, run)));
}

describe('covers is isIn the other way round (§3.6, §4.7)', () => {
  beforeAll(() => loadDataset(graph, datasetOf(TEXT)));
  test.each([
    ['regions', 'where: { covers: "zone:z1" }', ['r1', 'r2']],
    ['zones', 'where: { covers: "zone:z1" }', ['z1']],
    ['regions', 'where: { covers: "zone:z2" }', []],
    ['regions', 'where: { covers: "zone:z3" }', []],
    ['regions', 'where: { covers: "region:none" }', []],
    ['industries', 'where: { covers: "industry:i1" }', ['all', 'i1', 'i2']],
    ['industries', 'where: { not: { covers: "industry:i1" } }', []],
    ['industries', 'where: { covers: "industry:all" }', ['all']],
    ['firms', 'where: { industries: { some: { covers: "industry:i1" } } }', ['f1', 'f2']],
    ['firms', 'where: { industries: { some: { covers: "industry:i2" } } }', ['f2']],
    ['firms', 'where: { places: { some: { covers: "zone:z1", type: { eq: REGION } } } }', ['f2']],
  ])('%s(%s)', async (list, args, expected) => {
    expect(await ids(list, `validOn: "2024-01-01", ${args}`)).toEqual(expected);
  });
});

describe('a sum that is refused names both figures, and the filter that keeps one kind (§18.2, §18.4)', () => {
  const number = (id: string, value: string) => ({ id, value });
  test.each([
    [
      'zones that lie in one another',
      'z1 WITHIN z2',
      [number('z1', '43.9'), number('z2', '100')],
      /z1.*z2.*overlap/,
    ],
    [
      'zones that straddle one another',
      'z1 WITHIN z2 PART',
      [number('z1', '1'), number('z2', '2')],
      /overlap/,
    ],
  ])('%s', async (_, facts, areas, words) => {
    await loadDataset(
      graph,
      datasetOf(`${facts}; ${areas.map(({ id, value }) => `${id}: areaKm2 ${value}`).join('; ')}`),
    );
    const refused = await refusal('{ zones { sum(of: AREA_KM2) { value } } }');
    expect(refused).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', argument: 'where' },
      message: expect.stringMatching(words),
    });
    const one = `{ zones(where: { not: { id: { eq: "zone:z2" } } }) { sum(of: AREA_KM2) { value count } } }`;
    expect(await answer(one)).toEqual({ zones: { sum: { value: areas[0]?.value, count: 1 } } });
  });

  it('a group whose sum is asked without a number is told which there are', async () => {
    expect(await refusal('{ zoneGroups(by: ZONE_KIND) { sum { value } } }')).toMatchObject({
      message: expect.stringContaining('AREA_KM2'),
      extensions: { argument: 'sumOf' },
    });
  });
});
