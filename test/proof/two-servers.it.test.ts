/** Two servers on one graph, while a curator applies and edits manually: each answer is wholly of one revision (§16.4). */

import { afterAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { findFreePort } from '../../src/neo4j/local/find-free-port.ts';
import { type Answer, ask } from '../api/ask.ts';
import { datasetOf } from '../changes/apply-seeds.ts';
import { kg, startKg, writeSeeds } from '../cli/run-kg.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { howMany, tellProof } from './proof-size.ts';
import { answersOf, QUESTIONS, type Question, seedsOf } from './versions.ts';

const APPLIES = howMany('APPLIES', 4, 60);
/** How many manual edits are made and taken back after each apply. */
const EDITS = 2;
const env = { NEO4J_URI: workerNeo4j().uri };

const graph: Graph = openTestGraph();
afterAll(() => graph.close());

/** The fact that manual edits end. */
const EDITED = { type: 'POLICY_APPLIES_IN', from: 'policy:p0' };
const edit = (toDay: string) =>
  graph.write((run) =>
    run({
      text: `MATCH (:Policy {id: $from})-[r:${EDITED.type}]->() SET r.toDay = ${toDay}`,
      parameters: { from: EDITED.from },
    }),
  );

/** A dataset as it is while it is edited. */
function edited(dataset: Dataset): Dataset {
  const relationships = [...dataset.relationships].map(([key, fact]) => {
    const isEdited = fact.type === EDITED.type && fact.from === EDITED.from;
    const properties = { ...fact.properties, ...(isEdited ? { validTo: '2020-06-30' } : {}) };
    return [key, { ...fact, properties }] as const;
  });
  return { ...dataset, relationships: new Map(relationships) };
}

interface Asked {
  readonly server: number;
  readonly question: Question;
  readonly answer: Answer;
}

/** Asks a server all questions, again and again, until it is enough. */
async function askOnAndOn(
  server: number,
  url: string,
  into: Asked[],
  isEnough: () => boolean,
): Promise<void> {
  const questions = Object.keys(QUESTIONS) as Question[];
  await Promise.all(
    questions.map(async (question) => {
      while (!isEnough()) into.push({ server, question, answer: await ask(url, QUESTIONS[question]) });
    }),
  );
}

/** Starts `kg serve`, and waits until it answers; it may still be asking its examples. */
async function startServer(seeds: string) {
  const port = await findFreePort(0);
  const url = `http://127.0.0.1:${port}`;
  const server = startKg(['serve', '--seeds', seeds], { ...env, PORT: String(port) });
  const answers = async () => (await fetch(`${url}/health`).catch(() => undefined))?.status;
  await expect.poll(answers, { timeout: 120_000, interval: 100 }).toBe(200);
  return { ...server, url };
}

test(`each answer of two servers is wholly of one revision, over ${APPLIES} applies and manual edits`, async () => {
  await emptyGraph(graph);
  const folder = writeSeeds({ 'city.yaml': seedsOf(0) });
  const versions = new Map<number, number>();
  const apply = async (version: number) => {
    writeSeeds({ 'city.yaml': seedsOf(version) }, folder);
    const { code, out, err } = await kg(['apply', '--yes', '--json', '--seeds', folder], env);
    expect(code, err).toBe(0);
    versions.set((JSON.parse(out) as { readonly revision: number }).revision, version);
  };
  await apply(0);
  const servers = await Promise.all([startServer(folder), startServer(folder)]);
  const asked: Asked[] = [];
  let enough = false;
  const asking = servers.map(({ url }, server) => askOnAndOn(server, url, asked, () => enough));
  for (let turn = 1; turn <= APPLIES; turn += 1) {
    // Every third takes the one before back, so that the same facts are there as before.
    await apply(turn % 3 === 0 ? turn - 2 : turn);
    for (let time = 0; time < EDITS; time += 1) {
      await edit('20200630');
      await edit('99991231');
    }
  }
  enough = true;
  await Promise.all(asking);
  for (const { process } of servers) process.kill('SIGTERM');
  await Promise.all(servers.map(({ ended }) => ended));

  const expected = new Map(
    [...versions].map(([revision, version]) => {
      const dataset = datasetOf(seedsOf(version));
      return [revision, [answersOf(dataset), answersOf(edited(dataset))]] as const;
    }),
  );
  const answered = asked.filter(({ answer }) => answer.status === 200);
  const mixed = answered.filter(({ question, answer }) => {
    const revision = Number(answer.headers.get('graph-revision'));
    return !expected.get(revision)?.some((each) => each[question] === JSON.stringify(answer.data));
  });
  expect(
    mixed.map(({ question, answer }) => [question, answer.headers.get('graph-revision'), answer.text]),
  ).toEqual([]);
  const refused = asked.filter(({ answer }) => answer.status !== 200);
  expect(refused.filter(({ answer }) => ![503, 504].includes(answer.status))).toEqual([]);
  const revisions = [0, 1].map(
    (server) =>
      new Set(
        answered
          .filter((each) => each.server === server)
          .map(({ answer }) => answer.headers.get('graph-revision')),
      ).size,
  );
  tellProof(
    `two servers: ${answered.length} answers, ${refused.length} refused, of ${revisions.join(' and ')} revisions`,
  );
  // Answers of one revision alone would prove nothing.
  expect(Math.min(...revisions)).toBeGreaterThan(APPLIES / 2);
}, 1_800_000);
