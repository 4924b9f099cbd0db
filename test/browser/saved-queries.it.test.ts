/** The saved queries on the product's own seeds: each one only reads, needs no parameter, and returns rows. */

import neo4j, { type Driver, type Record as Row, type Session } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSavedQueries, savedQuery } from '../../src/browser/saved-queries.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { loadGround } from '../../src/ground/load-ground.ts';
import { storeSupport } from '../../src/ground/store-support.ts';
import { createGroundViews } from '../../src/rules/ground-views.ts';
import { model, openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

const queries = readSavedQueries();
const names = queries.map(({ group, slug }) => `${group.name}/${slug}`);
let graph: Graph;
let driver: Driver;
let session: Session;

beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
  await graph.write(async (run) => storeSupport(createGroundViews(await loadGround(model, run)), run));
  const { uri, user, password } = workerNeo4j();
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  session = driver.session({ defaultAccessMode: neo4j.session.READ });
});
afterAll(async () => {
  await driver?.close();
  await graph?.close();
});

describe.each(names)('the saved query %s', (name) => {
  test('only reads, as the database classifies it', async () => {
    const { summary } = await session.run(`EXPLAIN ${savedQuery(queries, name).ready}`);
    expect(summary.queryType).toBe('r');
  });

  test('returns rows without any parameter, and no empty column', async () => {
    const { records } = await session.run(savedQuery(queries, name).ready);
    expect(records.length).toBeGreaterThan(0);
    const isSaid = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0);
    const empty = records[0]?.keys.filter((key) => !records.some((row) => isSaid(row.get(key))));
    expect(empty).toEqual([]);
  });
});

/** Days with different answers: before and after policies began and ended. */
const DAYS = ['2022-10-01', '2024-10-01', '2026-02-01'];

describe('the main question in Cypher', () => {
  const { text } = savedQuery(queries, 'support/which-policies-support-which-clusters');
  const idsOn = async (day: string): Promise<readonly string[]> => {
    const { records } = await session.run(text, { day: neo4j.int(day.replaceAll('-', '')) });
    return records.map((row: Row) => [row.get('范围'), ...row.get('编号')].join(' ')).sort();
  };

  test.each(DAYS)('on %s has the answers of the API, and no others', async (day) => {
    const wanted: string[] = [];
    const schema = buildSchema();
    for (let after: string | null = null; ; ) {
      const page = `{ support(validOn: "${day}", first: 200${after === null ? '' : `, after: "${after}"`}) {
        pageInfo { hasNextPage endCursor } nodes { scope policy { id } cluster { id } place { id } } } }`;
      const { result } = await runOperation(schema, graph, page);
      const { support } = JSON.parse(JSON.stringify(result)).data;
      for (const { scope, policy, cluster, place } of support.nodes)
        wanted.push(`${scope} ${policy.id} ${cluster.id} ${place.id}`);
      if (!support.pageInfo.hasNextPage) break;
      after = support.pageInfo.endCursor;
    }
    expect(await idsOn(day)).toEqual(wanted.sort());
  });

  test('has different answers on each of these days', async () => {
    const answers: string[] = [];
    for (const day of DAYS) answers.push((await idsOn(day)).join());
    expect(new Set(answers).size).toBe(DAYS.length);
    expect(answers).not.toContain('');
  });
});
