/** Links of answers: the Cypher in each runs, and returns the facts of the answer. */

import neo4j, { type Driver, type Node, type Relationship } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { ask } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

const HOME = 'http://localhost:7474/browser/?dbms=neo4j://neo4j@localhost:7687&db=neo4j';
let graph: Graph;
let driver: Driver;
let served: Served;

beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
  served = await serve(graph, { browserUrl: HOME });
  const { uri, user, password } = workerNeo4j();
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
});
afterAll(async () => {
  await served?.close();
  await driver?.close();
  await graph?.close();
});

/** Runs what a link has in it, as Neo4j Browser would. */
async function runLink(link: unknown) {
  const query = new URL(String(link)).searchParams.get('arg') ?? '';
  const { records, summary } = await driver.executeQuery(`${query}`, {}, { routing: 'READ' });
  expect(summary.queryType).toBe('r');
  return records;
}

const idOf = (node: Node): string => node.properties.id;

/** What the API answers, without the types that this test does not look at. */
// biome-ignore lint/suspicious/noExplicitAny: an answer is as its operation asked for it
async function answerOf(query: string): Promise<any> {
  const { data, errors } = await ask(served.url, query);
  expect(errors).toEqual([]);
  return data;
}

describe('a link', () => {
  test('of the graph leads to Neo4j Browser', async () => {
    expect(await answerOf('{ graph { browserUrl } }')).toEqual({ graph: { browserUrl: HOME } });
  });

  test('of a node shows it with the facts that the API has of it', async () => {
    const { policies } = await answerOf(`{ policies(first: 1, orderBy: [{ measures: { count: DESC } }]) {
      nodes { id browserUrl measures(first: 50) { nodes { id } } } } }`);
    const [policy] = policies.nodes;
    const [row, ...others] = await runLink(policy.browserUrl);
    expect(others).toEqual([]);
    expect(idOf(row?.get('n'))).toBe(policy.id);
    const drawn = new Set(
      row?.get('facts').flatMap((path: { start: Node; end: Node }) => [idOf(path.start), idOf(path.end)]),
    );
    const measures: string[] = policy.measures.nodes.map(({ id }: { id: string }) => id);
    expect(measures.length).toBeGreaterThan(1);
    expect(measures.filter((id) => !drawn.has(id))).toEqual([]);
  });

  test('of an industry and of a region runs, and shows that node', async () => {
    const { nodes } = await answerOf(
      '{ nodes(ids: ["industry:integrated-circuits", "region:shanghai"]) { id browserUrl } }',
    );
    expect(nodes.length).toBe(2);
    for (const { id, browserUrl } of nodes) {
      const [row] = await runLink(browserUrl);
      expect(idOf(row?.get('n'))).toBe(id);
    }
  });

  test('of an answer of support returns that answer with every fact of its proof', async () => {
    const { support } = await answerOf(`{ support(validOn: "2024-10-01", first: 5) { nodes {
      browserUrl policy { id } cluster { id } place { id } because { from { id } to { id } } } } }`);
    expect(support.nodes.length).toBe(5);
    for (const { browserUrl, policy, cluster, place, because } of support.nodes) {
      const [row, ...others] = await runLink(browserUrl);
      expect(others).toEqual([]);
      expect(['policy', 'cluster', 'place'].map((name) => idOf(row?.get(name)))).toEqual([
        policy.id,
        cluster.id,
        place.id,
      ]);
      const facts: Relationship[] = row?.get('facts');
      const { records } = await driver.executeQuery(
        'MATCH (from)-[fact]->(to) WHERE elementId(fact) IN $facts RETURN from.id + " " + to.id AS ends',
        { facts: facts.map(({ elementId }) => elementId) },
      );
      const ends = new Set(records.map((each) => each.get('ends')));
      const steps: string[] = because.map(
        (step: { from: { id: string }; to: { id: string } }) => `${step.from.id} ${step.to.id}`,
      );
      expect(steps.filter((step) => !ends.has(step))).toEqual([]);
    }
  });

  test('is null where the address of Neo4j Browser is not known', async () => {
    const bare = await serve(graph);
    const { data } = await ask(
      bare.url,
      '{ graph { browserUrl } support(first: 1) { nodes { browserUrl } } industries(first: 1) { nodes { browserUrl } } }',
    );
    await bare.close();
    expect(data).toEqual({
      graph: { browserUrl: null },
      support: { nodes: [{ browserUrl: null }] },
      industries: { nodes: [{ browserUrl: null }] },
    });
  });
});

const FILES = ['style.grass', 'guide.html', 'queries.zip', 'queries.csv'];
const BROWSER_ORIGIN = new URL(HOME).origin;

describe('the files for Neo4j Browser', () => {
  test.each(FILES)('%s may be read by its pages, and by those of no other origin', async (file) => {
    const of = async (origin: string) =>
      (await fetch(`${served.url}/browser/${file}`, { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await of(BROWSER_ORIGIN)).toBe(BROWSER_ORIGIN);
    expect(await of('http://localhost:7475')).toBeNull();
    expect(await of('https://example.org')).toBeNull();
  });

  test('may be fetched with the headers of its tracing', async () => {
    const preflight = await fetch(`${served.url}/browser/guide.html`, {
      method: 'OPTIONS',
      headers: { origin: BROWSER_ORIGIN, 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('*');
  });

  test.each(['/graphql?query={__typename}', '/schema.graphql', '/events', '/health'])(
    'are all that its pages may read: %s is not readable',
    async (path) => {
      const stop = new AbortController();
      const headers = { origin: BROWSER_ORIGIN, accept: '*/*' };
      const answer = await fetch(`${served.url}${path}`, { headers, signal: stop.signal });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      stop.abort();
    },
  );

  test('refer to this server by the host that Neo4j Browser may fetch from', async () => {
    const guide = await (await fetch(`${served.url}/browser/guide.html`)).text();
    expect(guide).toContain(`http://localhost:${new URL(served.url).port}/browser/queries.zip`);
  });

  test('do not include any other path', async () => {
    expect((await fetch(`${served.url}/browser/nothing`)).status).toBe(404);
  });
});
