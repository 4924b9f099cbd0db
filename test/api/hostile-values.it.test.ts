/** Values and names that look like Cypher, HTML or the inside of JavaScript harm nothing. */

import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { digestOfAll } from '../digest-of-all.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { ask, codeOf, leaksOf, read } from './ask.ts';
import { serveProduct } from './serve.ts';

const server = serveProduct();
let graph: Graph;
let before: string;

beforeAll(async () => {
  graph = openTestGraph();
  before = await digestOfAll(graph);
});
afterAll(() => graph.close());

const HOSTILE: readonly (readonly [string, string])[] = [
  ['Cypher that deletes', "x' }) DETACH DELETE n //"],
  ['Cypher that unions', '"}) RETURN 1 UNION MATCH (n) DETACH DELETE n RETURN 1 //'],
  ['Cypher in back-ticks', '`) MATCH (n) SET n:Hacked //`'],
  ['a parameter', '$p0'],
  ['a unicode escape of a quote', '\\u0027}) DETACH DELETE n //'],
  ['a script', '<script>alert(1)</script>'],
  ['an image', '"><img src=x onerror=alert(1)>'],
  ['a NUL', 'region:\u0000pudong'],
  ['half a surrogate', 'region:\ud800'],
  ['right to left', '\u202eregion'],
  ['new lines', 'a\r\nset-cookie: x=1'],
  ['the prototype', '__proto__'],
  ['a constructor', 'constructor'],
  ['Lucene', 'name:* OR "'],
  ['nothing', ''],
  ['blanks', '   '],
];

describe.each(HOSTILE)('%s', (_, value) => {
  test.each(['policy', 'industry', 'cluster', 'place'])(
    'as %s of support is an unknown id',
    async (argument) => {
      const answer = await ask(server.url, `query($x: ID) { support(${argument}: $x) { totalCount } }`, {
        x: value,
      });
      expect(codeOf(answer)).toBe('BAD_USER_INPUT');
      expect(answer.headers.get('content-type')).toContain('json');
      expect(answer.headers.get('set-cookie')).toBeNull();
    },
  );

  it('as an id of node and nodes is null', async () => {
    const query = 'query($x: ID!) { node(id: $x) { id } nodes(ids: [$x, "region:pudong"]) { id } }';
    const answer = await ask(server.url, query, { x: value });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ node: null, nodes: [null, { id: 'region:pudong' }] });
  });

  it('as a literal is no more than a value', async () => {
    const query = `{ node(id: ${JSON.stringify(value)}) { id } }`;
    const answer = await ask(server.url, query);
    // Half a surrogate cannot be written in GraphQL.
    if (value.includes('\ud800')) expect(codeOf(answer)).toBe('GRAPHQL_PARSE_FAILED');
    else expect(answer.data).toEqual({ node: null });
  });

  it('as a cursor, as it is or inside one, is refused or leads on', async () => {
    const inside = Buffer.from(JSON.stringify([value])).toString('base64url');
    const query = 'query($x: String) { regions(after: $x) { nodes { id } } }';
    expect(codeOf(await ask(server.url, query, { x: value }))).toBe('BAD_USER_INPUT');
    const answer = await ask(server.url, query, { x: inside });
    if (answer.errors.length > 0) expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.status).toBeLessThan(500);
  });

  test.each([
    ['a Date', 'query($x: Date) { regions(validOn: $x) { totalCount } }'],
    ['an Instrument', 'query($x: Instrument) { support(instrument: $x) { totalCount } }'],
    ['a SupportOrder', 'query($x: SupportOrder) { support(orderBy: $x) { totalCount } }'],
    ['a number', 'query($x: Int) { regions(first: $x) { totalCount } }'],
  ])('as %s is BAD_USER_INPUT', async (__, query) => {
    const answer = await ask(server.url, query, { x: value });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  });

  it('as a word of the document is a parse or validation error', async () => {
    const answer = await ask(server.url, `{ regions { nodes { ${value} } } }`);
    for (const { extensions } of answer.errors) {
      expect(extensions.code).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
    }
    expect(answer.status).toBe(400);
  });
});

const NAMES = [
  '__proto__',
  '__typename',
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  't',
  'k',
  'x',
  'rows',
  'nodes',
];

describe.each(NAMES)('the name %s, which means something inside,', (name) => {
  test.each([
    ['an alias of a root field', (name: string) => `{ ${name}: regions(first: 1) { totalCount } }`],
    ['an alias of nodes', (name: string) => `{ regions(first: 1) { ${name}: nodes { id } } }`],
    ['an alias of a property', (name: string) => `{ regions(first: 1) { nodes { ${name}: id } } }`],
    [
      'an alias of a property of an interface',
      (name: string) => `{ node(id: "region:pudong") { ${name}: id } }`,
    ],
    [
      'an alias of a connection',
      (name: string) => `{ regions(first: 1) { nodes { ${name}: within(first: 1) { totalCount } } } }`,
    ],
    ['an alias of a total', (name: string) => `{ regions(first: 1) { ${name}: totalCount } }`],
    ['an alias of the page', (name: string) => `{ regions(first: 1) { ${name}: pageInfo { hasNextPage } } }`],
    [
      'an alias inside the page',
      (name: string) => `{ regions(first: 1) { pageInfo { ${name}: hasNextPage } } }`,
    ],
    ['an alias inside an edge', (name: string) => `{ regions(first: 1) { edges { ${name}: cursor } } }`],
    [
      'an alias of evidence',
      (name: string) => `{ regions(first: 1) { nodes { ${name}: evidence { locator } } } }`,
    ],
    ['an alias in support', (name: string) => `{ support(first: 1) { nodes { ${name}: scope } } }`],
    [
      'an alias of a proof',
      (name: string) => `{ support(first: 1) { nodes { ${name}: because { sentence } } } }`,
    ],
    [
      'an alias of the far end of a step',
      (name: string) => `{ support(first: 1) { nodes { because { ${name}: to { id } } } } }`,
    ],
    ['the name of an operation', (name: string) => `query ${name} { regions(first: 1) { totalCount } }`],
    [
      'the name of a fragment',
      (name: string) => `{ regions(first: 1) { nodes { ...${name} } } } fragment ${name} on Region { id }`,
    ],
    [
      'the name of a variable',
      (name: string) => `query($${name}: Int = 1) { regions(first: $${name}) { totalCount } }`,
    ],
  ])('does as %s like any other', async (_, query) => {
    const plain = await ask(server.url, query('plain'));
    expect(plain.errors).toEqual([]);
    const answer = await ask(server.url, query(name));
    expect(answer.errors).toEqual([]);
    expect(answer.text).toBe(plain.text.replaceAll('"plain":', `"${name}":`));
  });
});

test.each([
  '/%00',
  '/../../etc/passwd',
  '/..%2f..%2fetc/passwd',
  '//evil.example',
  '/graphql/../../x',
  '/<script>',
  '/graphql?query=%7B',
  '/graphql?query=%',
  '/graphql?variables=%7B',
  '/graphql?query={__typename}&variables=[[',
])('the address %s harms nothing', async (path) => {
  const answer = await read(`${server.url}${path}`, { headers: { accept: 'application/json' } });
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toContain('root:');
  expect(answer.text).not.toContain('<script>');
  for (const { extensions } of answer.errors) expect(extensions.requestId).toEqual(expect.any(String));
});

it('nothing of all this changed the graph, nor went into the text of a statement', async () => {
  expect(await digestOfAll(graph)).toBe(before);
  for (const { text } of server.statements) {
    expect(text).not.toMatch(/DETACH|alert|evil|passwd|DELETE|Hacked/);
  }
  expect(leaksOf(await ask(server.url, '{ nope }'))).toEqual([]);
});
