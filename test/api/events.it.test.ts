/** `GET /events`: each new revision is an event, and none is missed by who comes again. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { applyDataset, datasetOf, FIRST, SECOND, THIRD } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { type Served, type ServeOptions, serve } from './serve.ts';

let graph: Graph;
let server: Served;
/** What each read of the graph gave. */
let reads: (readonly Row[])[];
/** Whether Neo4j is as if it were away. */
let away: boolean;
const clients: AbortController[] = [];

async function start(options: ServeOptions = {}): Promise<void> {
  server = await serve(
    {
      ...graph,
      async read(statement, readOptions) {
        // Nothing listens there: the driver's own failure.
        if (away) await unreachable.read(statement, readOptions);
        const rows = await graph.read(statement, readOptions);
        reads.push(rows);
        return rows;
      },
    },
    options,
  );
}

let unreachable: Graph;

beforeEach(async () => {
  graph = openTestGraph();
  unreachable = openTestGraph('bolt://127.0.0.1:1');
  reads = [];
  away = false;
  await emptyGraph(graph);
  await applyDataset(graph, datasetOf(FIRST));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.abort();
  await server.close();
  await unreachable.close();
  await graph.close();
});

/** A client that listens: what it got so far, and how its stream ended. */
async function listen(headers: Record<string, string> = {}) {
  const client = new AbortController();
  clients.push(client);
  const response = await fetch(`${server.url}/events`, { headers, signal: client.signal });
  const got = { response, text: '', ended: false };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) got.text += decoder.decode(part, { stream: true });
    got.ended = true;
  })().catch(() => undefined);
  return { ...got, read: () => got, leave: () => client.abort() };
}

/** The events in what a client got. */
function events(text: string) {
  return [...text.matchAll(/id: (\d+)\nevent: revision\ndata: (.*)\n\n/g)].map(([, id, data]) => ({
    id: Number(id),
    ...JSON.parse(data ?? '{}'),
  }));
}

async function until(client: Awaited<ReturnType<typeof listen>>, ids: readonly number[]) {
  await expect
    .poll(() => events(client.read().text).map(({ id }) => id), { timeout: 20_000, interval: 20 })
    .toEqual(ids);
}

describe('who listens to /events', () => {
  test('hears of a revision when it is applied: its number, digest and time', async () => {
    await start();
    const client = await listen();
    expect(client.response.status).toBe(200);
    expect(client.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const state = await applyDataset(graph, datasetOf(SECOND));
    await until(client, [2]);
    expect(events(client.read().text)).toEqual([
      { id: 2, revision: 2, digest: state.digest, at: state.appliedAt },
    ]);
    expect(client.read().text).toMatch(/^retry: \d+\n\nid: 1\n\n/);
  });

  test('and comes again with Last-Event-ID hears first what was missed, oldest first', async () => {
    await start();
    const client = await listen();
    client.leave();
    await applyDataset(graph, datasetOf(SECOND));
    await applyDataset(graph, datasetOf(THIRD));
    const again = await listen({ 'last-event-id': '1' });
    await until(again, [2, 3]);
    await applyDataset(graph, datasetOf(FIRST));
    await until(again, [2, 3, 4]);
    // Who knows of revisions that this graph never had is told where it stands.
    await until(await listen({ 'last-event-id': '99' }), [4]);
    await until(await listen({ 'last-event-id': 'x' }), []);
  });

  test('shares the reading with all others: two clients, one read tells both', async () => {
    await start();
    const both = [await listen(), await listen()];
    await applyDataset(graph, datasetOf(SECOND));
    for (const client of both) await until(client, [2]);
    const telling = reads.filter(([row]) => Array.isArray(row?.since) && row.since.length > 0);
    expect(telling).toHaveLength(1);
  });

  test('shares the reading with all who come at once', async () => {
    await start();
    reads.length = 0;
    const many = await Promise.all(Array.from({ length: 60 }, () => listen()));
    expect(many.every(({ response }) => response.status === 200)).toBe(true);
    expect(reads.length).toBeLessThan(many.length);
  });

  test('misses nothing while Neo4j is away', async () => {
    await start();
    const client = await listen();
    away = true;
    await applyDataset(graph, datasetOf(SECOND));
    const late = await listen({ 'last-event-id': '1' });
    away = false;
    await until(client, [2]);
    await until(late, [2]);
  });

  test('is let go when the server stops, which takes no longer for it', async () => {
    await start();
    const client = await listen();
    await server.close();
    await expect.poll(() => client.read().ended).toBe(true);
  });

  test('from a page may do so where its origin is allowed', async () => {
    await start({ allowedOrigins: ['https://allowed.example'] });
    const allowed = await listen({ origin: 'https://allowed.example' });
    expect(allowed.response.headers.get('access-control-allow-origin')).toBe('https://allowed.example');
    const stranger = await listen({ origin: 'https://stranger.example' });
    expect(stranger.response.headers.get('access-control-allow-origin')).toBeNull();
    const head = await fetch(`${server.url}/events`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
