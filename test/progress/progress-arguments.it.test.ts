/** What `progress` does with arguments that name nothing, days far away, explicit nulls and cursors. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { figuresDataset } from './figures-dataset.ts';
import { readFigures } from './read-figures.ts';

const api = buildSchema();
let graph: Graph;

beforeAll(async () => {
  graph = openTestGraph();
  const figures = readFigures(`size YEARLY; other YEARLY; plan 2021-07
    t1: size >= 18 by 2025 of plan place r1 industry i1; t2: other >= 18 by 2025 of plan; t3: size >= 18 by 2024
    o: size 2023 16 place r1 industry i1`);
  await loadDataset(graph, figuresDataset(figures));
});
afterAll(() => graph.close());

async function ask(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { result, statements } = await runOperation(api, graph, text, variables);
  return { result, statements: statements.length };
}

async function targetsOn(on: unknown): Promise<unknown> {
  const { result } = await ask('query($on: Date) { progress(on: $on) { nodes { target { id } state } } }', {
    on,
  });
  expect(result.errors).toBeUndefined();
  return (result.data as unknown as { progress: { nodes: unknown } }).progress.nodes;
}

describe('an id that names nothing', () => {
  test.each([
    ['policy', 'Policy', 'plam', ['plan']],
    ['indicator', 'Indicator', 'sizes', ['size']],
    ['industry', 'Industry', 'industry:al', ['industry:all', 'i1']],
    ['place', 'Place', 'region:nowhere', undefined],
  ])('in %s is told, with the nearest %s', async (argument, type, id, nearest) => {
    const { result } = await ask(`query($id: ID) { progress(${argument}: $id) { totalCount } }`, { id });
    expect(result.errors?.[0]?.message).toContain(`there is no ${type} with the id "${id}"`);
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(result.errors?.[0]?.extensions.nearest).toEqual(nearest);
  });

  test.each([
    ['policy', 'size'],
    ['indicator', 'plan'],
    ['industry', 'r1'],
    ['place', 'i1'],
  ])('of the right type is told in %s, though it names something else', async (argument, id) => {
    const { result } = await ask(`query($id: ID) { progress(${argument}: $id) { totalCount } }`, { id });
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});

describe('the day', () => {
  test('long ago leaves out what had not begun, and sees nothing', async () => {
    expect(await targetsOn('0001-01-01')).toEqual([{ target: { id: 't3' }, state: 'NOT_MEASURED' }]);
  });

  test('far ahead sees all there is', async () => {
    expect(await targetsOn('9999-12-31')).toEqual([
      { target: { id: 't2' }, state: 'NOT_MEASURED' },
      { target: { id: 't1' }, state: 'NO_BASELINE' },
      { target: { id: 't3' }, state: 'NOT_MEASURED' },
    ]);
  });

  test('left out, or null, is today', async () => {
    expect(await targetsOn(null)).toEqual(await targetsOn('2024-10-01'));
    expect(await targetsOn(undefined)).toEqual(await targetsOn('2024-10-01'));
  });

  test('holds for what is asked below', async () => {
    const { result } = await ask(
      '{ progress(policy: "plan", indicator: "size", on: "2021-07-01") { nodes { target { policy { status } } } } }',
    );
    expect(result.data).toEqual({ progress: { nodes: [{ target: { policy: { status: 'IN_FORCE' } } }] } });
  });

  test('must be a day', async () => {
    const { result } = await ask('{ progress(on: "2024") { totalCount } }');
    expect(result.errors?.[0]?.message).toContain('Date');
  });
});

describe('arguments', () => {
  test('that are null are as if left out', async () => {
    const { result, statements } = await ask(
      '{ progress(policy: null, indicator: null, industry: null, place: null, on: null, first: null, after: null) { totalCount nodes { target { id } } } }',
    );
    expect(result.errors).toBeUndefined();
    expect(result.data).toMatchObject({ progress: { totalCount: 3 } });
    expect(statements).toBe(2);
  });

  test('take no cursor of another list', async () => {
    const { result: list } = await ask('{ targets { pageInfo { endCursor } } }');
    const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(list.data))?.[1];
    const { result } = await ask('query($after: String) { progress(after: $after) { totalCount } }', {
      after: cursor,
    });
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});

describe('a statement', () => {
  test('looks for no observation where only targets are asked', async () => {
    const { statements } = await runOperation(api, graph, '{ progress { nodes { target { id } } } }');
    expect(statements[0]?.text).not.toContain('OBSERVES');
  });

  test('looks for no other indicator where neither state nor refusal is asked', async () => {
    const { statements } = await runOperation(api, graph, '{ progress { nodes { ratio latest { id } } } }');
    expect(statements[0]?.text).toContain('OBSERVES');
    expect(statements[0]?.text).not.toContain('quantity');
  });

  test('counts alone where only the total is asked', async () => {
    const { statements } = await runOperation(api, graph, '{ progress { totalCount } }');
    expect(statements[0]?.text).not.toContain('ORDER BY');
  });

  test('asks the same thing twice under two names', async () => {
    const { result } = await ask(
      '{ progress(indicator: "size", policy: "plan") { nodes { a: latest { id } b: latest { period } s: state state target { id } } edges { node { r: ratio } } } }',
    );
    expect(result.data).toEqual({
      progress: {
        nodes: [
          {
            a: { id: 'o' },
            b: { period: '2023' },
            s: 'NO_BASELINE',
            state: 'NO_BASELINE',
            target: { id: 't1' },
          },
        ],
        edges: [{ node: { r: '0.888889' } }],
      },
    });
  });
});
