/** A client that asks too much, or what no manifest names, is refused before any statement reaches Neo4j. */

import { createHash } from 'node:crypto';
import { BlockList } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { ClientLimits } from '../../src/service/limit-clients.ts';
import { readManifest } from '../../src/service/trusted-documents.ts';
import { type Answer, ask, codeOf, GRAPHQL_JSON, read, send } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';

let graph: Graph;
beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
});
afterAll(() => graph.close());

/** Serves for as long as something is done. */
async function whileServed(
  options: Parameters<typeof serve>[1],
  work: (server: Served) => Promise<void>,
): Promise<void> {
  const server = await serve(graph, options);
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

const TINY = '{ __typename }';
const REGIONS = '{ regions(first: 1) { totalCount } }';
const limits = (limit: Omit<ClientLimits, 'trustedProxies'>, proxies = new BlockList()) => ({
  clientLimits: { ...limit, trustedProxies: proxies },
});

/** Expects a refusal of a client, and that nothing was sent to Neo4j for it. */
function expectRefused(answer: Answer, server: Served, limit: string): void {
  expect([answer.status, codeOf(answer), answer.errors[0]?.extensions.limit]).toEqual([
    429,
    'SERVICE_UNAVAILABLE',
    limit,
  ]);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(server.statements).toEqual([]);
}

describe('the rate of a client', () => {
  it('lets n questions through and not the next, by GET and POST together; health goes on', async () => {
    await whileServed(limits({ rate: 3 }), async (server) => {
      for (const answer of [
        await ask(server.url, TINY),
        await ask(server.url, TINY),
        await read(`${server.url}/graphql?query=${TINY}`),
      ])
        expect(answer.status).toBe(200);
      expectRefused(await ask(server.url, REGIONS), server, 'rate');
      expectRefused(await read(`${server.url}/graphql?query=${encodeURIComponent(REGIONS)}`), server, 'rate');
      expect((await read(`${server.url}/health`)).status).toBe(200);
      expect((await read(`${server.url}/metrics`)).text).toContain('kg_refusals_total{reason="rate"} 2');
    });
  });

  it('is not got around by a header, but is that of whom a trusted proxy names', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    await whileServed(limits({ rate: 1 }), async (server) => {
      expect((await send(server.url, JSON.stringify({ query: TINY }), from('1.1.1.1'))).status).toBe(200);
      expectRefused(
        await send(server.url, JSON.stringify({ query: REGIONS }), from('2.2.2.2')),
        server,
        'rate',
      );
    });
    const proxies = new BlockList();
    proxies.addAddress('127.0.0.1');
    await whileServed(limits({ rate: 1 }, proxies), async (server) => {
      for (const address of ['1.1.1.1', '2.2.2.2'])
        expect((await send(server.url, JSON.stringify({ query: TINY }), from(address))).status).toBe(200);
      expectRefused(
        await send(server.url, JSON.stringify({ query: REGIONS }), from('2.2.2.2')),
        server,
        'rate',
      );
    });
  });
});

it('the questions of a client at once: n are answered and not one more, until one has ended', async () => {
  let release = () => undefined as unknown;
  const held = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  let waiting = 0;
  const slow: Graph = {
    ...graph,
    async read(statement, options) {
      if (statement.text.includes('Region')) {
        waiting++;
        await held;
      }
      return graph.read(statement, options);
    },
  };
  const server = await serve(slow, limits({ concurrency: 2 }));
  try {
    const first = ask(server.url, REGIONS);
    await expect.poll(() => waiting).toBe(1);
    const second = ask(server.url, '{ regions(first: 2) { nodes { id } } }');
    await expect.poll(() => waiting).toBe(2);
    server.statements.length = 0;
    expectRefused(await ask(server.url, '{ graph { revision } }'), server, 'clientConcurrency');
    release();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect((await ask(server.url, TINY)).status).toBe(200);
  } finally {
    release();
    await server.close();
  }
});

it('without settings nobody is limited', async () => {
  await whileServed({}, async (server) => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(server.url, TINY)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });
});

describe('with a manifest of trusted documents', () => {
  const hash = createHash('sha256').update(REGIONS).digest('hex');
  const trusted = readManifest(JSON.stringify({ regions: REGIONS }));
  let server: Served;
  beforeAll(async () => {
    server = await serve(graph, { trusted });
  });
  afterAll(() => server.close());

  const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
  test.each([
    ['by its text', { query: REGIONS }],
    ['by its hash', persisted(hash)],
    ['by its name', persisted('regions')],
  ])('a document is answered %s', async (_, body) => {
    const answer = await send(server.url, JSON.stringify(body));
    expect([answer.status, answer.errors]).toEqual([200, []]);
    expect(answer.data).toHaveProperty('regions');
  });

  it('by GET as well', async () => {
    const { extensions } = persisted(hash);
    const url = `${server.url}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
    expect((await read(url, { headers: { accept: GRAPHQL_JSON } })).data).toHaveProperty('regions');
  });

  test.each([
    ['another text', { query: `${REGIONS} ` }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['another text beside a name that is trusted', { query: '{ graph { revision } }', ...persisted(hash) }],
    ['an unknown name', persisted('none')],
    ['a name of the prototype', persisted('__proto__')],
    ['no document', {}],
  ])('%s is refused', async (_, body) => {
    server.statements.length = 0;
    const answer = await send(server.url, JSON.stringify(body));
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    expect(server.statements).toEqual([]);
  });
});
