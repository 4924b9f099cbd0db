/** Several applies at once: as if one had come after the other, and a dead one blocks nobody. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { STATE_STATEMENT, stateOf } from '../../src/graph/reading/read-state.ts';
import { kg, startKg } from '../cli/run-kg.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { openAimedWay } from './aimed-way.ts';
import { auditGraph } from './audit-graph.ts';
import { byDigest, readState } from './proof-seeds.ts';
import { howMany, tellProof } from './proof-size.ts';

/** Six states for eight applies: two of them are wanted twice. */
const states = [0, 1, 2, 3, 4, 5].map(readState);
const wanted = [...states, ...states.slice(0, 2)];
const known = byDigest(states);
const ROUNDS = howMany('ROUNDS', 1, 8);
const env = { NEO4J_URI: workerNeo4j().uri };

let graph: Graph;
beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

/** A Neo4j as it is before anybody has applied anything: no constraint either. */
async function forgetEverything(): Promise<void> {
  await emptyGraph(graph);
  await graph.write((run) => run({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }));
  const constraints = await graph.changeSchema({
    text: 'SHOW CONSTRAINTS YIELD name RETURN name',
    parameters: {},
  });
  for (const { name } of constraints) {
    await graph.changeSchema({ text: `DROP CONSTRAINT ${String(name)}`, parameters: {} });
  }
}

async function revisionNow(): Promise<number> {
  return stateOf(await graph.read(STATE_STATEMENT)).revision;
}

test(`eight applies at once, ${ROUNDS} times, equal some order of them, and none waits for ever`, async () => {
  const findings: string[] = [];
  const ends = new Map<string, number>();
  await forgetEverything();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const base = await revisionNow();
    const ran = await Promise.all(
      wanted.map(({ folder }) => kg(['apply', '--yes', '--json', '--seeds', folder], env)),
    );
    const { state, findings: found } = await graph.write((run) => auditGraph(run, known));
    findings.push(...found.map((finding) => `round ${round}: ${finding}`));
    const applied = new Map<number, string>();
    for (const [at, { code, out, err }] of ran.entries()) {
      const end = `ended with ${code}`;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      if (code === 4 && err.trim() !== '') continue;
      if (code !== 0) findings.push(`round ${round}: apply ${at} ${end}: ${err}`);
      else {
        const told = JSON.parse(out) as { applied: boolean; revision: number; digest: string };
        if (told.digest !== wanted[at]?.digest)
          findings.push(`round ${round}: apply ${at} told another digest`);
        if (told.applied && applied.has(told.revision)) findings.push(`two made revision ${told.revision}`);
        if (told.applied) applied.set(told.revision, told.digest);
      }
    }
    const revisions = [...applied.keys()].sort((a, b) => a - b);
    expect(revisions).toEqual(revisions.map((_, at) => base + 1 + at));
    expect(revisions.length).toBeGreaterThan(0);
    expect(state.revision).toBe(revisions.at(-1));
    expect(state.digest).toBe(applied.get(state.revision));
    // Whoever came too late says so again, and is served.
    const late = ran.findIndex(({ code }) => code === 4);
    const again = wanted[late];
    if (again) {
      const next = await kg(['apply', '--yes', '--seeds', again.folder], env);
      expect(next.code, next.err).toBe(0);
    }
  }
  tellProof(`applies at once: ${JSON.stringify({ rounds: ROUNDS, ...Object.fromEntries(ends) })}`);
  expect(findings).toEqual([]);
}, 1_800_000);

test('who waits for an apply that is killed in mid-transaction goes on', async () => {
  const way = await openAimedWay(workerNeo4j().uri);
  const [first, second, third] = states;
  if (!first || !second || !third) throw new Error('there are six states');
  for (const { folder } of [first, second, first]) {
    way.aim(undefined, () => undefined);
    const { code, err } = await kg(['apply', '--yes', '--seeds', folder], { NEO4J_URI: way.uri });
    expect(code, err).toBe(0);
  }
  const base = await revisionNow();
  // Its last statements all lie behind the lock. Neo4j's answer is kept back: it holds the lock and goes on no more.
  const holds = new Promise<void>((resolve) => {
    way.aim({ message: 'RUN', nth: way.seen('RUN') - 2, when: 'answered' }, resolve);
  });
  const holder = startKg(['apply', '--yes', '--seeds', second.folder], { NEO4J_URI: way.uri });
  await holds;
  const waiter = startKg(['apply', '--yes', '--json', '--seeds', third.folder], env);
  let [blocked, ended] = [false, false];
  void waiter.ended.then(() => {
    ended = true;
  });
  while (!blocked && !ended) {
    const [row] = await graph.read({
      text: "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS blocked",
      parameters: {},
    });
    blocked = Number(row?.blocked) > 0;
  }
  expect(blocked, 'it did not wait').toBe(true);
  expect(await revisionNow()).toBe(base);
  holder.process.kill('SIGKILL');
  await holder.ended;
  const ran = await waiter.ended;
  way.close();
  expect(ran.code, ran.err).toBe(0);
  const { state, findings } = await graph.write((run) => auditGraph(run, known));
  expect({ findings, revision: state.revision, digest: state.digest }).toEqual({
    findings: [],
    revision: base + 1,
    digest: third.digest,
  });
}, 600_000);
