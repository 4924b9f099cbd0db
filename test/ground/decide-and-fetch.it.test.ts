/** An answer is decided and fetched in one state of the graph, whatever is committed in between. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyDataset } from '../changes/apply-seeds.ts';
import { loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { graph as graphOf } from '../oracle/build-dataset.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());
beforeEach(() => loadDataset(graph, graphOf(TWO)));

const ONE = 'p1 SUPPORTS c1; c1 LOCATED_IN z1; p1 APPLIES_IN z1';
const TWO = `${ONE}; p2 SUPPORTS c1; p2 APPLIES_IN z1`;

const SUPPORT = '{ support { totalCount nodes { policy { id } because { relationship } } } }';
const DERIVED = '{ clusters { nodes { policies { totalCount nodes { id } } } } }';

/** The graph, where something is committed right before some of the statements that answer root fields are sent. */
function disturbed(acts: Readonly<Record<number, () => Promise<unknown>>>): Graph {
  let sent = 0;
  return {
    ...graph,
    async read(statement, options) {
      if (statement.text.includes('AS revision')) {
        sent += 1;
        await acts[sent]?.();
      }
      return graph.read(statement, options);
    },
  };
}

const apply = (text: string) => () => applyDataset(graph, deriveFacts(model, graphOf(text)));
/** Brings back revision 1 with other facts: what a statement reads of a follower that lags, or of one that has caught up. */
const readAs = (text: string) => () => loadDataset(graph, graphOf(text));
const edit = (text: string) => () => graph.write((run) => run({ text, parameters: {} }));

async function answer(source: string, acts: Parameters<typeof disturbed>[0]) {
  const asked = disturbed(acts);
  // The ground is kept from before, as on a server that has answered already.
  await runOperation(api, graph, SUPPORT);
  const { result, statements, revisions } = await runOperation(api, asked, source);
  const code = result.errors?.[0]?.extensions.code;
  return { data: code ?? JSON.parse(JSON.stringify(result.data)), statements: statements.length, revisions };
}

const policies = (...ids: readonly string[]) => ({
  support: {
    totalCount: ids.length,
    nodes: ids.map((id) => ({
      policy: { id: `policy:${id}` },
      because: ['SUPPORTS', 'LOCATED_IN', 'APPLIES_IN'].map((relationship) => ({ relationship })),
    })),
  },
});

describe('support', () => {
  test('is answered by one statement where nothing is committed', async () => {
    expect(await answer(SUPPORT, {})).toMatchObject({ data: policies('p1', 'p2'), statements: 1 });
  });

  test.each([
    ['takes a policy', ONE, policies('p1')],
    ['brings an answer', `${TWO}; c1 LOCATED_IN z2; p1 APPLIES_IN z2`, undefined],
  ])('is decided again where an apply %s before it is fetched', async (_, text, expected) => {
    const { data, statements } = await answer(SUPPORT, { 1: apply(text) });
    expect(statements).toBe(2);
    const after = await answer(SUPPORT, {});
    expect(data).toEqual(after.data);
    if (expected) expect(data).toEqual(expected);
  });

  test('is decided again where a fact is deleted by hand before it is fetched', async () => {
    const deletes = edit("MATCH (:Policy {id: 'policy:p2'})-[r:SUPPORTS_CLUSTER]->() DELETE r");
    expect(await answer(SUPPORT, { 1: deletes })).toMatchObject({ data: policies('p1'), statements: 2 });
  });

  test('is answered as it was decided where an analyst commits a note meanwhile', async () => {
    const notes = edit("CREATE (:Note {text: 'seen'})");
    expect(await answer(SUPPORT, { 1: notes })).toMatchObject({ data: policies('p1', 'p2'), statements: 1 });
    await edit('MATCH (n:Note) DELETE n')();
  });

  test.each([
    ['decided on the leader and fetched from a follower that lags', TWO, ONE, policies('p1')],
    ['decided on a follower that lags and fetched from the leader', ONE, TWO, policies('p1', 'p2')],
  ])('is of the one revision that is fetched where it was %s', async (_, decided, fetched, expected) => {
    const other = `${ONE}; c1 LOCATED_IN z2`;
    // The leader is at revision 2, a follower that lags at revision 1.
    const leads = async (text: string) => {
      await loadDataset(graph, graphOf(other));
      await apply(text)();
    };
    await (decided === TWO ? leads(TWO) : loadDataset(graph, graphOf(ONE)));
    const back = decided === TWO ? readAs(fetched) : () => leads(fetched);
    const { data, statements } = await answer(SUPPORT, { 1: back });
    expect({ data, statements }).toEqual({ data: expected, statements: 2 });
  });

  test('is temporarily refused where each statement reads another follower', async () => {
    const { data } = await answer(SUPPORT, { 1: readAs(ONE), 2: readAs(TWO) });
    expect(data).toBe('SERVICE_UNAVAILABLE');
  });

  test('is temporarily refused where the facts change each time', async () => {
    const { data } = await answer(SUPPORT, { 1: apply(ONE), 2: apply(TWO) });
    expect(data).toBe('SERVICE_UNAVAILABLE');
  });
});

describe('derived policies', () => {
  const of = (...ids: readonly string[]) => ({
    clusters: {
      nodes: [{ policies: { totalCount: ids.length, nodes: ids.map((id) => ({ id: `policy:${id}` })) } }],
    },
  });

  test('take one statement more than their nodes alone', async () => {
    expect(await answer(DERIVED, {})).toMatchObject({ data: of('p1', 'p2'), statements: 2 });
  });

  test.each([1, 2])('are of one revision where statement %i reads a follower that lags', async (at) => {
    await apply(`${TWO}; p3 SUPPORTS c1; p3 APPLIES_IN z1`)();
    const { data, revisions } = await answer(DERIVED, { [at]: readAs(ONE) });
    expect([data, revisions]).toEqual([of('p1'), [1]]);
  });

  test.each([1, 2])('are of one revision where an apply comes before statement %i', async (at) => {
    const { data, revisions } = await answer(DERIVED, { [at]: apply(ONE) });
    // What was read before the apply is read again; the field names the one revision that it is of.
    expect([data, revisions.length]).toEqual([of('p1'), 1]);
  });
});
