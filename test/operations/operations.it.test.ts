/** Operations as an application sends them: the statement they compile to, what it costs, and what it answers. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Statement } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { type CountedWay, countOnTheWire } from '../count-on-the-wire.ts';
import { loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

/** Each `x.graphql` says in its first line how many statements it may cost, and has an `x.cypher` and an `x.json`. */
const FOLDER = join(import.meta.dirname, 'cases');
const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replace(/\.graphql$/, ''));
/** Write expectations anew with UPDATE=1, and read what changed. */
const UPDATE = process.env.UPDATE === '1';

const api = buildSchema();
let graph: Graph;
let way: CountedWay;
let counted: Graph;

beforeAll(async () => {
  graph = openTestGraph();
  way = await countOnTheWire(workerNeo4j().uri);
  counted = openTestGraph(way.uri);
  const { dataset } = readSeeds(model, [join(import.meta.dirname, 'seeds')]);
  if (!dataset) throw new Error('the seeds of this test do not load');
  await loadDataset(graph, dataset);
  // The first operation that needs the ground, the rulebook or an earlier revision reads it; statements are counted after that.
  await runOperation(
    api,
    counted,
    '{ support(first: 1) { totalCount } eligibility(for: { profile: {} }, first: 1) { totalCount } supportDiff(from: 1, to: 1) { totalCount } }',
  );
});
afterAll(async () => {
  await counted.close();
  way.close();
  await graph.close();
});

function expectation(name: string, text: string): string {
  const path = join(FOLDER, name);
  if (UPDATE) writeFileSync(path, text);
  return readFileSync(path, 'utf8');
}

/** The texts in an order of their own: which of two statements of one level is sent first is not promised. */
function textsOf(statements: readonly Statement[]): readonly string[] {
  return statements.map(({ text }) => `${text}\n`).sort();
}

describe('an operation', () => {
  test.each(CASES)('%s costs what it says and answers as written', async (name) => {
    const source = readFileSync(join(FOLDER, `${name}.graphql`), 'utf8');
    const allowed = /^# statements: (\d+)/.exec(source)?.[1];
    const { result, statements } = await runOperation(api, graph, source);
    expect(result.errors).toBeUndefined();
    expect(String(statements.length)).toBe(allowed);
    const text = textsOf(statements).join('\n');
    expect(text).toBe(expectation(`${name}.cypher`, text));
    const json = `${JSON.stringify(result.data, null, 2)}\n`;
    expect(json).toBe(expectation(`${name}.json`, json));
    const before = way.statements();
    const again = await runOperation(api, counted, source);
    expect(again.result.data).toEqual(result.data);
    expect(String(way.statements() - before)).toBe(allowed);
    expect(textsOf(again.statements)).toEqual(textsOf(statements));
  });

  test('has no expectation without an operation', () => {
    const orphans = readdirSync(FOLDER).filter(
      (name) => !existsSync(join(FOLDER, name.replace(/\.(json|cypher)$/, '.graphql'))),
    );
    expect(orphans).toEqual([]);
  });
});

describe('the text of a statement', () => {
  test('depends on the shape of the selection alone, whatever the values', async () => {
    const source = `query($id: ID!, $first: Int, $day: Date) {
      lookUp(id: $id, validOn: $day) { ... on Place { within(first: $first) { nodes { name } } } } }`;
    const values = [
      { id: 'region:pudong', first: 3, day: '2024-01-01' },
      { id: "x'}) DETACH DELETE n //", first: 7, day: '2020-02-29' },
    ];
    const texts = await Promise.all(
      values.map(async (each) => (await runOperation(api, graph, source, each)).statements[0]?.text),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  test('is the same for a field, wherever it is nested and whichever properties are selected', async () => {
    const asked = async (source: string) =>
      (await runOperation(api, graph, source)).statements.map(({ text }) => text);
    const alone = await Promise.all([
      asked('{ clusters(first: 1) { nodes { id places(first: 1) { nodes { id } } } } }'),
      asked('{ zones(first: 1) { nodes { id within(first: 1) { nodes { id } } } } }'),
    ]);
    const [, ...nested] =
      await asked(`{ industries(first: 2) { nodes { name clusters(first: 9) { nodes { name nameEn
      places(first: 3) { edges { planned: modality validFrom node { name aliases } } nodes { formerIds
        within(first: 2) { nodes { nameEn browserUrl } } } } } } } } }`);
    expect(nested).toHaveLength(3);
    expect(alone.flat()).toContain(nested.at(-1));
  });

  test('holds no alias of the client: two aliases of one shape make one text', async () => {
    const texts = await Promise.all(
      ['a', 'DETACH'].map(
        async (alias) =>
          (await runOperation(api, graph, `{ ${alias}: industries { nodes { ${alias}: name } } }`))
            .statements[0]?.text,
      ),
    );
    expect(texts[0]).toBe(texts[1]);
  });
});

describe('relationships', () => {
  test('hold on the day asked, on all levels, and on any day where that is asked', async () => {
    const source = `query($day: Date, $anyDay: Boolean) {
      industries(validOn: $day, anyDay: $anyDay) { nodes { clusters { totalCount nodes { places { totalCount } } } } } }`;
    const totals = async (variables: Readonly<Record<string, unknown>>) => {
      const { result } = await runOperation(api, graph, source, variables);
      return JSON.stringify(result.data).match(/"totalCount":(\d+)/g)?.length;
    };
    expect(await totals({ day: '2022-11-29' })).toBeLessThan((await totals({ day: '2024-12-01' })) ?? 0);
    expect(await totals({ anyDay: true })).toBe(await totals({ day: '2024-12-01' }));
  });

  test('page by cursors: pages of one make the same list as one page of all', async () => {
    const all = await runOperation(
      api,
      graph,
      '{ node(id: "region:shanghai") { ... on Region { contains(first: 50) { nodes { id } } } } }',
    );
    const whole = idsOf(all.result.data);
    const paged: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { result } = await runOperation(
        api,
        graph,
        `query($after: String) { node(id: "region:shanghai") { ... on Region { contains(first: 1, after: $after) {
          nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`,
        { after },
      );
      const text = JSON.stringify(result.data);
      paged.push(...idsOf(result.data));
      expect(text.includes('"hasPreviousPage":true')).toBe(after !== null);
      after = /"endCursor":"([^"]+)"/.exec(text)?.[1] ?? null;
      if (!text.includes('"hasNextPage":true')) break;
    }
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(2);
  });
});

function idsOf(data: unknown): readonly string[] {
  return [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1] ?? '');
}
