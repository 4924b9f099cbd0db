/** The cached ground always equals that of the graph, whoever changes the graph. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { STATE_STATEMENT } from '../../src/graph/read-state.ts';
import { GroundTooLarge } from '../../src/ground/ground-memory.ts';
import { keepGround } from '../../src/ground/keep-ground.ts';
import { deriveFacts } from '../../src/model/derive-facts.ts';
import { isSameGround } from '../../src/rules/same-ground.ts';
import { applyDataset } from '../changes/apply-seeds.ts';
import { loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { graph as graphOf } from '../oracle/build-dataset.ts';
import { groundOfDataset } from '../rules/ground-of-dataset.ts';

let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

const SMALL =
  'p1 SUPPORTS i1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; z1 WITHIN z2 PART; p1 APPLIES_IN z2 from 2023';
const LARGER = `${SMALL}; p2 SUPPORTS c1 ESTIMATED; p2 APPLIES_IN z1 to 2024; p1 HAS_MEASURE m1; m1 SUPPORTS i2 PLANNED; i1 SUBCLASS_OF i2`;

const datasetOf = (text: string) => deriveFacts(model, graphOf(text));

/** What a statement sees now. */
async function seen(by: Graph): Promise<string> {
  let bookmark = '';
  await by.read(STATE_STATEMENT, {
    sawBookmark: (found) => {
      bookmark = found;
    },
  });
  return bookmark;
}

const edit = (text: string) => graph.write((run) => run({ text, parameters: {} }));

beforeEach(() => loadDataset(graph, graphOf(SMALL)));

describe('the cached ground', () => {
  test.each([SMALL, LARGER])('equals that of the dataset: %s', async (text) => {
    await loadDataset(graph, graphOf(text));
    const { desk } = await keepGround(model, graph).ground();
    expect(isSameGround(desk.ground, groundOfDataset(model, datasetOf(text)))).toBe(true);
  });

  test('is read once for all callers, and not again while nothing is committed', async () => {
    let loads = 0;
    const counting: Graph = {
      ...graph,
      read: (statement, options) => {
        if (statement.text.includes('n.stage')) loads += 1;
        return graph.read(statement, options);
      },
    };
    const keeper = keepGround(model, counting);
    const found = await Promise.all(Array.from({ length: 20 }, () => keeper.ground()));
    await seen(graph);
    const again = await keeper.ground(await seen(graph));
    expect([new Set([...found, again].map(({ desk }) => desk)).size, loads]).toEqual([1, 1]);
  });

  test('is read again after an apply, with the new revision', async () => {
    const keeper = keepGround(model, graph);
    const before = await keeper.ground();
    const state = await applyDataset(graph, datasetOf(LARGER));
    const after = await keeper.ground(await seen(graph));
    expect([before.revision + 1, after.revision]).toEqual([state.revision, state.revision]);
    expect(isSameGround(after.desk.ground, groundOfDataset(model, datasetOf(LARGER)))).toBe(true);
  });

  test.each([
    ['a fact that is deleted', 'MATCH ()-[r:CLUSTER_LOCATED_IN]->() DELETE r'],
    ['a step that is no longer PART', "MATCH ()-[r:WITHIN]->() SET r.extent = 'WHOLE'"],
    ['a day that moves', 'MATCH (p:Policy) SET p.startDay = 20240101'],
    [
      'a fact that is drawn',
      "MATCH (p:Policy), (c:Cluster) CREATE (p)-[:SUPPORTS_CLUSTER {key: 'x', modality: 'STATED'}]->(c)",
    ],
  ])('follows manual edits at the same revision: %s', async (_, text) => {
    const keeper = keepGround(model, graph);
    const before = await keeper.ground();
    await edit(text);
    const after = await keeper.ground(await seen(graph));
    expect(after.revision).toBe(before.revision);
    expect(isSameGround(after.desk.ground, before.desk.ground)).toBe(false);
  });

  test('keeps its desk after a commit that does not concern the rules', async () => {
    const keeper = keepGround(model, graph);
    const before = await keeper.ground();
    await edit("CREATE (:Note {text: 'seen'})");
    const after = await keeper.ground(await seen(graph));
    expect([after.desk === before.desk, after.bookmark === before.bookmark]).toEqual([true, false]);
    await edit('MATCH (n:Note) DELETE n');
  });

  test('is the same in two processes, whichever of them applies', async () => {
    const other = openTestGraph();
    try {
      const keepers = [keepGround(model, graph), keepGround(model, other)];
      await Promise.all(keepers.map((keeper) => keeper.ground()));
      for (const [by, text] of [
        [graph, LARGER],
        [other, SMALL],
      ] as const) {
        await applyDataset(by, datasetOf(text));
        const [one, two] = [
          await keepers[0]?.ground(await seen(graph)),
          await keepers[1]?.ground(await seen(other)),
        ];
        expect(one?.revision).toBe(two?.revision);
        for (const each of [one, two]) {
          expect(each && isSameGround(each.desk.ground, groundOfDataset(model, datasetOf(text)))).toBe(true);
        }
      }
    } finally {
      await other.close();
    }
  });

  test('is never read from two states where an apply runs meanwhile', async () => {
    let applied = false;
    const slow: Graph = {
      ...graph,
      async read(statement, options) {
        const rows = await graph.read(statement, options);
        // Between what is read of nodes and what is read of facts.
        if (!applied && statement.text.includes('n.stage')) {
          applied = true;
          await applyDataset(graph, datasetOf(LARGER));
        }
        return rows;
      },
    };
    const { desk } = await keepGround(model, slow).ground();
    expect(applied).toBe(true);
    expect(isSameGround(desk.ground, groundOfDataset(model, datasetOf(LARGER)))).toBe(true);
  });

  test('is compared, not refused, where a lagging server shows an older state', async () => {
    const keeper = keepGround(model, graph);
    const before = await keeper.ground();
    const old = await keeper.ground('a bookmark of another server');
    expect(old.desk).toBe(before.desk);
  });

  test('is refused with both sizes where it would exceed the memory allowed', async () => {
    const refused = keepGround(model, graph, { memory: 1_000 }).ground();
    await expect(refused).rejects.toThrow(GroundTooLarge);
    await expect(refused).rejects.toThrow(
      'would take 1 MB to answer by, and 0 MB are allowed (KG_GROUND_MEMORY)',
    );
  });
});
