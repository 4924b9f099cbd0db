/** `kill -9` of Neo4j itself in mid-apply: started again on the same data, it holds the old revision or the new one. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Graph, openGraph } from '../../src/graph/graph.ts';
import { readSetting } from '../../src/graph/reading/read-setting.ts';
import { type LocalNeo4j, startLocalNeo4j } from '../../src/neo4j/local/local-neo4j.ts';
import { readProcessMark, waitForEnd } from '../../src/neo4j/process/process-mark.ts';
import { applyDataset } from '../changes/apply-seeds.ts';
import { kg } from '../cli/run-kg.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { type Aim, openAimedWay } from './aimed-way.ts';
import { auditGraph } from './audit-graph.ts';
import { byDigest, readState } from './proof-seeds.ts';
import { howMany, tellProof } from './proof-size.ts';

const KILLS = howMany('NEO4J_KILLS', 2, 20);
const SEED = 20_240_102;
const states = [readState(0), readState(1)] as const;
const known = byDigest(states);

/** Half at the statements that write, which come last, half at the commit: there is where a database could be torn. */
const point = fc.noBias(
  fc.oneof(
    fc.record({
      message: fc.constant<Aim['message']>('RUN'),
      fromLast: fc.nat(20),
      when: fc.constantFrom<Aim['when']>('sent', 'answered'),
      delay: fc.nat(20),
    }),
    fc.record({
      message: fc.constant<Aim['message']>('COMMIT'),
      fromLast: fc.constant(0),
      when: fc.constantFrom<Aim['when']>('sent', 'sent', 'sent', 'answered'),
      delay: fc.nat(30),
    }),
  ),
);

let home: string;
let neo4j: LocalNeo4j | undefined;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kg-kill-'));
});
afterAll(async () => {
  await neo4j?.close();
  await rm(home, { recursive: true, force: true });
});

/** The Neo4j of the one data folder, and a door to it that nobody kills. */
async function start(): Promise<{
  readonly pid: number;
  readonly uri: string;
  readonly password: string;
  readonly graph: Graph;
}> {
  neo4j = await startLocalNeo4j({
    dataFolder: '.neo4j',
    home,
    neo4jVersion: '5.26',
    env: process.env,
    progress: () => undefined,
    ask: readSetting,
    keep: false,
    memory: { heap: '256m', pageCache: '32m' },
    ports: { bolt: 0, http: 0 },
  });
  const { connection, pid } = neo4j.status;
  if (!connection || pid === undefined) throw new Error('it runs, and has no address');
  return { pid, uri: connection.uri, password: connection.password, graph: openGraph(connection) };
}

test.skipIf(workerNeo4j().whyNoOwn !== undefined)(
  `a Neo4j killed at ${KILLS} points in mid-apply holds the old revision or the new one when it runs again`,
  async () => {
    const findings: string[] = [];
    const counts = { old: 0, new: 0 };
    let { pid, uri, password, graph } = await start();
    await applyDataset(graph, states[1].dataset);
    const measuring = await openAimedWay(uri);
    measuring.aim(undefined, () => undefined);
    const measured = await kg(['apply', '--yes', '--seeds', states[0].folder], {
      NEO4J_URI: measuring.uri,
      NEO4J_PASSWORD: password,
    });
    expect(measured.code, measured.err).toBe(0);
    const last = { RUN: measuring.seen('RUN'), COMMIT: measuring.seen('COMMIT') };
    measuring.close();
    let [is, revision] = [0, 2];
    for (const kill of fc.sample(point, { numRuns: KILLS, seed: SEED })) {
      const goal = 1 - is;
      const after = states[goal] ?? states[0];
      const mark = await readProcessMark(pid);
      if (!mark) throw new Error('Neo4j is not there to be killed');
      const way = await openAimedWay(uri);
      let struck = false;
      way.aim({ ...kill, nth: last[kill.message] - kill.fromLast }, () => {
        struck = true;
        setTimeout(() => process.kill(pid, 'SIGKILL'), kill.delay);
      });
      const ran = await kg(['apply', '--yes', '--seeds', after.folder], {
        NEO4J_URI: way.uri,
        NEO4J_PASSWORD: password,
      });
      if (!struck) process.kill(pid, 'SIGKILL');
      await waitForEnd(mark, 60_000);
      way.close();
      await graph.close();
      await neo4j?.close();
      ({ pid, uri, graph } = await start());
      const { state, findings: found } = await graph.write((run) => auditGraph(run, known));
      const isNew = state.digest === after.digest;
      const told = [...found];
      if (!struck) told.push('there was nothing to aim at');
      if (state.revision !== revision + (isNew ? 1 : 0))
        told.push(`it is at ${state.revision} after ${revision}`);
      if (ran.code !== 3 && ran.code !== 0) told.push(`kg ended with ${ran.code}: ${ran.err}`);
      if (ran.code === 0 && !isNew) told.push('what kg said was applied is gone');
      findings.push(...told.map((finding) => `${JSON.stringify(kill)}: ${finding}`));
      counts[isNew ? 'new' : 'old']++;
      if (!isNew) await applyDataset(graph, after.dataset);
      revision += 1;
      is = goal;
    }
    tellProof(`killed databases: ${JSON.stringify({ kills: KILLS, ...counts, seed: SEED })}`);
    const { findings: end } = await graph.write((run) => auditGraph(run, known));
    await graph.close();
    expect([...findings, ...end]).toEqual([]);
  },
  3_600_000,
);
