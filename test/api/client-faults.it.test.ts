/** What a client gets wrong is told: a code, which argument, the nearest right value, a request id. */

import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { openTestGraph } from '../graph-fixture.ts';
import { type Answer, ask, codeOf, GRAPHQL_JSON, leaksOf, read, send } from './ask.ts';
import { serve, serveProduct } from './serve.ts';

const server = serveProduct();
beforeEach(() => {
  server.statements.length = 0;
});

function cursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** A fault told as it should be, before anything reached Neo4j. */
function expectRefusal(answer: Answer, code: string): void {
  expect(codeOf(answer)).toBe(code);
  expect(answer.status).toBe(400);
  expect(answer.errors[0]?.extensions.requestId).toMatch(/^[\w-]{8,}$/);
  expect(answer.errors[0]?.extensions).not.toHaveProperty('http');
  expect(leaksOf(answer)).toEqual([]);
  expect(server.statements).toEqual([]);
}

describe('an id that names nothing', () => {
  test.each([
    ['policy', 'policy:no-such'],
    ['industry', 'industry:no-such'],
    ['cluster', 'cluster:no-such'],
    ['place', 'region:no-such'],
    ['place', 'industry:integrated-circuits'],
  ])('in %s, as %s, is told with the name of the argument', async (argument, id) => {
    const answer = await ask(server.url, `query($id: ID) { support(${argument}: $id) { totalCount } }`, {
      id,
    });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.message).toContain(`"${argument}"`);
    expect(answer.errors[0]?.message).toContain(id);
    expect(answer.errors[0]?.extensions).toMatchObject({ argument, requestId: expect.any(String) });
    expect(leaksOf(answer)).toEqual([]);
  });

  test.each([
    ['industry', 'industry:integrated-circuit', 'industry:integrated-circuits'],
    ['industry', 'integrated-circuits', 'industry:integrated-circuits'],
    ['industry', '集成电路', 'industry:integrated-circuits'],
    ['industry', 'IC', 'industry:integrated-circuits'],
    ['place', '浦东新区', 'region:pudong'],
    ['place', 'zone:pudong', 'region:pudong'],
  ])('in %s, as %s, is told with the nearest right id', async (argument, id, nearest) => {
    const answer = await ask(server.url, `query($id: ID) { support(${argument}: $id) { totalCount } }`, {
      id,
    });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.message).toContain(`"${nearest}"`);
    expect(answer.errors[0]?.extensions.nearest).toContain(nearest);
  });

  test.each([
    ['a place with the larger one before it', 'place', '上海市徐汇区', ['region:xuhui']],
    ['a name behind the beginning of an id', 'place', 'region:徐汇区', ['region:xuhui']],
    [
      'an ambiguous name',
      'place',
      '张江',
      ['region:zhangjiang-town', 'zone:zhangjiang-high-tech-zone', 'zone:zhangjiang-science-city'],
    ],
    ['a number of a policy', 'policy', '沪府办发[2023]8号', [expect.stringMatching(/^policy:/)]],
  ])('%s is resolved to what it means, and never taken for it', async (_, argument, name, nearest) => {
    const answer = await ask(server.url, `query($id: ID) { support(${argument}: $id) { totalCount } }`, {
      id: name,
    });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    const { nearest: found = [] } = answer.errors[0]?.extensions ?? {};
    expect([...(found as readonly string[])].sort()).toEqual(nearest);
    // The question and one look-up more.
    expect(server.statements.length).toBeLessThanOrEqual(3);
  });

  it('in changes is resolved as well, whatever its type', async () => {
    const answer = await ask(server.url, '{ changes(about: "上海市徐汇区") { totalCount } }');
    expect(answer.errors[0]?.extensions).toMatchObject({ argument: 'about', nearest: ['region:xuhui'] });
  });

  it('in node is null, and in nodes null at its place', async () => {
    const answer = await ask(
      server.url,
      '{ node(id: "no-such") { id } nodes(ids: ["no-such", "region:pudong", "no-such"]) { id } }',
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ node: null, nodes: [null, { id: 'region:pudong' }, null] });
  });

  it('and is very long is refused without sending it all back', async () => {
    const answer = await ask(server.url, 'query($id: ID) { support(policy: $id) { totalCount } }', {
      id: 'x'.repeat(90_000),
    });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.text.length).toBeLessThan(2_000);
  });
});

describe('a question', () => {
  const places = (count: number) => {
    const ids = ['region:pudong', 'region:xuhui', 'region:minhang', 'region:jiading', 'region:songjiang'];
    const more = ['region:fengxian', 'region:qingpu', 'region:jinshan', 'region:baoshan'];
    return `{ compare(places: ${JSON.stringify([...ids, ...more].slice(0, count))}) { common { id } } }`;
  };
  const matrix = (first: number, columnsFirst: number) =>
    `{ coverage(rows: POLICY, first: ${first}, columnsFirst: ${columnsFirst}) { cells { count } } }`;
  const paths = (maxHops: number) =>
    `{ paths(from: "region:pudong", to: "industry:integrated-circuits", maxHops: ${maxHops}, first: 1) { length } }`;
  const expiring = (within: number) => `{ expiring(within: ${within}, first: 1) { totalCount } }`;
  const supportDiff = (first: number) => `{ supportDiff(from: 1, to: 1, first: ${first}) { totalCount } }`;
  const worklist = (first: number) =>
    `{ worklist(kinds: [MISSING_START], first: ${first}) { nodes { key } } }`;
  const support = (first: number) => `{ support(first: ${first}) { nodes { scope } } }`;

  // §11.4, §12, §17
  test.each([
    ['compares 8 places', places(8), places(9), { code: 'QUERY_TOO_COMPLEX', limit: 'places', allowed: 8 }],
    ['compares 2 places', places(2), places(1), { code: 'BAD_USER_INPUT', argument: 'places' }],
    [
      'has 200 rows of 100 columns',
      matrix(200, 100),
      matrix(200, 101),
      { code: 'QUERY_TOO_COMPLEX', limit: 'nodes' },
    ],
    [
      'has 200 rows',
      matrix(200, 1),
      matrix(201, 1),
      { code: 'QUERY_TOO_COMPLEX', limit: 'first', allowed: 200 },
    ],
    ['looks 6 steps far', paths(6), paths(7), { code: 'QUERY_TOO_COMPLEX', allowed: 6, found: 7 }],
    ['looks 1 step far', paths(1), paths(0), { code: 'BAD_USER_INPUT', argument: 'maxHops' }],
    [
      'looks ten years ahead',
      expiring(3_660),
      expiring(3_661),
      { code: 'BAD_USER_INPUT', argument: 'within' },
    ],
    ['looks at one day', expiring(0), expiring(-1), { code: 'BAD_USER_INPUT', argument: 'within' }],
    [
      'lists 200 changed answers',
      supportDiff(200),
      supportDiff(201),
      { code: 'QUERY_TOO_COMPLEX', limit: 'first', allowed: 200 },
    ],
    [
      'lists 200 items of work',
      worklist(200),
      worklist(201),
      { code: 'QUERY_TOO_COMPLEX', limit: 'first', allowed: 200 },
    ],
    [
      'lists 200 answers',
      support(200),
      support(201),
      { code: 'QUERY_TOO_COMPLEX', limit: 'first', allowed: 200 },
    ],
  ])(
    'that %s is answered, and one step past that is refused before any statement',
    async (_, at, over, fault) => {
      expect((await ask(server.url, at)).errors).toEqual([]);
      server.statements.length = 0;
      const refused = await ask(server.url, over);
      expectRefusal(refused, fault.code);
      expect(refused.errors[0]?.extensions).toMatchObject(fault);
    },
  );
});

describe('a document that the validator gives up on', () => {
  test.each([
    ['repeats a field', 'comparisons', `{ ${'__typename '.repeat(1_900)}}`],
    [
      'has too many faults',
      'faults',
      `{ ${Array.from({ length: 200 }, (_, index) => `x${index}`).join(' ')} }`,
    ],
  ])('because it %s is told which limit it is over', async (_, limit, query) => {
    const answer = await ask(server.url, query);
    expectRefusal(answer, 'QUERY_TOO_COMPLEX');
    expect(answer.errors[0]?.extensions).toMatchObject({ limit, allowed: expect.any(Number) });
    expect(answer.errors[0]?.message).toContain(String(answer.errors[0]?.extensions.allowed));
  });
});

describe('a fault of the operation', () => {
  test.each([
    ['an unknown field', '{ regions { nodes { nme } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown argument', '{ regions(limit: 3) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown enum value', '{ support(orderBy: BEST) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing bracket', '{ regions { nodes { id }', 'GRAPHQL_PARSE_FAILED'],
    ['an empty document', '', undefined],
    ['a word that is no GraphQL', 'MERGE', 'GRAPHQL_PARSE_FAILED'],
    [
      'a circle of fragments',
      '{ regions { nodes { ...A } } } fragment A on Region { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a bad day as a literal',
      '{ support(validOn: "2024-02-30") { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a mutation', 'mutation { deleteEverything }', undefined],
    ['a subscription', 'subscription { anything }', undefined],
    ['a variable nobody declared', '{ regions(first: $n) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown directive', '{ regions @cached { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two operations and no name',
      'query A { __typename } query B { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('%s is refused before anything is sent to Neo4j', async (_, query, code) => {
    const answer = await ask(server.url, query);
    expectRefusal(answer, code ?? String(codeOf(answer)));
    if (code === undefined) {
      expect(codeOf(answer)).toMatch(
        /^(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT|OPERATION_RESOLUTION_FAILURE)$/,
      );
    }
  });

  it('an unknown field is told with the nearest right one', async () => {
    const answer = await ask(server.url, '{ regions { nodes { nme } } }');
    expect(answer.errors[0]?.message).toContain('"name"');
  });

  it('an operation name that is not in the document is refused', async () => {
    const body = JSON.stringify({ query: 'query A { __typename }', operationName: 'B' });
    expectRefusal(await send(server.url, body), 'OPERATION_RESOLUTION_FAILURE');
  });
});

describe('a fault of a variable', () => {
  test.each([
    [
      'a day that the calendar has not',
      'query($x: Date) { support(validOn: $x) { totalCount } }',
      '2024-02-30',
    ],
    ['a number for a day', 'query($x: Date) { regions(validOn: $x) { totalCount } }', 20240220],
    ['text for a number', 'query($x: Int) { regions(first: $x) { totalCount } }', '5'],
    ['half a page', 'query($x: Int) { regions(first: $x) { totalCount } }', 1.5],
    ['a number past 32 bits', 'query($x: Int) { regions(first: $x) { totalCount } }', 3_000_000_000],
    ['a list for an id', 'query($x: ID!) { node(id: $x) { id } }', ['a']],
    ['an object for an id', 'query($x: ID!) { node(id: $x) { id } }', { id: 'a' }],
    ['no id at all', 'query($x: ID!) { node(id: $x) { id } }', undefined],
    ['null for an id', 'query($x: ID!) { node(id: $x) { id } }', null],
    ['null among ids', 'query($x: [ID!]!) { nodes(ids: $x) { id } }', ['a', null]],
    ['an unknown instrument', 'query($x: Instrument) { support(instrument: $x) { totalCount } }', 'MAGIC'],
    ['text for a truth', 'query($x: Boolean) { regions(anyDay: $x) { totalCount } }', 'yes'],
  ])('%s is BAD_USER_INPUT and names the variable', async (_, query, x) => {
    const answer = await ask(server.url, query, { x });
    expectRefusal(answer, 'BAD_USER_INPUT');
    expect(answer.errors[0]?.message).toContain('$x');
  });
});

describe('what goes through candidates of support', () => {
  test.each([
    'support(first: 1) { totalCount nodes { policy { id } } }',
    'support(first: 1) { whyNot { reason count } nodes { policy { id } } }',
    'worklist(kinds: [MISSING_START]) { totalCount }',
  ])('%s is refused past the candidates allowed', async (field) => {
    const graph = openTestGraph();
    /** Asks where as many candidates are allowed. */
    const askWith = async (candidates: number, asked = field) => {
      const limited = await serve(graph, { groundLimits: { candidates } });
      const answer = await ask(limited.url, `{ ${asked} }`);
      await limited.close();
      return answer;
    };
    try {
      const { found } = (await askWith(0)).errors[0]?.extensions ?? {};
      const all = Number(found);
      expect(all).toBeGreaterThan(0);
      expect((await askWith(all)).errors).toEqual([]);
      const refused = await askWith(all - 1);
      expect([codeOf(refused), refused.status]).toEqual(['QUERY_TOO_COMPLEX', 400]);
      expect(refused.errors[0]?.extensions).toMatchObject({
        limit: 'candidates',
        allowed: all - 1,
        found: all,
      });
      expect(refused.errors[0]?.message).toContain(`would go through ${all} candidates`);
      // A page alone counts none.
      const page = await askWith(all - 1, 'support(first: 1) { nodes { policy { id } } }');
      expect(page.errors).toEqual([]);
    } finally {
      await graph.close();
    }
  });
});

test('a reason that drops no single test is refused with those that do', async () => {
  const answer = await ask(server.url, '{ support(dropping: SEVERAL) { totalCount } }');
  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(answer.errors[0]?.extensions).toMatchObject({ argument: 'dropping' });
  expect(answer.errors[0]?.message).toContain(
    'SEVERAL drops no single test; it may be NOT_VALID_ON_DATE, START_UNKNOWN',
  );
});

describe('a month or a year for a day', () => {
  test.each([
    ['validOn', 'query($x: Date) { regions(validOn: $x) { totalCount } }'],
    ['on', 'query($x: Date) { progress(on: $x) { totalCount } }'],
    ['on', 'query($x: Date) { policies(first: 1) { nodes { status(on: $x) } } }'],
    ['validOn', 'query($x: Date) { lookUp(id: "region:pudong", validOn: $x) { id } }'],
    ['validOn', 'query($x: Date) { regions(anyDay: true, validOn: $x) { totalCount } }'],
  ])('is BAD_USER_INPUT and names the argument %s', async (argument, query) => {
    for (const x of ['2024-02', '2024']) {
      const answer = await ask(server.url, query, { x });
      expectRefusal(answer, 'BAD_USER_INPUT');
      expect(answer.errors[0]?.extensions.argument).toBe(argument);
      expect(answer.errors[0]?.message).toContain('2024-02-20');
    }
  });
});

describe('a cursor that is none of the list', () => {
  test.each([
    ['words', 'not a cursor'],
    ['nothing', ''],
    ['the cursor of another list', cursor(['region:pudong', 'key'])],
    ['an object', cursor({ id: 1 })],
    ['a list in a list', cursor([['region:pudong']])],
    ['a number where an id belongs', cursor([5])],
    ['a number too large for Neo4j', cursor([1e300])],
    ['null where an id belongs', cursor([null])],
    ['a truth where an id belongs', cursor([true])],
  ])('%s is BAD_USER_INPUT in a root list', async (_, after) => {
    const answer = await ask(
      server.url,
      'query($after: String) { regions(after: $after) { nodes { id } } }',
      {
        after,
      },
    );
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.extensions.argument).toBe('after');
    expect(leaksOf(answer)).toEqual([]);
  });

  test.each([
    ['words', 'not a cursor'],
    ['numbers too large for Neo4j', cursor([1e300, 1e300])],
    ['numbers where ids belong', cursor([1, 2])],
  ])('%s is BAD_USER_INPUT in a relationship field', async (_, after) => {
    const query =
      'query($after: String) { regions(first: 1) { nodes { contains(after: $after) { nodes { id } } } } }';
    const answer = await ask(server.url, query, { after });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.extensions.argument).toBe('after');
  });

  test.each([
    ['words', 'not a cursor'],
    ['numbers too large for Neo4j', cursor([1e300, 1e300, 1e300])],
    ['the cursor of another order', cursor([19_000, 'policy:a', 'cluster:a', 'region:a'])],
  ])('%s is BAD_USER_INPUT in support', async (_, after) => {
    const query = 'query($after: String) { support(after: $after) { nodes { scope } } }';
    const answer = await ask(server.url, query, { after });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.extensions.argument).toBe('after');
  });

  it('a cursor of support by another order of the same length is BAD_USER_INPUT', async () => {
    const first = await ask(
      server.url,
      '{ support(first: 2, orderBy: PLACE, validOn: "2026-11-24") { pageInfo { endCursor } } }',
    );
    const after = JSON.parse(first.text).data.support.pageInfo.endCursor;
    const query = `query($after: String) { support(after: $after, orderBy: POLICY) { nodes { scope } } }`;
    expect(codeOf(await ask(server.url, query, { after }))).toBe('BAD_USER_INPUT');
  });
});

describe('an explicit null', () => {
  const selection = '{ totalCount nodes { id } pageInfo { endCursor } }';
  test.each([
    ['first', `{ industries(first: null) ${selection} }`, `{ industries ${selection} }`],
    ['after', `{ industries(after: null) ${selection} }`, `{ industries ${selection} }`],
    ['validOn', `{ industries(validOn: null) ${selection} }`, `{ industries ${selection} }`],
    ['anyDay', `{ industries(anyDay: null) ${selection} }`, `{ industries ${selection} }`],
    [
      'a nested first',
      '{ industries { nodes { id narrower(first: null) { nodes { id } } } } }',
      '{ industries { nodes { id narrower { nodes { id } } } } }',
    ],
    [
      'every argument of support',
      '{ support(first: null, after: null, policy: null, industry: null, cluster: null, place: null, instrument: null, includePlanned: null, orderBy: null, validOn: null) { totalCount nodes { policy { id } cluster { id } place { id } } } }',
      '{ support { totalCount nodes { policy { id } cluster { id } place { id } } } }',
    ],
    [
      'lang',
      '{ support { nodes { because { sentence(lang: null) } } } }',
      '{ support { nodes { because { sentence } } } }',
    ],
  ])('for %s is the same as leaving it out', async (_, withNull, without) => {
    const [a, b] = [await ask(server.url, withNull), await ask(server.url, without)];
    expect(a.errors).toEqual([]);
    expect(a.data).toEqual(b.data);
  });

  it('in a variable is the same as leaving it out', async () => {
    const query = `query($n: Int, $day: Date) { industries(first: $n, validOn: $day) ${selection} }`;
    const [a, b] = [await ask(server.url, query, { n: null, day: null }), await ask(server.url, query)];
    expect(a.errors).toEqual([]);
    expect(a.data).toEqual(b.data);
  });
});

describe('a request that is no GraphQL request', () => {
  const query = '{ regions { totalCount } }';
  test.each([
    ['text/plain', query],
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(query)}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query })}\r\n--x--\r\n`,
    ],
    ['application/graphql', query],
    ['application/jsonp', JSON.stringify({ query })],
    ['', JSON.stringify({ query })],
  ])('POST as "%s" is answered 415', async (type, body) => {
    const answer = await read(`${server.url}/graphql`, {
      method: 'POST',
      headers: type === '' ? {} : { 'content-type': type },
      body: type === '' ? new TextEncoder().encode(body) : body,
    });
    expect(answer.status).toBe(415);
    expect(answer.headers.get('accept-post') ?? answer.text).toContain('application/json');
    expect(server.statements).toEqual([]);
  });

  test.each(['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'Application/JSON'])(
    'POST as %s is answered',
    async (type) => {
      const answer = await send(server.url, JSON.stringify({ query }), { 'content-type': type });
      expect(answer.status).toBe(200);
    },
  );

  test.each(['utf-16', 'latin1', 'gb18030'])('POST in the charset %s is answered 415', async (charset) => {
    const type = `application/json; charset=${charset}`;
    const answer = await send(server.url, JSON.stringify({ query }), { 'content-type': type });
    expect(answer.status).toBe(415);
    expect(server.statements).toEqual([]);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('a body compressed by %s is answered 415', async (encoding, compress) => {
    const answer = await read(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
      body: compress(JSON.stringify({ query })),
    });
    expect(answer.status).toBe(415);
    expect(answer.text).toContain('compressed');
  });

  it('a body that is not UTF-8 is answered 400', async () => {
    const text = JSON.stringify({ query: '{ search(text: "浦东") { totalCount } }' });
    for (const body of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'latin1')]) {
      const answer = await read(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: GRAPHQL_JSON },
        body,
      });
      expect(answer.status).toBe(400);
      expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    }
    expect(server.statements).toEqual([]);
  });

  it('a query string that is not UTF-8 is answered 400', async () => {
    const answer = await read(
      `${server.url}/graphql?query={regions{totalCount}}&variables=%7B%22x%22:%22%E6%22%7D`,
    );
    expect(answer.status).toBe(400);
    expect(server.statements).toEqual([]);
  });

  test.each([
    'text/xml',
    'text/event-stream',
    'multipart/mixed',
    'application/json;charset=utf-16',
    '*/*;q=0',
  ])('who accepts only %s is answered 406 before anything runs', async (accept) => {
    const posted = await send(server.url, JSON.stringify({ query }), { accept });
    const got = await read(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { accept },
    });
    expect([posted.status, got.status]).toEqual([406, 406]);
    expect(server.statements).toEqual([]);
  });

  test.each([
    ['a batch', JSON.stringify([{ query }, { query }])],
    ['an empty batch', '[]'],
    ['no JSON', '{"query": '],
    ['nothing', ''],
    ['a number', '1'],
    ['null', 'null'],
    ['text', JSON.stringify(query)],
    ['no query', '{}'],
    ['a number as query', '{"query": 1}'],
    ['text as variables', JSON.stringify({ query, variables: 'x' })],
    ['a list as variables', JSON.stringify({ query, variables: [1] })],
    ['a number as operation name', JSON.stringify({ query, operationName: 1 })],
    ['text as extensions', JSON.stringify({ query, extensions: 'x' })],
  ])('%s as the body is refused with 400, a code and a request id', async (_, body) => {
    const answer = await send(server.url, body);
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toMatch(/^(BAD_USER_INPUT|GRAPHQL_PARSE_FAILED|OPERATION_RESOLUTION_FAILURE)$/);
    expect(answer.errors[0]?.extensions.requestId).toEqual(expect.any(String));
    expect(leaksOf(answer)).toEqual([]);
    expect(server.statements).toEqual([]);
  });

  it('a body over 100 kB is answered 413', async () => {
    const answer = await send(server.url, JSON.stringify({ query, variables: { x: 'x'.repeat(100_000) } }));
    expect(answer.status).toBe(413);
    expect(codeOf(answer)).toBe('QUERY_TOO_COMPLEX');
    expect(answer.errors[0]?.extensions.requestId).toEqual(expect.any(String));
    expect(server.statements).toEqual([]);
  });

  it('a body over 100 kB that tells no length is answered 413', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ query, variables: { x: 'x'.repeat(300_000) } }));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 10_000) controller.enqueue(bytes.slice(at, at + 10_000));
        controller.close();
      },
    });
    const init: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    };
    const answer = await read(`${server.url}/graphql`, init);
    expect(answer.status).toBe(413);
    expect(server.statements).toEqual([]);
  });

  it('a body of just under 100 kB is answered', async () => {
    const answer = await send(server.url, JSON.stringify({ query, variables: { x: 'x'.repeat(99_900) } }));
    expect(answer.status).toBe(200);
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    const answer = await read(`${server.url}/graphql`, { method, headers: { accept: GRAPHQL_JSON } });
    expect(answer.status).toBe(405);
    expect(leaksOf(answer).filter((leak) => leak !== '/')).toEqual([]);
  });

  it('a mutation by GET is refused', async () => {
    const url = `${server.url}/graphql?query=${encodeURIComponent('mutation { x }')}`;
    const answer = await read(url, { headers: { accept: GRAPHQL_JSON } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('the status of a refusal', () => {
  test.each([
    ['a parse error', '{', {}],
    ['a validation error', '{ nope }', {}],
    ['a bad variable', 'query($d: Date) { regions(validOn: $d) { totalCount } }', { d: 'x' }],
    ['an unknown id', '{ support(policy: "x") { totalCount } }', {}],
    ['a bad cursor', '{ regions(after: "x") { nodes { id } } }', {}],
    ['too large a page', '{ regions(first: 201) { totalCount } }', {}],
  ])(
    'for %s is 400 as application/graphql-response+json and 200 as application/json',
    async (_, query, variables) => {
      const typed = await ask(server.url, query, variables, GRAPHQL_JSON);
      expect(typed.headers.get('content-type')).toContain(GRAPHQL_JSON);
      expect(typed.status).toBe(400);
      const plain = await ask(server.url, query, variables, 'application/json');
      expect(plain.headers.get('content-type')).toContain('application/json');
      expect(plain.status).toBe(200);
      expect(codeOf(plain)).toBe(codeOf(typed));
    },
  );

  it('for a bad cursor is told also where only the total is asked', async () => {
    expect(codeOf(await ask(server.url, '{ regions(after: "x") { totalCount } }'))).toBe('BAD_USER_INPUT');
  });
});

it('two requests have two request ids', async () => {
  const [a, b] = [await ask(server.url, '{'), await ask(server.url, '{')];
  expect(a.errors[0]?.extensions.requestId).not.toBe(b.errors[0]?.extensions.requestId);
});
