/** Two servers on one graph, while a curator applies and edits manually: each answer is wholly of one revision (§16.4). */

import { afterAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { type Answer, ask } from '../api/ask.ts';
import { datasetOf } from '../changes/apply-seeds.ts';
import { kg, writeSeeds } from '../cli/run-kg.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { checkHistory, type HistoryStep } from './check-history.ts';
import { howMany, tellProof } from './proof-size.ts';
import { serveBeside } from './serve-beside.ts';
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
  /** When, in ms on the clock of this process. */
  readonly began: number;
  readonly ended: number;
}

/** What a read saw, as a history has it. */
function stepOf({ server, question, answer, began, ended }: Asked): HistoryStep {
  const isAnswered = answer.status === 200;
  return {
    ...{ kind: 'read', who: `server ${server}`, began, ended },
    revision: isAnswered ? Number(answer.headers.get('graph-revision')) : undefined,
    ...(isAnswered ? { saw: `${question} ${JSON.stringify(answer.data)}` } : {}),
  };
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
      while (!isEnough()) {
        const began = performance.now();
        const answer = await ask(url, QUESTIONS[question]);
        into.push({ server, question, answer, began, ended: performance.now() });
      }
    }),
  );
}

test(`each answer of two servers is wholly of one revision, over ${APPLIES} applies and manual edits`, async () => {
  await emptyGraph(graph);
  const folder = writeSeeds({ 'city.yaml': seedsOf(0) });
  const versions = new Map<number, number>();
  const applied: HistoryStep[] = [];
  const change = async (version: number, args: readonly string[]) => {
    const began = performance.now();
    const { code, out, err } = await kg([...args, '--yes', '--json'], env);
    expect(code, err).toBe(0);
    const { revision } = JSON.parse(out) as { readonly revision: number };
    versions.set(revision, version);
    applied.push({ kind: 'apply', who: args.join(' '), began, ended: performance.now(), revision });
  };
  const apply = async (version: number) => {
    writeSeeds({ 'city.yaml': seedsOf(version) }, folder);
    await change(version, ['apply', '--again', '--seeds', folder]);
  };
  /** The revision that made a version for the first time. */
  const revisionOf = (version: number) => [...versions].find(([, of]) => of === version)?.[0] ?? 0;
  await apply(0);
  const servers = await Promise.all([serveBeside(folder, env), serveBeside(folder, env)]);
  const asked: Asked[] = [];
  let enough = false;
  const asking = servers.map(({ url }, server) => askOnAndOn(server, url, asked, () => enough));
  for (let turn = 1; turn <= APPLIES; turn += 1) {
    // Every third goes back before the one before, so that the same facts are there as then.
    const back = turn - 2;
    if (turn % 3 === 0) await change(back, ['rollback', String(revisionOf(back))]);
    else await apply(turn);
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
  const isOf = (revision: number, saw: string) =>
    expected
      .get(revision)
      ?.some((answers) =>
        Object.entries(answers).some(([question, text]) => saw === `${question} ${text}`),
      ) === true;
  const [row] = await graph.read({
    text: 'MATCH (r:Revision) RETURN collect(r.number) AS ledger',
    parameters: {},
  });
  const ledger = row?.ledger as readonly number[];
  expect(checkHistory({ steps: [...applied, ...asked.map(stepOf)], ledger, isOf })).toEqual([]);
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
