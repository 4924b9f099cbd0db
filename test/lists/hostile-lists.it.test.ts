/** Filters, orders and cursors made to do harm get a right answer or a clear refusal, and fast. */

import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { type Answer, ask, codeOf, leaksOf, send } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { graph as datasetOf } from '../oracle/build-dataset.ts';

let graph: Graph;
let server: Served;

beforeAll(async () => {
  graph = openTestGraph();
  await loadDataset(
    graph,
    datasetOf('f1 LOCATED_IN z1; z1 WITHIN r1; f1: name 甲, foundedOn 2021; f2: name 乙'),
  );
  server = await serve(graph);
  // What the server asks once of a graph is asked now, and no statement of a test.
  await ask(server.url, '{ firms { totalCount } }');
});
afterAll(async () => {
  await server?.close();
  await graph?.close();
});
beforeEach(() => {
  server.statements.length = 0;
});

type Where = Readonly<Record<string, unknown>>;

const FIRMS =
  'query($where: FirmWhere, $after: String) { firms(where: $where, after: $after) { totalCount nodes { id } } }';

function askFirms(where: Where): Promise<Answer> {
  return ask(server.url, FIRMS, { where });
}

function nested(depth: number, wrap: (inner: Where) => Where): Where {
  let where: Where = { name: { eq: '甲' } };
  for (let level = 0; level < depth; level++) where = wrap(where);
  return where;
}

function times<T>(count: number, one: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => one(index));
}

describe('too much of it is refused before anything is sent', () => {
  const cases: readonly (readonly [string, string, Where])[] = [
    ['not in not, 40 deep', 'where', nested(40, (not) => ({ not }))],
    ['and in and, 20 deep', 'where', nested(20, (inner) => ({ and: [inner] }))],
    ['not in not, 60 deep', 'variableDepth', nested(60, (not) => ({ not }))],
    ['some in some, 9 deep', 'where', nested(5, (some) => ({ places: { some: { firms: { some } } } }))],
    ['201 values of in', 'values', { name: { in: times(201, (n) => `n${n}`) } }],
    ['10,000 values of in', 'values', { name: { in: times(10_000, String) } }],
    ['10,000 values of in, below', 'values', { places: { some: { id: { in: times(10_000, String) } } } }],
    ['200 conditions in or', 'conditions', { or: times(200, (n) => ({ name: { eq: `n${n}` } })) }],
    ['21 relationships', 'walks', { and: times(21, () => ({ places: { some: {} } })) }],
    ['a thousand of nothing', 'conditions', { or: times(1_000, () => ({})) }],
    [
      '200 conditions spread over two keys',
      'conditions',
      {
        and: times(60, () => ({ name: { contains: 'a' } })),
        or: times(60, () => ({ nameEn: { isNull: true } })),
      },
    ],
  ];
  test.each(cases)('%s', async (_, limit, where) => {
    const answer = await askFirms(where);
    expect(codeOf(answer)).toBe('QUERY_TOO_COMPLEX');
    expect(answer.errors[0]?.extensions.limit).toBe(limit);
    expect(answer.status).toBe(400);
    expect(leaksOf(answer)).toEqual([]);
    expect(server.statements).toEqual([]);
  });

  it('not in not, 12,000 deep, which would overflow the stack', async () => {
    const where = `${'{"not":'.repeat(12_000)}{}${'}'.repeat(12_000)}`;
    const answer = await send(
      server.url,
      `{"query":${JSON.stringify(FIRMS)},"variables":{"where":${where}}}`,
    );
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: 'variableDepth' });
    expect(server.statements).toEqual([]);
  });

  it('conditions of all lists of an operation count together', async () => {
    const list = (n: number) => `a${n}: firms(where: $where) { totalCount }`;
    const query = `query($where: FirmWhere) { ${times(6, list).join(' ')} }`;
    const answer = await ask(server.url, query, {
      where: { or: times(20, (n) => ({ name: { eq: `n${n}` } })) },
    });
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      limit: 'conditions',
      found: 120,
    });
    expect(server.statements).toEqual([]);
  });

  it.each([
    ['11 sort keys', 11, 'BAD_USER_INPUT'],
    ['101 sort keys', 101, 'QUERY_TOO_COMPLEX'],
  ])('%s', async (_, count, code) => {
    const query =
      'query($orderBy: [FirmOrderBy!]) { firms(orderBy: $orderBy, validOn: "2024-01-01") { totalCount } }';
    const answer = await ask(server.url, query, {
      orderBy: times(count, () => ({ places: { count: 'ASC' } })),
    });
    expect(codeOf(answer)).toBe(code);
    expect(server.statements).toEqual([]);
  });
});

describe('what is just allowed is answered', () => {
  const cases: readonly (readonly [string, Where, readonly string[]])[] = [
    ['200 values of in', { name: { in: ['甲', ...times(199, String)] } }, ['firm:f1']],
    [
      '100 conditions',
      { or: [{ name: { eq: '甲' } }, ...times(99, (n) => ({ name: { eq: `n${n}` } }))] },
      ['firm:f1'],
    ],
    ['not in not, 8 deep', nested(8, (not) => ({ not })), ['firm:f1']],
    ['15 relationships', { and: times(15, () => ({ places: { some: {} } })) }, ['firm:f1']],
    ['some in some, 4 deep', nested(2, (some) => ({ places: { some: { firms: { some } } } })), ['firm:f1']],
  ];
  test.each(cases)('%s', async (_, where, expected) => {
    const answer = await askFirms(where);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      firms: { totalCount: expected.length, nodes: expected.map((id) => ({ id })) },
    });
  });
});

describe('a value is no more than a value', () => {
  const values = [
    "x' OR 1=1 //",
    '`}) DETACH DELETE n //',
    '$p0',
    '\\',
    '\u0000',
    '\ud800',
    '(?i).*',
    '',
    '%',
    'x'.repeat(60_000),
  ];
  const filters: readonly (readonly [string, (value: string) => Where])[] = [
    ['eq', (eq) => ({ nameEn: { eq } })],
    ['in', (value) => ({ nameEn: { in: [value, value] } })],
    ['contains', (contains) => ({ nameEn: { contains } })],
    ['startsWith', (startsWith) => ({ aliases: { startsWith } })],
    ['an id', (eq) => ({ places: { some: { id: { eq } } } })],
    ['isIn', (isIn) => ({ places: { some: { isIn } } })],
    ['touches', (touches) => ({ places: { some: { touches } } })],
  ];
  test.each(filters)('of %s', async (_, filter) => {
    for (const value of values) {
      const where = JSON.stringify(filter(value)).length > 90_000 ? filter('x') : filter(value);
      const answer = await askFirms(where);
      expect(answer.errors).toEqual([]);
      expect(answer.data).toEqual({ firms: { totalCount: 0, nodes: [] } });
      for (const { text } of server.statements) expect(text).not.toMatch(/DETACH|1=1|xxx/);
    }
  });

  test.each([
    ['a day that is none', { foundedOn: { gte: '2023-02-30' } }],
    ['a year of two digits', { foundedOn: { gte: '23' } }],
    ['a number as a date', { foundedOn: { eq: 2023 } }],
    ['an enum that is none', { smeSize: { eq: '__proto__' } }],
    ['a list where one is meant', { name: { eq: ['a', 'b'] } }],
    ['an unknown key', { __proto: { eq: 'a' } }],
    ['an unknown operator', { name: { matches: '.*' } }],
    ['a null in a list', { name: { in: [null] } }],
    ['a text as a filter', { name: 'a' }],
  ])('%s is BAD_USER_INPUT', async (_, where) => {
    const answer = await askFirms(where);
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(server.statements).toEqual([]);
  });

  test.each(['1e400', 'NaN', 'Infinity', '0x10', '', ' 1', '1.'])(
    'the number "%s" is refused',
    async (gte) => {
      const query = 'query($where: ZoneWhere) { zones(where: $where) { totalCount } }';
      expect(codeOf(await ask(server.url, query, { where: { areaKm2: { gte } } }))).toBe('BAD_USER_INPUT');
    },
  );

  it('a number of 400 digits is larger than all', async () => {
    const query = 'query($where: ZoneWhere) { zones(where: $where) { totalCount } }';
    const answer = await ask(server.url, query, { where: { areaKm2: { gte: '9'.repeat(400) } } });
    expect(answer.data).toEqual({ zones: { totalCount: 0 } });
  });
});

describe('a forged cursor is refused', () => {
  const NAME = 'Firm foundedOn ASC';
  const query =
    'query($after: String) { firms(after: $after, orderBy: [{ foundedOn: ASC }], validOn: "2024-01-01") { totalCount nodes { id } } }';
  const forged: readonly (readonly [string, string])[] = [
    ['a text for a number', JSON.stringify([NAME, '20210101', 'firm:f1'])],
    ['a number for a text', JSON.stringify([NAME, 20210101, 1])],
    ['a null where none may be', JSON.stringify([NAME, 20210101, null])],
    ['NaN', `["${NAME}",NaN,"firm:f1"]`],
    ['a number past all', `["${NAME}",1e999,"firm:f1"]`],
    ['an object', JSON.stringify([NAME, { toString: 1 }, 'firm:f1'])],
    ['a list', JSON.stringify([NAME, [1], 'firm:f1'])],
    ['a truth', JSON.stringify([NAME, true, 'firm:f1'])],
    ['too few values', JSON.stringify([NAME, 20210101])],
    ['too many values', JSON.stringify([NAME, 20210101, 'firm:f1', 'firm:f1'])],
    ['ten thousand values', JSON.stringify([NAME, ...times(10_000, Number)])],
    ['lists 5,000 deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['another list', JSON.stringify(['Region foundedOn ASC', 20210101, 'firm:f1'])],
    ['no JSON', '{'],
    ['no list', '{"0":"x"}'],
    ['nothing', ''],
  ];
  test.each(forged)('with %s', async (_, text) => {
    const answer = await ask(server.url, query, { after: Buffer.from(text).toString('base64url') });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.extensions.argument).toBe('after');
    expect(leaksOf(answer)).toEqual([]);
    expect(server.statements).toEqual([]);
  });

  it('one with values that a row could have is a place in the order like any other', async () => {
    const after = Buffer.from(JSON.stringify([NAME, -1.5, "' OR 1=1"])).toString('base64url');
    const answer = await ask(server.url, query, { after });
    expect(answer.data).toEqual({ firms: { totalCount: 2, nodes: [{ id: 'firm:f1' }, { id: 'firm:f2' }] } });
  });
});
