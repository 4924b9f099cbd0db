/** The reconciliation service on the product's own seeds, asked over HTTP as OpenRefine asks. */

import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { DatasetNode } from '../../src/model/dataset.ts';
import { ask, leaksOf } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct, readProductSeeds } from '../load-product.ts';
import { candidatesIn, faultIn, request, sendBatch } from './ask-reconcile.ts';
import { faultsOf } from './specification.ts';

const OPENREFINE = 'http://127.0.0.1:3333';
const UNITED_IMAGING = '91310114570796872F';
/** Queries of one batch, as the manifest says. */
const BATCH_SIZE = 50;

let graph: Graph;
let server: Served;
let firms: readonly DatasetNode[];

beforeAll(async () => {
  firms = [...readProductSeeds().nodes.values()].filter(({ type }) => type === 'Firm');
  graph = openTestGraph();
  await loadProduct(graph);
  server = await serve(graph, { allowedOrigins: [OPENREFINE] });
});
beforeEach(() => {
  server.statements.length = 0;
});
afterAll(async () => {
  await server.close();
  await graph.close();
});

/** The candidates of one query. */
async function candidatesOf(query: Readonly<Record<string, unknown>>) {
  return candidatesIn(await sendBatch(server.url, { q0: query })).q0 ?? [];
}

const matchesIn = (candidates: Awaited<ReturnType<typeof candidatesOf>>) =>
  candidates.filter(({ match }) => match).map(({ id }) => id);

describe('the manifest', () => {
  it('is as the specification has it, with the types of the model in both languages', async () => {
    const { status, headers, json } = await request(`${server.url}/reconcile`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(faultsOf('manifest', json)).toEqual([]);
    expect(json).toMatchObject({
      versions: ['0.2'],
      identifierSpace: `${server.url}/id/`,
      view: { url: `${server.url}/id/{{id}}` },
      batchSize: BATCH_SIZE,
      defaultTypes: expect.arrayContaining([{ id: 'FIRM', name: '企业 firm' }]),
    });
  });

  it('leads to services that answer', async () => {
    const { json } = await request(`${server.url}/reconcile`);
    const { suggest, preview } = json as {
      suggest: Record<string, { service_url: string; service_path: string }>;
      preview: { url: string };
    };
    const answers = await Promise.all(
      Object.values(suggest).map((each) =>
        request(`${each.service_url}${each.service_path}?prefix=${encodeURIComponent('企业')}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const page = await request(preview.url.replace('{{id}}', encodeURIComponent('firm:united-imaging')));
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain(UNITED_IMAGING);
    const nothing = await request(preview.url.replace('{{id}}', 'firm%3A%3Cscript%3E'));
    expect([
      nothing.status,
      nothing.text.includes('\\u003cscript') || nothing.headers.get('content-type'),
    ]).toEqual([404, 'application/json; charset=utf-8']);
  });
});

describe('a column of names', () => {
  it('of 30 firms as OpenRefine sends them: each is matched to its own record, in the order of resolve', async () => {
    const some = firms.filter((_, index) => index % Math.floor(firms.length / 30) === 0).slice(0, 30);
    expect(some.length).toBe(30);
    const queries = Object.fromEntries(
      some.map(({ properties }, index) => [
        `q${index}`,
        { query: String(properties.name), type: 'FIRM', type_strict: 'should' },
      ]),
    );
    expect(faultsOf('queries', queries)).toEqual([]);
    const answer = await sendBatch(server.url, queries);
    expect(faultsOf('results', answer.json)).toEqual([]);
    const found = candidatesIn(answer);
    expect(some.map(({ id }, index) => [id, matchesIn(found[`q${index}`] ?? [])])).toEqual(
      some.map(({ id }) => [id, [id]]),
    );
    // One list of types is one `resolve`, however many names: beside it, the revision.
    expect(server.statements.length).toBeLessThanOrEqual(2);

    const names = some.map(({ properties }) => String(properties.name));
    const resolved = await ask(
      server.url,
      'query ($names: [String!]!) { resolve(names: $names, types: [FIRM]) { candidates { score entity { id } } } }',
      { names },
    );
    const { resolve } = resolved.data as {
      resolve: { candidates: { score: number; entity: { id: string } }[] }[];
    };
    expect(names.map((_, index) => found[`q${index}`]?.map(({ id, score }) => [id, score]))).toEqual(
      resolve.map(({ candidates }) => candidates.slice(0, 10).map(({ entity, score }) => [entity.id, score])),
    );
  });

  it('asked by GET is answered the same', async () => {
    const queries = { 行1: { query: '上海联影医疗科技股份有限公司', limit: 2 } };
    const byPost = await sendBatch(server.url, queries);
    const byGet = await request(
      `${server.url}/reconcile?queries=${encodeURIComponent(JSON.stringify(queries))}`,
    );
    expect(byGet.json).toEqual(byPost.json);
    expect(candidatesIn(byGet).行1?.[0]).toMatchObject({ id: 'firm:united-imaging', match: true, score: 1 });
  });

  it('that is ambiguous is never matched: 张江 means a town, a science city and more', async () => {
    const candidates = await candidatesOf({ query: '张江' });
    expect(candidates.filter(({ score }) => score >= 0.98).length).toBeGreaterThan(1);
    expect(matchesIn(candidates)).toEqual([]);
    const zones = await candidatesOf({ query: '张江科学城', type: ['ZONE', 'REGION'] });
    expect(matchesIn(zones)).toEqual(['zone:zhangjiang-science-city']);
    expect(new Set(zones.flatMap(({ type }) => type.map(({ id }) => id)))).not.toContain('SOURCE');
  });

  it('finds by another name, and not for sure by a name that is only like it', async () => {
    expect(matchesIn(await candidatesOf({ query: '商汤', type: 'FIRM' }))).toEqual(['firm:sensetime']);
    const like = await candidatesOf({ query: '上海联影医疗', type: 'FIRM' });
    expect(like[0]).toMatchObject({ id: 'firm:united-imaging', match: false });
  });

  it('gives no more candidates than asked for', async () => {
    expect((await candidatesOf({ query: '张江', limit: 2 })).length).toBe(2);
  });

  it('with an empty cell in it has an empty result there', async () => {
    expect(candidatesIn(await sendBatch(server.url, { a: { query: ' ' }, b: { query: '#' } }))).toEqual({
      a: [],
      b: [],
    });
  });
});

describe('a number of its own', () => {
  it('finds the firm whatever the name is, and as the text looked for', async () => {
    const v = UNITED_IMAGING.toLowerCase();
    const renamed = await candidatesOf({
      query: '某某医疗有限公司',
      type: 'FIRM',
      properties: [{ pid: 'uscc', v }],
    });
    expect(renamed[0]).toMatchObject({
      id: 'firm:united-imaging',
      match: true,
      features: [
        { id: 'name', value: 0 },
        { id: 'uscc', value: true },
      ],
    });
    expect(matchesIn(await candidatesOf({ properties: [{ pid: 'uscc', v: UNITED_IMAGING }] }))).toEqual([
      'firm:united-imaging',
    ]);
    expect(matchesIn(await candidatesOf({ query: UNITED_IMAGING }))).toEqual(['firm:united-imaging']);
  });

  it('of another firm beside an exact name is no match', async () => {
    const name = '上海联影医疗科技股份有限公司';
    const other = { pid: 'uscc', v: '91310000000000000X' };
    expect(matchesIn(await candidatesOf({ query: name, properties: [other] }))).toEqual([]);
    const own = { pid: 'uscc', v: UNITED_IMAGING };
    const mixed = await candidatesOf({ query: '商汤科技', type: 'FIRM', properties: [own] });
    expect(mixed.slice(0, 2).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['firm:sensetime', 'firm:united-imaging']),
    );
    expect(matchesIn(mixed)).toEqual([]);
  });

  it('given several times is enough once', async () => {
    const properties = [{ pid: 'uscc', v: ['91310000000000000X', { id: UNITED_IMAGING, name: 'x' }] }];
    const [first] = await candidatesOf({ query: '联影', type: 'FIRM', properties });
    expect(first).toMatchObject({ id: 'firm:united-imaging', match: true });
  });
});

test('a district, by name or id, is held against where a record is', async () => {
  const { data } = await ask(
    server.url,
    '{ firms(first: 1, where: { places: { some: { isIn: "region:minhang" } } }) { nodes { id name } } }',
  );
  const [firm] = (data as unknown as { firms: { nodes: { id: string; name: string }[] } }).firms.nodes;
  const given = async (v: unknown) => {
    const found = await candidatesOf({ query: firm?.name, type: 'FIRM', properties: [{ pid: 'place', v }] });
    const one = found.find(({ id }) => id === firm?.id);
    return [one?.match, one?.features.find(({ id }) => id === 'place')?.value];
  };
  expect(await given('闵行区')).toEqual([true, true]);
  expect(await given('闵行')).toEqual([true, true]);
  expect(await given({ id: 'region:minhang', name: '闵行区' })).toEqual([true, true]);
  expect(await given('上海市')).toEqual([true, true]);
  expect(await given('崇明区')).toEqual([false, false]);
  // What no place goes by says nothing.
  expect(await given('某某区')).toEqual([true, undefined]);
});

describe('suggestions', () => {
  const suggest = (kind: string, query: string) =>
    request(`${server.url}/reconcile/suggest/${kind}?${query}`);

  it('of entities begin with what is typed, by name, pinyin or id', async () => {
    const named = await suggest('entity', `prefix=${encodeURIComponent('张江')}`);
    expect(faultsOf('entities', named.json)).toEqual([]);
    const idsIn = ({ json }: typeof named) =>
      (json as { result: { id: string }[] }).result.map(({ id }) => id);
    expect(idsIn(named)).toContain('zone:zhangjiang-science-city');
    expect(idsIn(await suggest('entity', 'prefix=zhangjiang'))).toContain('zone:zhangjiang-science-city');
    expect(idsIn(await suggest('entity', 'prefix=firm:amec'))[0]).toBe('firm:amec');
    const next = await suggest('entity', `prefix=${encodeURIComponent('张江')}&cursor=3`);
    expect(idsIn(next).slice(0, 3)).toEqual(idsIn(named).slice(3, 6));
    expect(idsIn(await suggest('entity', 'prefix='))).toEqual([]);
  });

  it('of types and properties are those of the model', async () => {
    const types = await suggest('type', `prefix=${encodeURIComponent('企业')}`);
    expect(faultsOf('types', types.json)).toEqual([]);
    expect(types.json).toMatchObject({ result: [{ id: 'FIRM' }] });
    const properties = await suggest('property', 'prefix=');
    expect(faultsOf('properties', properties.json)).toEqual([]);
    expect((properties.json as { result: { id: string }[] }).result.map(({ id }) => id)).toEqual([
      'uscc',
      'code',
      'industry',
      'place',
    ]);
    expect(server.statements).toEqual([]);
  });
});

describe('pages of other origins', () => {
  it('may read every answer where the setting names them, and no other', async () => {
    const paths = [
      '',
      '/suggest/entity?prefix=x',
      '/suggest/type?prefix=x',
      '?queries=x',
      '/preview?id=firm:amec',
    ];
    for (const origin of [OPENREFINE, 'http://evil.example']) {
      const allowed = await Promise.all(
        paths.map(async (path) => {
          const { headers } = await request(`${server.url}/reconcile${path}`, { headers: { origin } });
          return headers.get('access-control-allow-origin');
        }),
      );
      expect(allowed).toEqual(paths.map(() => (origin === OPENREFINE ? origin : null)));
      const preflight = await request(`${server.url}/reconcile`, { method: 'OPTIONS', headers: { origin } });
      expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
        204,
        origin === OPENREFINE ? 'GET, HEAD, POST, OPTIONS' : null,
      ]);
    }
  });
});

describe('limits hold before a statement reaches Neo4j', () => {
  const batch = (size: number) =>
    Object.fromEntries(Array.from({ length: size }, (_, index) => [`q${index}`, { query: `企业${index}` }]));
  const places = (size: number) => ({
    q: {
      query: '张江',
      properties: [{ pid: 'place', v: Array.from({ length: size }, (_, index) => `镇${index}`) }],
    },
  });

  it('of a batch: as many as the manifest says are answered, one more is 413', async () => {
    expect(Object.keys(candidatesIn(await sendBatch(server.url, batch(BATCH_SIZE)))).length).toBe(BATCH_SIZE);
    server.statements.length = 0;
    const over = await sendBatch(server.url, batch(BATCH_SIZE + 1));
    expect([over.status, faultIn(over).message]).toEqual([
      413,
      'The batch has 51 queries; 50 are allowed, as "batchSize" says.',
    ]);
    expect(server.statements).toEqual([]);
  });

  const cases: readonly (readonly [title: string, queries: unknown, status: number, message: RegExp])[] = [
    ['no JSON', '{', 400, /"queries" is no JSON/],
    ['a list', [], 400, /"queries" is a JSON object/],
    ['a query that is none', { q0: 'x' }, 400, /The query "q0" is a JSON object/],
    ['neither text nor property', { q0: { type: 'FIRM' } }, 400, /neither "query" nor "properties"/],
    ['a text that is a list', { q0: { query: [] } }, 400, /"query" is a text/],
    ['a long text', { q0: { query: '企'.repeat(201) } }, 400, /201 characters; 200 are allowed/],
    ['an unknown type', { q0: { query: 'x', type: 'Firms' } }, 400, /no type "Firms". Did you mean "FIRM"\?/],
    [
      'an unknown property',
      { q0: { query: 'x', properties: [{ pid: 'p17', v: 1 }] } },
      400,
      /no property "p17"/,
    ],
    ['no value', { q0: { query: 'x', properties: [{ pid: 'uscc' }] } }, 400, /"v" of the property "uscc"/],
    ['a limit of 0', { q0: { query: 'x', limit: 0 } }, 400, /"limit" is a whole number above 0/],
    ['a limit of 1.5', { q0: { query: 'x', limit: 1.5 } }, 400, /"limit" is a whole number above 0/],
    ['51 values', places(51), 413, /more than 50 different values of the property "place"/],
  ];
  test.each(cases)('%s is refused in words', async (_, queries, status, message) => {
    const answer = await sendBatch(server.url, queries);
    expect(answer.status).toBe(status);
    expect(faultIn(answer)).toMatchObject({
      message: expect.stringMatching(message),
      code: 'BAD_USER_INPUT',
    });
    expect(server.statements).toEqual([]);
  });

  it('a body that is no form, is too large or no UTF-8 is refused', async () => {
    const send = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
      request(`${server.url}/reconcile`, { method: 'POST', headers: { 'content-type': type }, body });
    const answers = [
      await send('{}', 'application/json'),
      await send(`queries=${'x'.repeat(100_001)}`),
      await send('queries=%FF'),
      await send(Buffer.from([0x71, 0xff])),
      await send('queries={}&queries={}'),
      await request(`${server.url}/reconcile`, { method: 'PUT' }),
      await request(`${server.url}/reconcile/suggest/type`, { method: 'POST' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([415, 413, 400, 400, 400, 405, 405]);
    expect(answers.map((each) => faultIn(each).code)).toEqual(answers.map(() => 'BAD_USER_INPUT'));
    expect(server.statements).toEqual([]);
  });

  it('statements follow the different places of a batch, and never its rows', async () => {
    const places = ['闵行区', '浦东新区', '崇明区'];
    const ask50 = async (of: readonly string[]) => {
      const queries = Array.from({ length: BATCH_SIZE }, (_, index) => [
        `q${index}`,
        {
          query: firms[index]?.properties.name,
          type: 'FIRM',
          properties: [{ pid: 'place', v: of[index % of.length] }],
        },
      ]);
      await sendBatch(server.url, Object.fromEntries(queries));
      server.statements.length = 0;
      candidatesIn(await sendBatch(server.url, Object.fromEntries(queries)));
      return server.statements.length;
    };
    const [one, three] = [await ask50(places.slice(0, 1)), await ask50(places)];
    // Of each place a list, and its two counts.
    expect(three - one).toBe(2 * 3);
    expect(three).toBeLessThanOrEqual(13);
  });
});

test('hostile texts are names like any other: nothing of the inside is shown, and keys come back as they are', async () => {
  const texts = [
    "' OR 1=1 //",
    '`MATCH (n) DETACH DELETE n`',
    '"}) { id } }',
    '\u0000\u202e\ufeff',
    '\ud800',
    '<script>alert(1)</script>',
    '𠮷'.repeat(200),
    '$p0',
    'firm:',
    'firm:../../etc',
    'zone:zhangjiang-science-city\n',
    '%',
    '\\',
  ];
  const entries = texts.map((query, index) => [
    `${['__proto__', 'constructor', ''][index] ?? `k${index}`}`,
    { query },
  ]);
  const json = `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
  const answer = await sendBatch(server.url, json);
  expect(answer.status).toBe(200);
  expect(faultsOf('results', answer.json)).toEqual([]);
  expect(Object.keys(answer.json as object).sort()).toEqual(entries.map(([key]) => key).sort());
  expect(leaksOf(answer).filter((leak) => leak !== '/')).toEqual([]);
  // Spaces around an id are none of it.
  expect(candidatesIn(answer).k10?.[0]).toMatchObject({ id: 'zone:zhangjiang-science-city', match: true });
});
