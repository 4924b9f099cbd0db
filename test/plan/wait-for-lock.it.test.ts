/** Waiting for the lock with a real Neo4j: nobody is said to hold it before that was seen. */

import neo4j, { type Driver, type Transaction } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Text } from '../../src/diagnostics/text.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readWaiting } from '../../src/graph/reading/read-blocker.ts';
import { waitForLock } from '../../src/plan/apply/wait-for-lock.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

let graph: Graph;
let driver: Driver;
let held: Transaction;

const LOCK = { text: "MERGE (g:KnowledgeGraph {id: 'graph'}) SET g.lockedAt = 'now'", parameters: {} };
const HOLDER = { who: 'someone', what: 'kg apply', since: '2026-11-24T01:02:03.000Z' };
const WORDS = 'someone (kg apply) holds the lock of the graph since 2026-11-24T01:02:03.000Z.';

beforeAll(() => {
  graph = openTestGraph();
  driver = neo4j.driver(workerNeo4j().uri, neo4j.auth.basic('neo4j', workerNeo4j().password));
});
beforeEach(async () => {
  await emptyGraph(graph);
  held = driver.session().beginTransaction({ metadata: HOLDER });
  await held.run(LOCK.text);
});
afterEach(() => held.close());
afterAll(async () => {
  await driver.close();
  await graph.close();
});

/** A graph that tells when it was asked who waits, and answered, so many times. */
function watched(): { readonly graph: Graph; readonly asked: (times: number) => Promise<void> } {
  let answers = 0;
  const waiting: { readonly times: number; readonly done: () => void }[] = [];
  return {
    graph: {
      ...graph,
      async read(statement, options) {
        const rows = await graph.read(statement, options);
        answers += 1;
        for (const { times, done } of waiting) if (answers >= times) done();
        return rows;
      },
    },
    asked: (times) => new Promise<void>((done) => waiting.push({ times, done })),
  };
}

test('a transaction that is not there is unseen, whoever holds the lock meanwhile', async () => {
  expect(await readWaiting(graph, 'nobody')).toEqual({ state: 'unseen' });
});

test('a wait that was not seen yet is not given up, and once it is seen says who holds the lock', async () => {
  const way = watched();
  const waiting = waitForLock(way.graph, { who: 'me', what: 'a test', wait: 0 });
  await way.asked(3);
  await expect(waiting.write((run) => run(LOCK))).rejects.toMatchObject({
    code: 'locked',
    message: `${WORDS} Nothing was changed; try again later.`,
  });
});

test('a wait that was not seen yet tells nobody, and once it is seen tells who holds the lock', async () => {
  const told: string[] = [];
  const way = watched();
  let tell = () => {};
  const heard = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const onWait = ({ en }: Text) => {
    told.push(en);
    tell();
  };
  const waiting = waitForLock(way.graph, { who: 'me', what: 'a test', wait: 60, onWait });
  await way.asked(2);
  expect(told).toEqual([]);
  const written = waiting.write(async (run) => {
    await run(LOCK);
    waiting.acquired();
  });
  await heard;
  expect(told).toEqual([`${WORDS} Waiting up to 60 s for it …`]);
  await held.rollback();
  await written;
});
