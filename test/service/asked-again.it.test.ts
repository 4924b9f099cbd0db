/** Answers are given again while the graph is as it was, by two servers beside each other, and never when it is not. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { STATE_STATEMENT } from '../../src/graph/reading/read-state.ts';
import { type Answer, ask, askUntilPlanned, codeOf, GRAPHQL_JSON, read, send } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { kg, writeSeeds } from '../cli/run-kg.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

const FOLDER = join(import.meta.dirname, '../operations/seeds');
const files = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);
const seeds = writeSeeds(files);
const env = { NEO4J_URI: workerNeo4j().uri };

let graph: Graph;
let server: Served;
let other: Served;
/** What the state of the graph is answered with, where a test makes that fail. */
let isAway = false;

beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  expect((await kg(['apply', '--yes', '--seeds', seeds], env)).code).toBe(0);
  const answerMemory = 1_000_000;
  const allowedOrigins = ['https://app.example'];
  server = await serve(graph, {
    answerMemory,
    allowedOrigins,
    rewrite: (statement) =>
      isAway && statement.text === STATE_STATEMENT.text
        ? { ...statement, text: 'RETURN nothing' }
        : statement,
  });
  other = await serve(graph, { answerMemory });
});
afterAll(async () => {
  await server?.close();
  await other?.close();
  await graph?.close();
});

const REGIONS = '{ regions(orderBy: [{ id: ASC }]) { nodes { id name } } }';

function getOf(of: Served, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return read(`${of.url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: GRAPHQL_JSON, ...headers },
  });
}

/** The texts that a server sent to Neo4j while something was asked, those of the graph's state apart. */
async function sentFor(of: Served, work: () => Promise<Answer>): Promise<readonly [number, Answer]> {
  of.statements.length = 0;
  const answer = await work();
  const texts = of.statements.filter(({ text }) => text !== STATE_STATEMENT.text);
  return [texts.length, answer];
}

const edit = (text: string) => graph.write((run) => run({ text, parameters: {} }));

describe('asked again', () => {
  test.each([
    ['by GET', (query: string) => getOf(server, query)],
    ['by POST', (query: string) => ask(server.url, query)],
  ])('%s, the answer is the same, and the state of the graph alone is read', async (_, asked) => {
    await askUntilPlanned(server.url, REGIONS);
    const first = await asked(REGIONS);
    const [sent, again] = await sentFor(server, () => asked(REGIONS));
    expect(sent).toBe(0);
    expect(server.statements.length).toBe(1);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('graph-revision')).toBe(first.headers.get('graph-revision'));
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
  });

  it('with the tag of the answer it is 304, without one the whole answer', async () => {
    await getOf(server, REGIONS);
    const first = await getOf(server, REGIONS);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const [sent, again] = await sentFor(server, () => getOf(server, REGIONS, { 'if-none-match': etag }));
    expect([again.status, again.text, again.headers.get('etag'), sent]).toEqual([304, '', etag, 0]);
  });

  it('many times at once, all have the answer', async () => {
    const first = await getOf(server, REGIONS);
    const [sent] = await sentFor(server, async () => {
      const all = await Promise.all(Array.from({ length: 60 }, () => getOf(server, REGIONS)));
      expect(new Set(all.map(({ text }) => text))).toEqual(new Set([first.text]));
      return first;
    });
    expect(sent).toBe(0);
    expect(server.statements.length).toBeLessThan(60);
  });

  const VARIED =
    'query A($id: ID!) { node(id: $id) { id } } query B($id: ID!) { node(id: $id) { __typename } }';
  const pudong = { id: 'region:pudong' };
  const bodies: readonly (readonly [string, object, Readonly<Record<string, string>>])[] = [
    ['other variables', { query: VARIED, operationName: 'A', variables: { id: 'region:shanghai' } }, {}],
    ['another operation name', { query: VARIED, operationName: 'B', variables: pudong }, {}],
    [
      'another media type',
      { query: VARIED, operationName: 'A', variables: pudong },
      { accept: 'application/json' },
    ],
    [
      'a page of another origin',
      { query: VARIED, operationName: 'A', variables: pudong },
      { origin: 'https://app.example' },
    ],
  ];
  test.each(bodies)('with %s it is another question', async (_, body, headers) => {
    const first = await send(
      server.url,
      JSON.stringify({ query: VARIED, operationName: 'A', variables: pudong }),
    );
    const [sent, answer] = await sentFor(server, () => send(server.url, JSON.stringify(body), headers));
    expect(answer.status).toBe(200);
    expect(sent).toBeGreaterThan(0);
    expect([
      answer.text,
      answer.headers.get('content-type'),
      answer.headers.get('access-control-allow-origin'),
    ]).not.toEqual([first.text, first.headers.get('content-type'), null]);
  });
});

describe('nothing is stale', () => {
  /** The names of regions by both servers, by GET and POST. */
  async function namesSeen(): Promise<ReadonlySet<string>> {
    const answers = await Promise.all(
      [server, other].flatMap((of) => [getOf(of, REGIONS), ask(of.url, REGIONS)]),
    );
    return new Set(
      answers.map(({ text }) => /"id":"region:fengxian","name":"([^"]*)"/.exec(text)?.[1] ?? text),
    );
  }

  it('after a manual edit, which changes no revision', async () => {
    for (let each = 0; each < 3; each++) expect(await namesSeen()).toEqual(new Set(['奉贤区']));
    const before = await getOf(server, REGIONS);
    await edit("MATCH (n:Node {id: 'region:fengxian'}) SET n.name = '改过'");
    const etag = before.headers.get('etag') ?? '';
    const changed = await getOf(server, REGIONS, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('graph-revision')).toBe(before.headers.get('graph-revision'));
    for (let each = 0; each < 3; each++) expect(await namesSeen()).toEqual(new Set(['改过']));
    await edit("MATCH (n:Node {id: 'region:fengxian'}) SET n.name = '奉贤区'");
    for (let each = 0; each < 3; each++) expect(await namesSeen()).toEqual(new Set(['奉贤区']));
    // What is so again has its tag again.
    expect((await getOf(server, REGIONS, { 'if-none-match': etag })).status).toBe(304);
  });

  it('after an apply of another process', async () => {
    for (let each = 0; each < 3; each++) expect(await namesSeen()).toEqual(new Set(['奉贤区']));
    const before = await getOf(server, REGIONS);
    writeSeeds({ 'city.yaml': (files['city.yaml'] ?? '').replace('name: 奉贤区', 'name: 奉贤新区') }, seeds);
    const { code, err } = await kg(['apply', '--yes', '--seeds', seeds], env);
    expect([code, err]).toEqual([0, expect.any(String)]);
    for (let each = 0; each < 3; each++) expect(await namesSeen()).toEqual(new Set(['奉贤新区']));
    const after = await getOf(server, REGIONS);
    expect(Number(after.headers.get('graph-revision'))).toBe(
      Number(before.headers.get('graph-revision')) + 1,
    );
  });

  it('where edits and questions cross: who asks after an edit sees it', async () => {
    for (let edition = 0; edition < 15; edition++) {
      // Questions under way while it is committed may see either.
      const crossing = [
        namesSeen(),
        edit(`MATCH (n:Node {id: 'region:fengxian'}) SET n.name = '第${edition}版'`),
        namesSeen(),
      ];
      await Promise.all(crossing);
      expect(await namesSeen()).toEqual(new Set([`第${edition}版`]));
    }
  });

  it('where the state of the graph cannot be read: it is refused, and answered anew afterwards', async () => {
    await getOf(server, REGIONS);
    await getOf(server, REGIONS);
    isAway = true;
    try {
      const refused = await getOf(server, REGIONS);
      expect([refused.status, codeOf(refused)]).toEqual([503, 'SERVICE_UNAVAILABLE']);
      expect(refused.headers.get('retry-after')).toBe('1');
    } finally {
      isAway = false;
    }
    const [sent, answer] = await sentFor(server, () => getOf(server, REGIONS));
    expect([sent, answer.status]).toEqual([1, 200]);
  });
});

describe('never kept', () => {
  const PROFILE = '{ eligibility(for: { profile: { titles: ["高新技术企业"] } }, first: 1) { totalCount } }';
  test.each([
    ['a profile', PROFILE, 200],
    ['a profile beside another question', `{ graph { revision } ${PROFILE.slice(1)}`, 200],
    ['an error', '{ support(place: "region:none") { totalCount } }', 400],
    [
      'an answer with an error in it',
      `{ graph { revision } support(place: "region:none") { totalCount } }`,
      400,
    ],
  ])('%s', async (_, query, status) => {
    await askUntilPlanned(server.url, query);
    for (let each = 0; each < 2; each++) {
      const [sent, answer] = await sentFor(server, () => getOf(server, query));
      expect(answer.status).toBe(status);
      expect(sent).toBeGreaterThan(0);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
    }
  });

  it('an error that is answered with 200 as application/json', async () => {
    const answer = await getOf(server, '{ nope }', { accept: 'application/json' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });
});

describe('what caches may do', () => {
  test.each([
    [
      'a revision and a day: for a while',
      '{ support(asOf: 1, validOn: "2024-01-01") { totalCount } }',
      'public, max-age=60',
    ],
    ['a revision alone: the day is today', '{ support(asOf: 1) { totalCount } }', 'public, no-cache'],
    ['a day alone', '{ support(validOn: "2024-01-01") { totalCount } }', 'public, no-cache'],
    [
      'a revision in one root field alone',
      '{ support(asOf: 1, validOn: "2024-01-01") { totalCount } regions(first: 1) { totalCount } }',
      'public, no-cache',
    ],
  ])('%s', async (_, query, caching) => {
    await askUntilPlanned(server.url, query);
    for (let each = 0; each < 2; each++) {
      const answer = await getOf(server, query);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, caching]);
    }
  });

  it('nothing with an answer to POST', async () => {
    const answer = await ask(server.url, REGIONS);
    expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['no-store', null]);
  });
});
