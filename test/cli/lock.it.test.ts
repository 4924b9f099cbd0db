/** Two applies never mix: the second waits or is refused, told who holds the lock since when. */

import neo4j, { type Driver, type Transaction } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, kg, POLICY, startKg, writeSeeds } from './run-kg.ts';

let graph: Graph;
let driver: Driver;
let env: Readonly<Record<string, string>>;
let folder: string;
let held: Transaction | undefined;

beforeAll(() => {
  graph = openTestGraph();
  driver = neo4j.driver(workerNeo4j().uri, neo4j.auth.basic('neo4j', workerNeo4j().password));
  env = { NEO4J_URI: workerNeo4j().uri };
});
beforeEach(async () => {
  await emptyGraph(graph);
  folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
  await kg(['apply', '--yes', '--seeds', folder], env);
  writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('2023', '2024')) }, folder);
});
afterEach(async () => {
  await held?.close();
  held = undefined;
});
afterAll(async () => {
  await driver.close();
  await graph.close();
});

/** Holds the lock as another apply does. */
async function holdLock(metadata: Record<string, string> = {}): Promise<Transaction> {
  held = driver.session().beginTransaction({ metadata });
  await held.run("MATCH (g:KnowledgeGraph {id: 'graph'}) SET g.lockedAt = 'now'");
  return held;
}

const SOMEONE = { who: 'someone@elsewhere process 7', what: 'kg apply', since: '2026-11-24T01:02:03.000Z' };
const WORDS =
  'someone@elsewhere process 7 (kg apply) holds the lock of the graph since 2026-11-24T01:02:03.000Z.';

async function revision(): Promise<unknown> {
  const [row] = await graph.read({
    text: "MATCH (g:KnowledgeGraph {id: 'graph'}) RETURN g.revision AS revision",
    parameters: {},
  });
  return row?.revision;
}

/** Seeds of a city whose apply takes some time. */
function manyPolicies(): string {
  const policies = Array.from({ length: 2_000 }, (_, index) =>
    POLICY.replace('policy:one', `policy:p${index}`),
  );
  return writeSeeds({ 'city.yaml': citySeeds(POLICY + policies.join('')) });
}

/** Waits until an apply is seen to write. */
async function isWriting(): Promise<void> {
  const text = `SHOW TRANSACTIONS YIELD metaData, currentQuery
WHERE metaData.token IS NOT NULL AND currentQuery CONTAINS 'UNWIND $rows' RETURN 1 AS one`;
  const writing = async () => (await graph.read({ text, parameters: {} })).length;
  await expect.poll(writing, { interval: 5, timeout: 60_000 }).toBe(1);
}

describe('an apply while another holds the lock', () => {
  test('is refused with 4 and the name of who holds it, at once with --wait 0; nothing is written', async () => {
    await holdLock(SOMEONE);
    const { code, out, err } = await kg(['apply', '--yes', '--json', '--wait', '0', '--seeds', folder], env);
    expect([code, JSON.parse(out)]).toEqual([
      4,
      { error: { code: 'apply/locked', message: `${WORDS} Nothing was changed; try again later.` } },
    ]);
    expect(err).toBe(`kg: ${WORDS} Nothing was changed; try again later.\n`);
    expect(await revision()).toBe(1);
  });

  test('names itself to others while it waits, says whom it waits for, and goes on when the lock is free', async () => {
    const holder = await holdLock(SOMEONE);
    const { process: child, ended } = startKg(['apply', '--yes', '--seeds', folder], env);
    const told = new Promise<string>((resolve) =>
      child.stderr?.once('data', (text) => resolve(String(text))),
    );
    expect(await told).toBe(`${WORDS} Waiting up to 30 s for it …\n`);
    const waiting = await graph.read({
      text: 'SHOW TRANSACTIONS YIELD metaData WHERE metaData.token IS NOT NULL RETURN metaData.who AS who, metaData.what AS what',
      parameters: {},
    });
    expect(waiting).toEqual([
      { who: expect.stringMatching(new RegExp(`@.+ process ${child.pid}$`)), what: 'kg apply' },
    ]);
    await holder.rollback();
    const { code, out } = await ended;
    expect([code, out]).toEqual([0, expect.stringContaining('Applied: revision 2')]);
  });

  test('that changed the graph meanwhile is told that its plan is stale', async () => {
    const holder = await holdLock(SOMEONE);
    const { process: child, ended } = startKg(['apply', '--yes', '--seeds', folder], env);
    await new Promise<void>((resolve) => child.stderr?.once('data', () => resolve()));
    await holder.run("MATCH (g:KnowledgeGraph {id: 'graph'}) SET g.revision = 2, g.digest = 'other'");
    await holder.commit();
    expect(await ended).toMatchObject({ code: 4, err: expect.stringMatching(/at revision 2.*plan again/) });
  });

  test('of other hands than ours, is refused too, and told since when it is held', async () => {
    await holdLock();
    const { code, err } = await kg(['rollback', '1', '--yes', '--wait', '0'], env);
    expect([code, err]).toEqual([0, '']);
    const applied = await kg(['apply', '--yes', '--wait', '1', '--seeds', folder], env);
    expect(applied.code).toBe(4);
    expect(applied.err).toMatch(
      /^kg: Another transaction, no apply, holds the lock of the graph since 20\S+\. /,
    );
  });

  test('that is stopped by Ctrl-C while it waits ends with 130 and says what became of the graph', async () => {
    const holder = await holdLock(SOMEONE);
    const { process: child, ended } = startKg(['apply', '--yes', '--json', '--seeds', folder], env);
    const heard = (words: string) =>
      new Promise<void>((resolve) =>
        child.stderr?.on('data', (text) => String(text).includes(words) && resolve()),
      );
    await heard('holds the lock');
    child.kill('SIGINT');
    await heard('Stopping');
    await holder.rollback();
    const message = 'Interrupted: the graph is still at revision 1.';
    const { code, out, err } = await ended;
    expect([code, JSON.parse(out)]).toEqual([130, { error: { code: 'interrupted', message } }]);
    expect(err).toMatch(new RegExp(`\nkg: ${message}\n$`));
    expect(await revision()).toBe(1);
  });

  test('that is stopped by Ctrl-C while it writes undoes what it wrote, and says so', async () => {
    const { process: child, ended } = startKg(['apply', '--yes', '--seeds', manyPolicies()], env);
    await isWriting();
    child.kill('SIGINT');
    expect(await ended).toMatchObject({
      code: 130,
      err: expect.stringContaining('kg: Interrupted: the graph is still at revision 1.\n'),
    });
    expect(await graph.read({ text: 'MATCH (p:Policy) RETURN count(p) AS there', parameters: {} })).toEqual([
      { there: 1 },
    ]);
  });

  test('that died is waited for no longer: the next one applies', async () => {
    const { process: child, ended } = startKg(['apply', '--yes', '--seeds', manyPolicies()], env);
    await isWriting();
    child.kill('SIGKILL');
    await ended;
    expect((await kg(['apply', '--yes', '--wait', '10', '--seeds', folder], env)).code).toBe(0);
    expect(await revision()).toBe(2);
  });
});
