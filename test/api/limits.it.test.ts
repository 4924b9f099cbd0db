/** Every limit holds before a statement reaches Neo4j, wherever the size comes from. */

import { getIntrospectionQuery } from 'graphql';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { type Answer, ask, codeOf, leaksOf, send } from './ask.ts';
import { serveProduct } from './serve.ts';

const server = serveProduct();
beforeEach(() => {
  server.statements.length = 0;
});

type Variables = Readonly<Record<string, unknown>>;
type Case = readonly [title: string, query: string, variables?: Variables];

/** A case with all its columns. */
function row([title, query, variables = {}]: Case): readonly [string, string, Variables] {
  return [title, query, variables];
}

function times(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(' ');
}

/** Relationships inside each other, below a root list. */
function nested(depth: number, open = 'within(first: 1) { nodes {', close = '} }'): string {
  return `{ regions(first: 1) { nodes { ${open.concat(' ').repeat(depth)} id ${close.concat(' ').repeat(depth)} } } }`;
}

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `region:r${index}`);
}

const refused: Readonly<Record<string, readonly Case[]>> = {
  depth: [
    ['9 connections', nested(9)],
    ['9 by edges', nested(9, 'within(first: 1) { edges { node {', '} } }')],
    ['9 with fragments on types', nested(9, 'within(first: 1) { nodes { ... on Place {', '} } }')],
    [
      '9 through named fragments',
      `{ regions(first: 1) { nodes { ...F0 } } } ${times(9, (i) => `fragment F${i} on Place { within(first: 1) { nodes { ${i < 8 ? `...F${i + 1}` : 'id'} } } }`)}`,
    ],
    [
      '9 through evidence',
      nested(4, 'evidence { source { citedBy(first: 1) { nodes {', '} } } }').replace(
        ' id ',
        ' evidence { source { id } } ',
      ),
    ],
    [
      '9 below an included field',
      nested(9).replace('regions(first: 1)', 'regions(first: 1) @include(if: true)'),
    ],
    [
      '9 below support',
      `{ support(first: 1) { nodes { cluster { ${'places(first: 1) { nodes { within(first: 1) { nodes { '.repeat(1)} ${'within(first: 1) { nodes { '.repeat(6)} id ${'} } '.repeat(8)} } } } }`,
    ],
  ],
  first: [
    ['201 at the root', '{ regions(first: 201) { totalCount } }'],
    ['201 below', '{ regions(first: 1) { nodes { within(first: 201) { totalCount } } } }'],
    ['201 in a variable', 'query($n: Int) { regions(first: $n) { totalCount } }', { n: 201 }],
    ['201 as a variable’s default', 'query($n: Int = 201) { regions(first: $n) { nodes { id } } }'],
    [
      '201 as a default beside other variables',
      'query($n: Int = 201, $m: Int) { regions(first: $n) { nodes { id } } zones(first: $m) { totalCount } }',
      { m: 1 },
    ],
    ['201 in a fragment', '{ ...A } fragment A on Query { regions(first: 201) { totalCount } }'],
    ['201 in an inline fragment without a type', '{ ... { regions(first: 201) { totalCount } } }'],
    [
      '201 in an included field',
      'query($y: Boolean!) { regions(first: 201) @include(if: $y) { totalCount } }',
      { y: true },
    ],
    [
      '201 in a field that is not skipped',
      'query($y: Boolean!) { ... @skip(if: $y) { regions(first: 201) { totalCount } } }',
      { y: false },
    ],
    ['201 of support', '{ support(first: 201) { totalCount } }'],
    ['2147483647', '{ regions(first: 2147483647) { totalCount } }'],
    ['201 in the second operation', 'query A { __typename } query B { regions(first: 201) { totalCount } }'],
  ],
  aliases: [
    ['31 at the root of a list', `{ regions(first: 1) { nodes { ${times(31, (i) => `a${i}: id`)} } } }`],
    [
      '31 through a fragment',
      `{ regions(first: 1) { nodes { ...A } } } fragment A on Region { ${times(31, (i) => `a${i}: id`)} }`,
    ],
    [
      '32 through fragments that double',
      `{ regions(first: 1) { nodes { a: within(first: 1) { nodes { ...A } } b: within(first: 1) { nodes { ...A } } } } } fragment A on Place { ${times(16, (i) => `a${i}: id`)} }`,
    ],
    [
      '31 included',
      `{ regions(first: 1) { nodes { ... @include(if: true) { ${times(31, (i) => `a${i}: id`)} } } } }`,
    ],
    [
      '31 of introspection',
      `{ ${times(15, (i) => `a${i}: __typename`)} __schema { ${times(16, (i) => `b${i}: description`)} } }`,
    ],
  ],
  rootFields: [
    ['21 of the same field', `{ ${times(21, (i) => `a${i}: regions(first: 1) { totalCount }`)} }`],
    [
      '21 through a fragment',
      `{ ...A } fragment A on Query { ${times(21, (i) => `a${i}: node(id: "x") { id }`)} }`,
    ],
    [
      '21 through two inline fragments',
      `{ ... { ${times(11, (i) => `a${i}: node(id: "x") { id }`)} } ... { ${times(10, (i) => `b${i}: node(id: "x") { id }`)} } }`,
    ],
    ['21 included', `{ ... @include(if: true) { ${times(21, (i) => `a${i}: node(id: "x") { id }`)} } }`],
  ],
  directives: [
    [
      '9 on fields',
      `{ regions(first: 1) { nodes { ${times(9, (i) => `${i % 2 ? 'id' : 'name'} @include(if: true)`)} } } }`,
    ],
    ['9 on spreads', `{ ${times(9, () => '...A @include(if: true)')} } fragment A on Query { __typename }`],
    ['9 on inline fragments', `{ ${times(9, () => '... @skip(if: false) { __typename }')} }`],
    [
      '10 through doubling fragments',
      `{ regions(first: 1) { nodes { ...A } } zones(first: 1) { nodes { ...A } } } fragment A on Place { ${times(5, () => 'id @include(if: true)')} }`,
    ],
  ],
  tokens: [
    ['2,001 of fields', `{ regions(first: 1) { nodes { ${'id '.repeat(2_000)} } } }`],
    ['100,000 in a row', `{ ${'a '.repeat(45_000)} }`],
  ],
  ids: [
    ['201 as a literal', `{ nodes(ids: ${JSON.stringify(ids(201))}) { id } }`],
    ['201 in a variable', 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ids(201) }],
    ['201 names', 'query($names: [String!]!) { resolve(names: $names) { name } }', { names: ids(201) }],
    [
      '201 as a variable’s default',
      `query($ids: [ID!]! = ${JSON.stringify(ids(201))}) { nodes(ids: $ids) { id } }`,
    ],
    [
      '201 in a fragment',
      'query($ids: [ID!]!) { ...A } fragment A on Query { nodes(ids: $ids) { id } }',
      { ids: ids(201) },
    ],
  ],
  nodes: [
    ['200 times 101', '{ regions(first: 200) { nodes { within(first: 101) { nodes { id } } } } }'],
    [
      '200 times 101 in variables',
      'query($a: Int, $b: Int) { regions(first: $a) { nodes { within(first: $b) { nodes { id } } } } }',
      { a: 200, b: 101 },
    ],
    [
      '200 times 101 as defaults',
      'query($a: Int = 200, $b: Int = 101) { regions(first: $a) { nodes { within(first: $b) { nodes { id } } } } }',
    ],
    [
      '200 times 101 in fragments',
      '{ ...A } fragment A on Query { regions(first: 200) { nodes { ...B } } } fragment B on Place { within(first: 101) { nodes { id } } }',
    ],
    [
      'nodes and edges side by side',
      '{ regions(first: 200) { nodes { within(first: 60) { nodes { id } } } edges { node { contains(first: 60) { nodes { id } } } } } }',
    ],
    [
      'many ids',
      'query($ids: [ID!]!) { nodes(ids: $ids) { ... on Region { within(first: 101) { nodes { id } } } } }',
      { ids: ids(200) },
    ],
    [
      'many ids as a default',
      `query($ids: [ID!]! = ${JSON.stringify(ids(200))}) { nodes(ids: $ids) { ... on Region { within(first: 101) { nodes { id } } } } }`,
    ],
    [
      'below the policies of support',
      '{ support(first: 200) { nodes { policy { measures(first: 101) { nodes { id } } } } } }',
    ],
    [
      'below the proofs of support',
      '{ support(first: 200) { nodes { because { from { ... on Policy { measures(first: 101) { nodes { id } } } } } } } }',
    ],
    [
      'nested defaults of first',
      '{ regions(first: 200) { nodes { within { nodes { within { nodes { within { nodes { id } } } } } } } } }',
    ],
    [
      'fragments that double',
      `{ regions(first: 200) { nodes { ...F0 } } } ${times(7, (i) => `fragment F${i} on Place { a: within(first: 1) { nodes { ${i < 6 ? `...F${i + 1}` : 'id'} } } within(first: 1) { nodes { ${i < 6 ? `...F${i + 1}` : 'id'} } } }`)}`,
    ],
  ],
};

describe.each(Object.entries(refused))('more %s than are allowed', (limit, cases) => {
  test.each(cases.map(row))(
    '%s are refused before anything is sent to Neo4j',
    async (title, query, variables) => {
      const body = variables;
      const answer = query.startsWith('query A ')
        ? await askNamed(query, 'B')
        : await ask(server.url, query, body);
      expect(codeOf(answer)).toBe('QUERY_TOO_COMPLEX');
      // A document may be over several limits at once; which one is told first is no promise.
      if (!/doubl/.test(title)) expect(answer.errors[0]?.extensions.limit).toBe(limit);
      expect(answer.status).toBe(400);
      expect(answer.errors[0]?.extensions).toMatchObject({
        allowed: expect.any(Number),
        found: expect.any(Number),
        requestId: expect.any(String),
      });
      expect(answer.errors[0]?.message).toContain(String(answer.errors[0]?.extensions.allowed));
      expect(leaksOf(answer)).toEqual([]);
      expect(server.statements).toEqual([]);
    },
  );
});

function askNamed(query: string, operationName: string): Promise<Answer> {
  return send(server.url, JSON.stringify({ query, operationName }));
}

describe('an operation of just the allowed size is answered', () => {
  const allowed: readonly Case[] = [
    ['8 relationships inside each other', nested(8)],
    ['8 by edges', nested(8, 'within(first: 1) { edges { node {', '} } }')],
    ['a page of 200', '{ regions(first: 200) { totalCount } }'],
    ['a page of 1', '{ regions(first: 1) { totalCount } }'],
    ['30 aliases', `{ regions(first: 1) { nodes { ${times(30, (i) => `a${i}: id`)} } } }`],
    ['20 root fields', `{ ${times(20, (i) => `a${i}: regions(first: 1) { totalCount }`)} }`],
    ['8 directives', `{ regions(first: 1) { nodes { ${times(8, () => 'id @include(if: true)')} } } }`],
    ['200 ids', 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ids(200) }],
    ['1,900 tokens', `{ ${times(9, (i) => `a${i}: nodes(ids: ${JSON.stringify(ids(200))}) { id }`)} }`],
    [
      '19,900 nodes',
      '{ regions(first: 100) { nodes { within(first: 198) { nodes { id evidence { locator } } } } } }',
    ],
    [
      'lists of values, which count nothing',
      '{ policies(first: 200) { nodes { measures(first: 90) { nodes { id evidence { locator } } } } } }',
    ],
    ['a skipped field beside it', '{ regions(first: 1) { nodes { id name @skip(if: true) } } }'],
  ];
  test.each(allowed.map(row))('%s', async (_, query, variables) => {
    const answer = await ask(server.url, query, variables);
    expect(answer.errors).toEqual([]);
    expect(answer.status).toBe(200);
  });
});

describe('a page size that cannot be', () => {
  const cases: readonly Case[] = [
    ['0', '{ regions(first: 0) { totalCount } }'],
    ['-1', '{ regions(first: -1) { totalCount } }'],
    ['0 in a variable', 'query($n: Int) { regions(first: $n) { totalCount } }', { n: 0 }],
    ['0 as a default', 'query($n: Int = 0) { regions(first: $n) { nodes { id } } }'],
    ['-2147483648', '{ regions(first: -2147483648) { totalCount } }'],
    ['0 below', '{ regions { nodes { within(first: 0) { totalCount } } } }'],
    ['0 below no ids', '{ nodes(ids: []) { ... on Region { within(first: 0) { totalCount } } } }'],
  ];
  test.each(cases.map(row))('%s is BAD_USER_INPUT and names first', async (_, query, variables) => {
    const answer = await ask(server.url, query, variables);
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.extensions.argument).toBe('first');
    expect(server.statements).toEqual([]);
  });

  it('a negative page does not make room for a larger one beside it', async () => {
    const answer = await ask(
      server.url,
      '{ a: regions(first: -200) { nodes { within(first: 200) { totalCount } } } regions(first: 200) { nodes { within(first: 200) { totalCount } } } }',
    );
    expect(codeOf(answer)).toMatch(/BAD_USER_INPUT|QUERY_TOO_COMPLEX/);
    expect(server.statements).toEqual([]);
  });
});

describe('a document made to be slow is answered, or refused as too complex', () => {
  const doubling = (body: (index: number) => string, count: number) =>
    times(count, (i) => `fragment F${i} on Place { ${body(i)} }`);
  const next = (i: number, count: number) => (i < count - 1 ? `...F${i + 1}` : 'id');
  const cases: readonly Case[] = [
    [
      'fragments spread twice, 180 deep',
      `{ regions(first: 1) { nodes { ...F0 } } } ${doubling((i) => `${next(i, 180)} ${next(i, 180)}`, 180)}`,
    ],
    [
      'fragments spread twice inside inline fragments',
      `{ regions(first: 1) { nodes { ...F0 } } } ${doubling((i) => `... { ${next(i, 100)} } ... { ${next(i, 100)} }`, 100)}`,
    ],
    [
      'fields that double, 8 deep',
      `{ regions(first: 1) { nodes { ...F0 } } } ${doubling((i) => `within(first: 1) { nodes { ${next(i, 8)} } } within(first: 1) { nodes { ${next(i, 8)} } }`, 8)}`,
    ],
    [
      'fields that double, 60 deep',
      `{ regions(first: 1) { nodes { ...F0 } } } ${doubling((i) => `within(first: 1) { nodes { ${next(i, 60)} } } within(first: 1) { nodes { ${next(i, 60)} } }`, 60)}`,
    ],
    [
      'fields that triple through edges and nodes',
      `{ regions(first: 1) { nodes { ...F0 } } } ${doubling((i) => `within(first: 1) { nodes { ${next(i, 8)} } edges { node { ${next(i, 8)} } } } contains(first: 1) { nodes { ${next(i, 8)} } edges { node { ${next(i, 8)} } } }`, 8)}`,
    ],
    [
      'many spreads of many fragments',
      `{ regions(first: 1) { nodes { ${times(300, (i) => `...F${i % 60}`)} } } } ${doubling(() => 'id name within(first: 1) { totalCount }', 60)}`,
    ],
    ['one field 1,900 times', `{ regions(first: 1) { nodes { ${'id '.repeat(1_900)} } } }`],
    [
      'one field with selections 400 times',
      `{ regions(first: 1) { nodes { ${'within(first: 1) { totalCount } '.repeat(200)} } } }`,
    ],
    ['inline fragments 600 deep', `{ ${'... { '.repeat(600)} __typename ${'} '.repeat(600)} }`],
    ['selections 600 deep', `{ ${'a { '.repeat(600)} a ${'} '.repeat(600)} }`],
    ['lists 900 deep as an argument', `{ node(id: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`],
    [
      'a circle of 150 fragments',
      `{ regions { nodes { ...F0 } } } ${times(150, (i) => `fragment F${i} on Place { ...F${(i + 1) % 150} ...F${(i + 7) % 150} }`)}`,
    ],
    [
      'introspection that doubles',
      '{ __schema { types { ...T0 } } } fragment T0 on __Type { possibleTypes { ...T1 } interfaces { ...T1 } } fragment T1 on __Type { possibleTypes { ...T2 } interfaces { ...T2 } } fragment T2 on __Type { possibleTypes { ...T3 } interfaces { ...T3 } } fragment T3 on __Type { possibleTypes { name } interfaces { name } }',
    ],
    [
      'introspection of types in types in types',
      `{ __type(name: "Node") { ${'possibleTypes { interfaces { '.repeat(6)} name ${'} } '.repeat(6)} } }`,
    ],
    [
      'introspection of fields of fields',
      `{ __schema { types { ${'fields { type { ofType { '.repeat(4)} name ${'} } } '.repeat(4)} } } }`,
    ],
    [
      'the whole schema 20 times',
      `{ ${times(20, (i) => `a${i}: __schema { types { fields { type { ofType { fields { name description type { name ofType { name } } } } } } } }`)} }`,
    ],
  ];
  test.each(cases.map(row))('%s', async (_, query, variables) => {
    const answer = await ask(server.url, query, variables);
    expect(answer.status).toBeLessThan(500);
    for (const { extensions } of answer.errors) expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
  });
});

it('introspection is on, in full', async () => {
  const answer = await ask(server.url, getIntrospectionQuery());
  expect(answer.errors).toEqual([]);
  expect(answer.data).toHaveProperty('__schema');
  expect(server.statements).toEqual([]);
});

it('introspection more than 15 deep is refused', async () => {
  const query = `{ __schema { types { ${'ofType { '.repeat(14)} name ${'} '.repeat(14)} } } }`;
  const answer = await ask(server.url, query);
  expect(codeOf(answer)).toMatch(/QUERY_TOO_COMPLEX|GRAPHQL_VALIDATION_FAILED/);
});
