/** Ids that records had before: they are taken wherever an id is, and the answer carries the current one. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset, Properties } from '../../src/model/dataset.ts';
import { todayIn } from '../../src/model/day.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { buildDataset, type Fact } from '../oracle/build-dataset.ts';
import { ask, codeOf } from './ask.ts';
import { type Served, serve } from './serve.ts';

/** A policy that supports a cluster in a place, by way of the industry that goes by these ids. */
function supported(industry: string, formerIds: readonly string[], others: Records = {}): Dataset {
  const facts: readonly Fact[] = [
    { type: 'SUPPORTS_INDUSTRY', from: 'policy:p', to: industry },
    { type: 'POLICY_APPLIES_IN', from: 'policy:p', to: 'region:r' },
    { type: 'FOCUSES_ON', from: 'cluster:c', to: industry },
    { type: 'CLUSTER_LOCATED_IN', from: 'cluster:c', to: 'region:r' },
  ];
  const policy = { issuedOn: '2020', formerIds: ['policy:was'] };
  return buildDataset({ [industry]: { formerIds }, 'policy:p': policy, ...others }, facts);
}

type Records = Readonly<Record<string, Properties>>;

/** Takes a graph from the revision it has to the next. */
async function applyNext(graph: Graph, dataset: Dataset): Promise<void> {
  const plan = await graph.readAll((run) => makePlan(model, deriveFacts(model, dataset), run));
  await applyPlan(model, graph, plan);
}

let graph: Graph;
let server: Served;
/** What happens just before the next statement of a root field reaches Neo4j. */
let meanwhile: (() => Promise<void>)[];

beforeEach(async () => {
  graph = openTestGraph();
  meanwhile = [];
  await loadDataset(graph, supported('industry:b', ['industry:a', 'industry:0']));
  server = await serve({
    ...graph,
    async read(statement, options) {
      if (statement.text.includes('AS revision')) await meanwhile.shift()?.();
      return graph.read(statement, options);
    },
  });
});
afterEach(async () => {
  await server.close();
  await graph.close();
});

const dataOf = async (query: string, variables?: Readonly<Record<string, unknown>>) => {
  const { errors, data } = await ask(server.url, query, variables);
  expect(errors).toEqual([]);
  return data;
};
const idAt = async (id: string) => (await dataOf('query($id: ID!) { node(id: $id) { id } }', { id }))?.node;

describe('a former id', () => {
  test('is taken by node, and the answer carries the current one', async () => {
    expect(await dataOf('{ node(id: "industry:a") { id ... on Entity { formerIds } } }')).toEqual({
      node: { id: 'industry:b', formerIds: ['industry:a', 'industry:0'] },
    });
  });

  test('is taken where a record was renamed twice, the first id as well as the second', async () => {
    expect(await idAt('industry:0')).toEqual({ id: 'industry:b' });
    expect(await idAt('industry:a')).toEqual({ id: 'industry:b' });
    expect(await idAt('industry:none')).toBeNull();
  });

  test('is taken in lists, in their order', async () => {
    const query = '{ nodes(ids: ["region:r", "industry:a", "industry:none", "industry:b"]) { id } }';
    expect(await dataOf(query)).toEqual({
      nodes: [{ id: 'region:r' }, { id: 'industry:b' }, null, { id: 'industry:b' }],
    });
  });

  test('is taken by support, beside arguments that are explicitly null', async () => {
    const query = `query($cluster: ID) { support(policy: "policy:was", industry: "industry:0", cluster: $cluster, place: null) {
      nodes { policy { id } } } }`;
    expect(await dataOf(query, { cluster: null })).toEqual({
      support: { nodes: [{ policy: { id: 'policy:p' } }] },
    });
  });

  test('is asked for as such where a filter names what records remember', async () => {
    const query = '{ industries(where: { formerIds: { eq: "industry:a" } }) { nodes { id } } }';
    expect(await dataOf(query)).toEqual({ industries: { nodes: [{ id: 'industry:b' }] } });
  });

  test('costs no statement more, once the server knows the graph', async () => {
    await idAt('industry:b');
    server.statements.length = 0;
    await idAt('industry:a');
    expect(server.statements).toHaveLength(1);
  });

  test('gives way to a record that has it now', async () => {
    await applyNext(graph, supported('industry:b', ['industry:a'], { 'industry:a': { name: 'another' } }));
    expect(await idAt('industry:a')).toEqual({ id: 'industry:a' });
  });
});

describe('a new revision', () => {
  test('that renames is known to the next operation', async () => {
    expect(await idAt('industry:b')).toEqual({ id: 'industry:b' });
    await applyNext(graph, supported('industry:c', ['industry:b', 'industry:a']));
    expect(await idAt('industry:b')).toEqual({ id: 'industry:c' });
    expect(await idAt('industry:a')).toEqual({ id: 'industry:c' });
    expect(await idAt('industry:0')).toBeNull();
    expect(await idAt('industry:c')).toEqual({ id: 'industry:c' });
  });

  test('that renames amid an operation has it run once more', async () => {
    await idAt('industry:b');
    meanwhile.push(() => applyNext(graph, supported('industry:c', ['industry:b', 'industry:a'])));
    server.statements.length = 0;
    expect(await idAt('industry:a')).toEqual({ id: 'industry:c' });
    expect(server.statements).toHaveLength(3);
  });

  test('that renames nothing has it run once', async () => {
    await idAt('industry:b');
    const same = supported('industry:b', ['industry:a', 'industry:0'], { 'region:r': { name: '新' } });
    meanwhile.push(() => applyNext(graph, same));
    server.statements.length = 0;
    expect(await idAt('industry:a')).toEqual({ id: 'industry:b' });
    expect(server.statements.filter(({ text }) => text.includes('AS revision'))).toHaveLength(1);
  });

  test('that moves the dataset to another time zone has the day told anew', async () => {
    await idAt('industry:b');
    const { info, ...dataset } = supported('industry:b', ['industry:a', 'industry:0']);
    // The two are 25 hours apart: no instant has one date in both.
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const;
    await applyNext(graph, { ...dataset, info: { ...info, timeZone: zones[0] } });
    await idAt('industry:b');
    meanwhile.push(() => applyNext(graph, { ...dataset, info: { ...info, timeZone: zones[1] } }));
    server.statements.length = 0;
    await idAt('industry:b');
    const days = server.statements.flatMap(({ parameters }) => parameters.today ?? []);
    const expected = zones.map((zone) => Number(todayIn(zone).replaceAll('-', '')));
    expect(days).toEqual(expected);
  });

  test('after another is too much: the client is asked to come again', async () => {
    await idAt('industry:b');
    meanwhile.push(
      () => applyNext(graph, supported('industry:c', ['industry:b'])),
      () => applyNext(graph, supported('industry:d', ['industry:c', 'industry:b'])),
    );
    expect(codeOf(await ask(server.url, '{ node(id: "industry:b") { id } }'))).toBe('SERVICE_UNAVAILABLE');
    expect(await idAt('industry:b')).toEqual({ id: 'industry:d' });
  });
});
