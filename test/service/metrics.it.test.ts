/** What an operator counts and reads in the log, and that neither holds what clients wrote as values. */

import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { ask, askUntilPlanned, read, send } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';

let graph: Graph;
let server: Served;
const lines: string[] = [];

beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
  server = await serve(graph, {
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(async () => {
  await server?.close();
  await graph?.close();
});

/** The samples of the server by name and labels. */
async function samples(): Promise<ReadonlyMap<string, number>> {
  const { status, headers, text } = await read(`${server.url}/metrics`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const found = text.split('\n').flatMap((line) => {
    const [, name, value] = /^([a-z_]+(?:\{[^}]*\})?) (\S+)$/i.exec(line) ?? [];
    return name === undefined ? [] : [[name, Number(value)] as const];
  });
  return new Map(found);
}

/** How much a sample rose while something was done. */
async function riseOf(name: string, work: () => Promise<unknown>): Promise<number> {
  const before = (await samples()).get(name) ?? 0;
  await work();
  return ((await samples()).get(name) ?? 0) - before;
}

describe('requests are counted', () => {
  test.each([
    ['a list under its root field', '{ regions(first: 1) { totalCount } }', 'regions', 200],
    [
      'the same behind an alias and a fragment',
      '{ ...F } fragment F on Query { a: regions(first: 2) { totalCount } }',
      'regions',
      200,
    ],
    ['two root fields as several', '{ regions(first: 1) { totalCount } graph { revision } }', 'several', 200],
    ['introspection as such', '{ __schema { queryType { name } } }', 'introspection', 200],
    ['an unknown field as nothing that the schema has', '{ secretField }', 'none', 400],
    [
      'an unknown id under its root field',
      '{ support(place: "region:none") { totalCount } }',
      'support',
      400,
    ],
  ])('%s', async (_, query, kind, status) => {
    await askUntilPlanned(server.url, query);
    const name = `kg_request_seconds_count{kind="${kind}",status="${status}"}`;
    expect(await riseOf(name, () => ask(server.url, query))).toBe(1);
  });

  test.each([
    ['a limit by its name', 'depth', () => ask(server.url, nested(9))],
    ['a document that cannot be parsed by its code', 'GRAPHQL_PARSE_FAILED', () => ask(server.url, '{')],
    [
      'another media type by its status',
      '415',
      () => send(server.url, 'x', { 'content-type': 'text/plain' }),
    ],
  ])('a refusal: %s', async (_, reason, work) => {
    expect(await riseOf(`kg_refusals_total{reason="${reason}"}`, work)).toBe(1);
  });

  it('an error by its code', async () => {
    const work = () => ask(server.url, '{ support(place: "region:none") { totalCount } }');
    expect(await riseOf('kg_errors_total{code="BAD_USER_INPUT"}', work)).toBe(1);
  });
});

function nested(depth: number): string {
  return `{ regions(first: 1) { nodes { ${'within(first: 1) { nodes { '.repeat(depth)} id ${'} } '.repeat(depth)} } } }`;
}

it('each statement is counted, and none is under way afterwards', async () => {
  const query = '{ clusters(first: 3) { nodes { id } } }';
  await askUntilPlanned(server.url, query);
  const before = await samples();
  server.statements.length = 0;
  await ask(server.url, query);
  const after = await samples();
  const name = 'kg_statement_seconds_count{outcome="ok"}';
  // The statements of the second look at the counts are in it, as they are in `statements`.
  expect((after.get(name) ?? 0) - (before.get(name) ?? 0)).toBe(server.statements.length);
  expect(after.get('kg_statements_under_way')).toBe(0);
  expect(after.get('kg_statements_most')).toBe(64);
});

it('the graph, its revision and the facts of the rules are seen', async () => {
  await askUntilPlanned(server.url, '{ support(place: "region:shanghai", first: 1) { totalCount } }');
  const seen = await samples();
  const { data } = await ask(server.url, '{ graph { revision } }');
  const graphOf = (data ?? {}) as { readonly graph: { readonly revision: number } };
  const { revision } = graphOf.graph;
  expect(seen.get('kg_graph_reachable')).toBe(1);
  expect(seen.get('kg_revision')).toBe(revision);
  expect(seen.get('kg_ground_revision')).toBe(revision);
  expect(seen.get('kg_ground_bytes')).toBeGreaterThan(1_000_000);
});

it('names that clients make up add no label', async () => {
  const askAll = async (word: string) => {
    await ask(server.url, `query ${word} { ${word}: regions(first: 1) { totalCount } }`);
    await ask(server.url, `{ ${word} }`);
    await ask(server.url, `{ regions(first: 1, ${word}: 1) { totalCount } }`);
    await ask(server.url, '{ node(id: "x") { id } }', { [word]: word });
    await read(`${server.url}/${word}`);
    await read(`${server.url}/graphql?${word}=1`, { method: 'PURGE' });
  };
  await askAll('first');
  // Those of the process itself come as they happen, a first large collection of garbage with new labels.
  const names = async () => [...(await samples()).keys()].filter((name) => !/^(nodejs|process)_/.test(name));
  const before = await names();
  for (let each = 0; each < 20; each++) await askAll(`made_up_${each}`);
  const after = await names();
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
});

describe('the log', () => {
  it('has one line of JSON for each question: its request id, its name, no value of it', async () => {
    const query = 'query Firms($text: String!) { search(text: $text, first: 1) { totalCount } }';
    await askUntilPlanned(server.url, query, { text: 'x' });
    lines.length = 0;
    await ask(server.url, query, { text: '某某机密有限公司' });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        requestId: expect.any(String),
        operationName: 'Firms',
        kind: 'search',
        status: 200,
        ms: expect.any(Number),
        revision: expect.any(Number),
        codes: [],
      }),
    ]);
    expect(lines.join('')).not.toContain('机密');
  });

  it('names a refusal by the request id that its client has, and nothing of what was wrong', async () => {
    const { errors } = await ask(server.url, '{ support(place: "region:secret-place") { totalCount } }');
    const [line] = lines.map((each) => JSON.parse(each) as Readonly<Record<string, unknown>>);
    expect(line).toMatchObject({ requestId: errors[0]?.extensions.requestId, codes: ['BAD_USER_INPUT'] });
    expect(lines.join('')).not.toContain('secret-place');
  });

  it('has nothing of a profile, nor have the counts', async () => {
    const query =
      'query($titles: [String!]) { eligibility(for: {profile: {titles: $titles, figures: [{attribute: RD_STAFF_RATIO, value: "91.73"}]}}, first: 1) { totalCount } }';
    const { data } = await askUntilPlanned(server.url, query, { titles: ['绝密称号'] });
    expect(data?.eligibility).toBeDefined();
    const { text } = await read(`${server.url}/metrics`);
    expect(`${lines.join('')}${text}`).not.toMatch(/绝密称号|91\.73/);
  });
});
