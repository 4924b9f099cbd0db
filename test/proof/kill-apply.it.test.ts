/** `kill -9` of `kg apply` at any point of time: the graph is the old revision or the new one, and nobody is blocked. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { applyDataset } from '../changes/apply-seeds.ts';
import { kg, type Ran, startKg } from '../cli/run-kg.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { type Aim, type AimedWay, openAimedWay } from './aimed-way.ts';
import { auditGraph } from './audit-graph.ts';
import { byDigest, readState } from './proof-seeds.ts';
import { howMany, tellProof } from './proof-size.ts';

/** When to kill: a share of the time that an apply takes, or at a message between it and Neo4j, and how long after. */
type Point =
  | { readonly share: number }
  | (Omit<Aim, 'nth'> & { readonly at: number; readonly delay: number });

const KILLS = howMany('KILLS', 12, 200);
const SEED = 20_240_101;

/** A share in thousandths: all equally likely, as doubles would not be. */
const share = (most: number) => fc.nat(most).map((thousandths) => thousandths / 1_000);

/** Half over the whole time, a third over the statements, the rest at the commit. */
const point: fc.Arbitrary<Point> = fc.noBias(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ share: share(1_050) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        message: fc.constant('RUN' as const),
        at: share(999),
        when: fc.constantFrom('before' as const, 'sent' as const, 'answered' as const),
        delay: fc.nat(5),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        message: fc.constant('COMMIT' as const),
        at: fc.constant(0.999),
        when: fc.constantFrom('before' as const, 'sent' as const, 'sent' as const, 'answered' as const),
        delay: fc.nat(20),
      }),
    },
  ),
);

const states = [readState(0), readState(1)] as const;
const known = byDigest(states);

let graph: Graph;
let way: AimedWay;
beforeAll(async () => {
  graph = openTestGraph();
  way = await openAimedWay(workerNeo4j().uri);
  await emptyGraph(graph);
});
afterAll(async () => {
  way.close();
  await graph.close();
});

interface Killed extends Ran {
  readonly signal: NodeJS.Signals | null;
}

async function applyAndKill(folder: string, kill: Point, whole: Measured): Promise<Killed> {
  const run = startKg(['apply', '--yes', '--seeds', folder], { NEO4J_URI: way.uri });
  const strike = () => void run.process.kill('SIGKILL');
  if ('share' in kill) {
    way.aim(undefined, strike);
    const timer = setTimeout(strike, kill.share * whole.milliseconds);
    void run.ended.then(() => clearTimeout(timer));
  } else {
    const nth = 1 + Math.floor(kill.at * (kill.message === 'RUN' ? whole.statements : whole.commits));
    way.aim({ message: kill.message, nth, when: kill.when }, () => void setTimeout(strike, kill.delay));
  }
  const ran = await run.ended;
  return { ...ran, signal: run.process.signalCode };
}

interface Measured {
  readonly milliseconds: number;
  readonly statements: number;
  readonly commits: number;
}

/** Applies the states undisturbed until Neo4j has planned every statement, and takes the measure of the last. */
async function measure(): Promise<Measured> {
  let milliseconds = 0;
  for (const { folder } of [...states, ...states]) {
    way.aim(undefined, () => undefined);
    const start = performance.now();
    const ran = await kg(['apply', '--yes', '--seeds', folder], { NEO4J_URI: way.uri });
    expect(ran, ran.err).toMatchObject({ code: 0 });
    milliseconds = performance.now() - start;
  }
  return { milliseconds, statements: way.seen('RUN'), commits: way.seen('COMMIT') };
}

test(`an apply killed at ${KILLS} points of time leaves the old revision or the new one, and the next applies`, async () => {
  const whole = await measure();
  const points = fc.sample(point, { numRuns: KILLS, seed: SEED });
  const findings: string[] = [];
  const counts = { killed: 0, 'ended before': 0, old: 0, new: 0 };
  let [is, revision] = [1, 2 * states.length];
  let longest = 0;
  for (const [at, kill] of points.entries()) {
    const goal = 1 - is;
    const [before, after] = [states[is], states[goal]];
    if (!before || !after) throw new Error('there are two states');
    const ran = await applyAndKill(after.folder, kill, whole);
    const start = performance.now();
    const { state, findings: found } = await graph.write((run) => auditGraph(run, known));
    longest = Math.max(longest, performance.now() - start);
    const isNew = state.digest === after.digest;
    const expected = isNew ? [after.digest, revision + 1] : [before.digest, revision];
    const told = [...found];
    if (state.digest !== expected[0] || state.revision !== expected[1])
      told.push('it is neither old nor new');
    if (ran.signal === null && (ran.code !== 0 || !isNew)) told.push(`it ended with ${ran.code}: ${ran.err}`);
    const early = !('share' in kill) && kill.when === 'before';
    if (ran.signal !== null && early && isNew)
      told.push('a statement came later, and it is new all the same');
    findings.push(...told.map((finding) => `${at} ${JSON.stringify(kill)}: ${finding}`));
    counts[ran.signal === null ? 'ended before' : 'killed']++;
    counts[isNew ? 'new' : 'old']++;
    revision = state.revision;
    // Nothing is unlocked in between. Now and then the next one is a whole process again.
    if (!isNew && at % 8 === 0) {
      const next = await kg(['apply', '--yes', '--seeds', after.folder], { NEO4J_URI: workerNeo4j().uri });
      if (next.code !== 0) findings.push(`${at}: the next apply ended with ${next.code}: ${next.err}`);
    } else if (!isNew) await applyDataset(graph, after.dataset);
    if (!isNew) revision += 1;
    is = goal;
  }
  tellProof(
    `killed applies: ${JSON.stringify({ ...counts, seed: SEED, revisions: revision, ...whole, longestAudit: longest })}`,
  );
  expect(findings).toEqual([]);
  const back = await kg(['rollback', '1', '--yes'], { NEO4J_URI: workerNeo4j().uri });
  expect(back.code, back.err).toBe(0);
  const { state, findings: last } = await graph.write((run) => auditGraph(run, known));
  expect({ last, digest: state.digest }).toEqual({ last: [], digest: states[0].digest });
}, 3_600_000);
