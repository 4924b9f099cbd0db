/** The cached ground always equals that of the graph, whoever changes the graph. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { STATE_STATEMENT } from '../../src/graph/reading/read-state.ts';
import { cacheGround } from '../../src/ground/cache-ground.ts';
import { GroundTooLarge } from '../../src/ground/ground-memory.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
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
    const { views } = await cacheGround(model, graph).ground();
    expect(isSameGround(views.ground, groundOfDataset(model, datasetOf(text)))).toBe(true);
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
    const cache = cacheGround(model, counting);
    const found = await Promise.all(Array.from({ length: 20 }, () => cache.ground()));
    await seen(graph);
    const again = await cache.ground(await seen(graph));
    expect([new Set([...found, again].map(({ views }) => views)).size, loads]).toEqual([1, 1]);
  });

  test('is read again after an apply, with the new revision', async () => {
    const cache = cacheGround(model, graph);
    const before = await cache.ground();
    const state = await applyDataset(graph, datasetOf(LARGER));
    const after = await cache.ground(await seen(graph));
    expect([before.revision + 1, after.revision]).toEqual([state.revision, state.revision]);
    expect(isSameGround(after.views.ground, groundOfDataset(model, datasetOf(LARGER)))).toBe(true);
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
    const cache = cacheGround(model, graph);
    const before = await cache.ground();
    await edit(text);
    const after = await cache.ground(await seen(graph));
    expect(after.revision).toBe(before.revision);
    expect(isSameGround(after.views.ground, before.views.ground)).toBe(false);
  });

  test('keeps its views after a commit that does not concern the rules', async () => {
    const cache = cacheGround(model, graph);
    const before = await cache.ground();
    await edit("CREATE (:Note {text: 'seen'})");
    const after = await cache.ground(await seen(graph));
    expect([after.views === before.views, after.bookmark === before.bookmark]).toEqual([true, false]);
    await edit('MATCH (n:Note) DELETE n');
  });

  test('is the same in two processes, whichever of them applies', async () => {
    const other = openTestGraph();
    try {
      const caches = [cacheGround(model, graph), cacheGround(model, other)];
      await Promise.all(caches.map((cache) => cache.ground()));
      for (const [by, text] of [
        [graph, LARGER],
        [other, SMALL],
      ] as const) {
        await applyDataset(by, datasetOf(text));
        const [one, two] = [
          await caches[0]?.ground(await seen(graph)),
          await caches[1]?.ground(await seen(other)),
        ];
        expect(one?.revision).toBe(two?.revision);
        for (const each of [one, two]) {
          expect(each && isSameGround(each.views.ground, groundOfDataset(model, datasetOf(text)))).toBe(true);
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
    const { views } = await cacheGround(model, slow).ground();
    expect(applied).toBe(true);
    expect(isSameGround(views.ground, groundOfDataset(model, datasetOf(LARGER)))).toBe(true);
  });

  test('is compared, not refused, where a lagging server shows an older state', async () => {
    const cache = cacheGround(model, graph);
    const before = await cache.ground();
    const old = await cache.ground('a bookmark of another server');
    expect(old.views).toBe(before.views);
  });

  test('is refused with both sizes where it would exceed the memory allowed', async () => {
    const refused = cacheGround(model, graph, { memory: 1_000 }).ground();
    await expect(refused).rejects.toThrow(GroundTooLarge);
    await expect(refused).rejects.toThrow(
      'would take 1 MB to answer by, and 0 MB are allowed (KG_GROUND_MEMORY)',
    );
  });
});
