/** Readers that lag: statements go to two Neo4js, of which one is a revision behind, and no answer mixes both (§16.4). */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterAll, expect, inject, test } from 'vitest';
import { openOperations } from '../../src/api/open-operations.ts';
import { type Graph, openGraph } from '../../src/graph/graph.ts';
import { readSetting } from '../../src/graph/read-setting.ts';
import { STATE_STATEMENT } from '../../src/graph/read-state.ts';
import { openDatabase } from '../../src/neo4j/open-database.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { buildSchema } from '../run-operation.ts';
import { isLong, tellProof } from './proof-size.ts';
import { answersOf, QUESTIONS, type Question, seedsOf } from './versions.ts';

const APPLIES = 30;
const QUESTIONS_EACH = 8;

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/** A second Neo4j, which is empty. */
async function openFollower(): Promise<Graph> {
  const home = await mkdtemp(join(tmpdir(), 'kg-follower-'));
  ends.push(() => rm(home, { recursive: true, force: true }));
  const none = { uri: undefined, user: undefined, password: undefined, database: undefined };
  const database = await openDatabase({
    settings: { ...none, dataFolder: '.neo4j', neo4jVersion: '5.26' },
    home,
    env: process.env,
    progress: () => undefined,
    ask: readSetting,
    ports: { bolt: 0, http: 0 },
  });
  ends.push(() => database.close());
  const graph = openGraph(database);
  ends.push(() => graph.close());
  return graph;
}

async function bookmarkOf(member: Graph): Promise<string> {
  let bookmark = '';
  await member.read(STATE_STATEMENT, {
    sawBookmark: (seen) => {
      bookmark = seen;
    },
  });
  return bookmark;
}

/** Two Neo4js as one: each statement goes to either; of the same commit both show the same bookmark, as members do. */
function joinMembers(members: readonly [Graph, Graph]) {
  const commits = new Map<string, string>();
  let sent = 0;
  const graph: Graph = {
    ...members[0],
    read(statement, options = {}) {
      sent += 1;
      // Neither in turn nor at random: the same on each run, and in every order after a while.
      const at = (sent * sent + (sent >> 2)) % 3 === 0 ? 1 : 0;
      const sawBookmark = (seen: string) => options.sawBookmark?.(commits.get(`${at} ${seen}`) ?? seen);
      return members[at].read(statement, { ...options, sawBookmark });
    },
  };
  const name = async (at: 0 | 1, commit: string) =>
    void commits.set(`${at} ${await bookmarkOf(members[at])}`, commit);
  return { graph, name };
}

test.runIf(isLong() && inject('neo4j').whyNoOwn === undefined)(
  'no answer is of two revisions where readers lag',
  async () => {
    const leader = openTestGraph();
    ends.push(() => leader.close());
    await emptyGraph(leader);
    const members = [leader, await openFollower()] as const;
    const { graph, name } = joinMembers(members);
    const { model, schema } = buildSchema();
    const operate = openOperations(model, schema, graph, { timeout: 60_000 });
    const seen = { answered: 0, refused: 0, mixed: [] as unknown[], revisions: new Set<number>() };
    const expected = new Map<number, ReturnType<typeof answersOf>>();
    const ask = async () => {
      for (const [question, text] of Object.entries(QUESTIONS) as [Question, string][]) {
        const { data, errors, revision } = await operate(parse(text), {});
        if (errors.length > 0) {
          expect(errors.map(({ extensions }) => extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);
          seen.refused += 1;
          continue;
        }
        seen.answered += 1;
        seen.revisions.add(revision);
        if (JSON.stringify(data) !== expected.get(revision)?.[question])
          seen.mixed.push({ question, revision });
      }
    };
    for (let turn = 0; turn < APPLIES; turn += 1) {
      const dataset = datasetOf(seedsOf(turn % 3 === 2 ? turn - 2 : turn));
      const { revision } = await applyDataset(members[0], dataset);
      expected.set(revision, answersOf(dataset));
      await name(0, `commit ${turn}`);
      if (turn > 0) for (let each = 0; each < QUESTIONS_EACH; each += 1) await ask();
      await applyDataset(members[1], dataset);
      await name(1, `commit ${turn}`);
      await ask();
    }
    tellProof(
      `lagging reader: ${seen.answered} answered, ${seen.refused} refused, ${seen.revisions.size} revisions`,
    );
    expect(seen.mixed).toEqual([]);
    expect(seen.revisions.size).toBeGreaterThan(APPLIES / 2);
  },
  1_800_000,
);
