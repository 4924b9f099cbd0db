/** What is served beside GraphQL: the schema, whether it is well, and headers: the revision of an answer (§16.4). */

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { ask, codeOf, leaksOf, read } from './ask.ts';
import { serve, serveProduct } from './serve.ts';

const server = serveProduct();
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

it('the schema is served as it is committed', async () => {
  const answer = await read(`${server.url}/schema.graphql`);
  expect(answer.status).toBe(200);
  expect(answer.text).toBe(await readFile('schema/api.graphql', 'utf8'));
});

it('the schema served is the one that introspection tells', async () => {
  const { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } =
    await import('graphql');
  const answer = await ask(server.url, getIntrospectionQuery({ oneOf: true }));
  const told = printSchema(lexicographicSortSchema(buildClientSchema(JSON.parse(answer.text).data)));
  const committed = buildSchema(await readFile('schema/api.graphql', 'utf8'));
  expect(told).toBe(printSchema(lexicographicSortSchema(committed)));
});

test.each(['/schema.graphql', '/graphql'])('%s is sent once: who has it is answered 304', async (path) => {
  const headers = { accept: 'text/html, text/plain' };
  const first = await read(`${server.url}${path}`, { headers });
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('public, no-cache');
  const again = await read(`${server.url}${path}`, {
    headers: { ...headers, 'if-none-match': `"x", ${etag}` },
  });
  expect([again.status, again.text]).toEqual([304, '']);
  expect(again.headers.get('etag')).toBe(etag);
  const other = await read(`${server.url}${path}`, { headers: { ...headers, 'if-none-match': '"x"' } });
  expect([other.status, other.text]).toEqual([200, first.text]);
  const head = await read(`${server.url}${path}`, { method: 'HEAD', headers });
  expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);
});

it('an answer to GET is named, and not sent again to who has it; one to POST is not', async () => {
  const query = encodeURIComponent('{ regions(first: 1) { nodes { id } } }');
  const url = `${server.url}/graphql?query=${query}`;
  const first = await read(url);
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('public, no-cache');
  const again = await read(url, { headers: { 'if-none-match': etag } });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  expect(again.headers.get('graph-revision')).toBe(first.headers.get('graph-revision'));
  const other = await read(`${server.url}/graphql?query={__typename}`, {
    headers: { 'if-none-match': etag },
  });
  expect(other.status).toBe(200);
  expect((await ask(server.url, '{ __typename }')).headers.get('etag')).toBeNull();
});

it('GraphiQL may run its own script alone, and no page may show it in a frame', async () => {
  const { headers } = await read(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
});

describe('compression', () => {
  const big = '{ regions(first: 100) { nodes { id name contains { nodes { id name } } } } }';
  const asked = `/graphql?query=${encodeURIComponent(big)}`;

  test.each(['/schema.graphql', '/graphql', asked])(
    '%s is sent by gzip and br as it is sent plain',
    async (path) => {
      const accept = path === '/graphql' ? 'text/html' : '*/*';
      const plain = await fetchBytes(path, { accept, 'accept-encoding': 'identity' });
      for (const [encoding, decompress] of [
        ['gzip', gunzipSync],
        ['br', brotliDecompressSync],
      ] as const) {
        const packed = await fetchBytes(path, { accept, 'accept-encoding': encoding });
        expect(packed.headers['content-encoding']).toBe(encoding);
        expect(packed.headers.vary).toMatch(/Accept-Encoding/);
        expect(Number(packed.headers['content-length'])).toBe(packed.bytes.length);
        expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
        expect(decompress(packed.bytes).equals(plain.bytes)).toBe(true);
      }
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers.vary).toMatch(/Accept-Encoding/);
    },
  );

  it('leaves the schema under 60 kB', async () => {
    const packed = await fetchBytes('/schema.graphql', { 'accept-encoding': 'gzip' });
    expect(packed.bytes.length).toBeLessThan(60_000);
  });

  it('is left out where the answer is short, and where the client takes none', async () => {
    const short = await fetchBytes('/graphql?query={__typename}', { 'accept-encoding': 'gzip, br' });
    expect(short.headers['content-encoding']).toBeUndefined();
    for (const encoding of ['', 'identity', 'zstd', 'br;q=0, gzip;q=0'])
      expect((await fetchBytes(asked, { 'accept-encoding': encoding })).headers['content-encoding']).toBe(
        undefined,
      );
  });

  it('never delays events', async () => {
    const response = await fetch(`${server.url}/events`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    await response.body?.cancel();
  });

  it('of an answer whose client has gone leaves the server well', async () => {
    const { hostname, port } = new URL(server.url);
    const request = get({ hostname, port, path: asked, headers: { 'accept-encoding': 'br' } });
    request.on('error', () => undefined);
    server.statements.length = 0;
    await expect.poll(() => server.statements.length).toBeGreaterThan(0);
    request.destroy();
    expect((await fetchBytes(asked, { 'accept-encoding': 'br' })).status).toBe(200);
  });
});

/** Fetches bytes as they were sent, which `fetch` does not show. */
async function fetchBytes(path: string, headers: Readonly<Record<string, string>>) {
  const { hostname, port } = new URL(server.url);
  const [response] = (await once(get({ hostname, port, path, headers }), 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) };
}

it('health and readiness answer whatever host is asked for, and nothing else does', async () => {
  const host = 'kg.internal:80';
  const statusOf = async (path: string) => (await fetchBytes(path, { host })).status;
  expect([await statusOf('/health'), await statusOf('/readiness')]).toEqual([200, 200]);
  for (const path of ['/', '/schema.graphql', '/events', '/graphql?query={__typename}', '/nothing'])
    expect([path, await statusOf(path)]).toEqual([path, 421]);
});

it('a host that the setting names is served', async () => {
  const named = await serve(graph, { allowedHosts: ['kg.example.org'] });
  try {
    const { hostname, port } = new URL(named.url);
    const request = get({
      hostname,
      port,
      path: '/schema.graphql',
      headers: { host: 'KG.example.org:8443' },
    });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.resume().statusCode).toBe(200);
  } finally {
    await named.close();
  }
});

it('health says that the process lives', async () => {
  expect((await read(`${server.url}/health`)).status).toBe(200);
  expect((await read(`${server.url}/health`, { method: 'HEAD' })).status).toBe(200);
});

it('readiness tells the revision', async () => {
  const answer = await read(`${server.url}/readiness`);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ ready: true, revision: expect.any(Number) });
});

it('an answer names its revision, the one that readiness tells', async () => {
  const { revision } = JSON.parse((await read(`${server.url}/readiness`)).text);
  const answer = await ask(server.url, '{ regions { totalCount } support { totalCount } }');
  expect(answer.headers.get('graph-revision')).toBe(String(revision));
});

it('GET answers as POST does', async () => {
  const query = 'query($id: ID!) { node(id: $id) { id } }';
  const search = new URLSearchParams({ query, variables: JSON.stringify({ id: 'region:pudong' }) });
  const answer = await read(`${server.url}/graphql?${search}`, { headers: { accept: 'application/json' } });
  expect(answer.data).toEqual({ node: { id: 'region:pudong' } });
});

test.each([
  '/nothing',
  '/graphql/',
  '/schema.graphql/',
  '/.env',
  '/src/api/start-server.ts',
  '/package.json',
])('%s is not there', async (path) => {
  expect((await read(`${server.url}${path}`)).status).toBe(404);
});

test.each(['/health', '/readiness', '/schema.graphql'])('POST to %s is refused', async (path) => {
  const answer = await read(`${server.url}${path}`, { method: 'POST', body: 'x' });
  expect([404, 405]).toContain(answer.status);
});

it('no other origin may read, unless it is allowed', async () => {
  const origin = 'https://else.example';
  const headers = { origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ __typename }' });
  const post = (url: string) => read(`${url}/graphql`, { method: 'POST', headers, body });
  expect((await post(server.url)).headers.get('access-control-allow-origin')).toBeNull();
  const open = await serve(graph, { allowedOrigins: [origin] });
  try {
    expect((await post(open.url)).headers.get('access-control-allow-origin')).toBe(origin);
    const foreign = await read(`${open.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, origin: 'https://evil.example' },
      body,
    });
    expect(foreign.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
    expect(foreign.headers.get('access-control-allow-origin')).not.toBe('*');
  } finally {
    await open.close();
  }
});

it('a fault of ours is masked: nothing of the statement leaves', async () => {
  const broken = await serve(graph, {
    rewrite: (statement) => ({
      ...statement,
      text: statement.text.replace('MATCH (g:', 'MATCHES secret.g:'),
    }),
  });
  try {
    const answer = await ask(broken.url, '{ regions(validOn: "2026-11-24") { totalCount } }');
    expect(codeOf(answer)).toBe('INTERNAL_SERVER_ERROR');
    expect(answer.status).toBe(500);
    expect(leaksOf(answer)).toEqual([]);
    expect(answer.text).not.toContain('secret');
    expect(answer.errors[0]?.extensions.requestId).toEqual(expect.any(String));
    const plain = await ask(broken.url, '{ regions { totalCount } }', {}, 'application/json');
    expect(leaksOf(plain)).toEqual([]);
    expect(plain.text).not.toContain('secret');
  } finally {
    await broken.close();
  }
});

it('past the number of statements at once the answer is 503 with Retry-After', async () => {
  const slow = 'CALL () { UNWIND range(1, 3000000) AS i RETURN sum(i) AS waited }';
  const small = await serve(graph, {
    maxConcurrency: 2,
    rewrite: (statement) =>
      statement.text.endsWith(' AS value')
        ? { ...statement, text: `${slow} WITH waited ${statement.text}` }
        : statement,
  });
  try {
    await read(`${small.url}/readiness`);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => ask(small.url, '{ regions(validOn: "2026-11-24") { totalCount } }')),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer.status).toBe(503);
      expect(codeOf(answer)).toBe('SERVICE_UNAVAILABLE');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await ask(small.url, '{ regions { totalCount } }')).status).toBe(200);
  } finally {
    await small.close();
  }
});

it('a full house of statements does not make readiness say that the database is away', async () => {
  const slow = 'CALL () { UNWIND range(1, 6000000) AS i RETURN sum(i) AS waited }';
  const small = await serve(graph, {
    maxConcurrency: 1,
    rewrite: (statement) =>
      statement.text.endsWith(' AS value')
        ? { ...statement, text: `${slow} WITH waited ${statement.text}` }
        : statement,
  });
  try {
    await read(`${small.url}/readiness`);
    const busy = ask(small.url, '{ regions { totalCount } }');
    await expect.poll(() => small.statements.length).toBeGreaterThan(1);
    const ready = await read(`${small.url}/readiness`);
    await busy;
    expect(ready.status).toBe(200);
  } finally {
    await small.close();
  }
});

it('an empty graph is not ready, and answers with empty lists', async () => {
  await emptyGraph(graph);
  const empty = await serve(graph);
  try {
    expect((await read(`${empty.url}/readiness`)).status).toBe(503);
    const answer = await ask(
      empty.url,
      '{ regions { totalCount nodes { id } } support { totalCount nodes { scope } whyNot { count } } }',
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      regions: { totalCount: 0, nodes: [] },
      support: { totalCount: 0, nodes: [], whyNot: [] },
    });
  } finally {
    await empty.close();
  }
});
