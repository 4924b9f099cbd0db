/** What one size of seeds costs: to validate, to load for the first time, and to change by one record. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Model } from '../../src/model/model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { findRedone } from '../../src/plan/undo/find-redone.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { datasetSteps } from './dataset-steps.ts';
import { editOneRecord } from './edit-one-record.ts';
import { makeSeeds } from './make-seeds.ts';
import { measureKg } from './measure-kg.ts';
import { measureQuestions, type QuestionCosts } from './measure-questions.ts';
import { median, medians } from './median.ts';
import { parseAlone } from './parse-alone.ts';
import { startBenchNeo4j } from './start-bench-neo4j.ts';
import { type TimedGraph, timedGraph } from './timed-graph.ts';
import { writeSeedFiles } from './write-seed-files.ts';

/** What to measure. */
export interface CostOptions {
  readonly model: Model;
  readonly records: number;
  readonly seed: number;
  readonly repetitions: number;
  /** The heap of Neo4j, in the notation of Java. */
  readonly heap: string;
}

/** Numbers by what they are of: milliseconds, unless the name says otherwise. */
export type Costs = Readonly<Record<string, number>>;

/** What a size of seeds costs. */
export interface SizeCost {
  readonly records: number;
  /** The process `kg validate`, and the same work in a process that is warm. */
  readonly validate: Costs;
  /** Loading all of it into an empty graph. */
  readonly first: Costs;
  /** One changed record, by phases. */
  readonly change: Costs;
  /** Each question beside a point read, and deep pages beside the first. */
  readonly asked: QuestionCosts;
}

/** How often a change is made before the first one that counts. */
const WARM_UP = 2;
/** A command takes as long as all phases together: it is run less often. */
const KG_TIMES = 3;
/** A question takes milliseconds, and is asked more often. */
const QUESTION_TIMES = 15;

/** Measures one size on a Neo4j of its own. */
export async function measureCost(options: CostOptions): Promise<SizeCost> {
  const { records, repetitions } = options;
  const folder = mkdtempSync(join(tmpdir(), 'kg-bench-seeds-'));
  const files = makeSeeds(records, options.seed);
  writeSeedFiles(files, folder);
  const kgTimes = Math.min(repetitions, KG_TIMES);
  const validate = await medians(kgTimes, async () => {
    const { milliseconds, peakMemory } = await measureKg(['validate', '--seeds', folder]);
    return { kg: milliseconds, 'MB at most': peakMemory, 'yaml alone': parseAlone(files) };
  });
  const neo4j = await startBenchNeo4j(options.heap);
  try {
    const timed = timedGraph(neo4j.graph);
    const { path, text } = editOneRecord(files);
    const write = (as: string) => writeFileSync(join(folder, path), as);
    const before = readDesired(options.model, folder);
    write(text);
    const after = readDesired(options.model, folder);
    const first = await measureFirst(options, before, timed);
    let turn = 0;
    const change = () => {
      turn += 1;
      return measureChange(options, turn % 2 === 1 ? after : before, timed);
    };
    await medians(WARM_UP, change);
    const phases = await medians(repetitions, change);
    const env = {
      NEO4J_URI: neo4j.uri,
      NEO4J_USER: 'neo4j',
      NEO4J_PASSWORD: neo4j.password,
      NEO4J_DATABASE: '',
    };
    const commands = await medians(kgTimes, async () => {
      turn += 1;
      write(turn % 2 === 1 ? text : (files.get(path) ?? ''));
      const plan = await measureKg(['plan', '--seeds', folder], env);
      const apply = await measureKg(['apply', '--yes', '--seeds', folder], env);
      return { 'kg plan': plan.milliseconds, 'kg apply': apply.milliseconds, 'MB at most': apply.peakMemory };
    });
    const asked = await measureQuestions(options.model, neo4j.graph, QUESTION_TIMES);
    const memory = await neo4j.peakMemory();
    return {
      records,
      validate,
      first: { ...first, ...(memory === undefined ? {} : { 'MB of Neo4j': memory }) },
      change: { read: median([before.read, after.read]), derive: after.derive, ...phases, ...commands },
      asked,
    };
  } finally {
    await neo4j.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureFirst({ model }: CostOptions, read: ReadDesired, timed: TimedGraph): Promise<Costs> {
  const { desired } = read;
  const sums = { plan: 0, apply: 0, 'apply, database': 0, revisions: 0 };
  for (const step of datasetSteps(desired)) {
    const planning = await measure(timed, () => plan(model, step, timed.graph));
    const applying = await measure(timed, () => applyPlan(model, timed.graph, planning.result));
    sums.plan += planning.whole;
    sums.apply += applying.whole;
    sums['apply, database'] += applying.database;
    sums.revisions += 1;
  }
  return {
    nodes: desired.nodes.size,
    relationships: desired.relationships.size,
    read: read.read,
    derive: read.derive,
    ...sums,
  };
}

/** One change, from what the seeds say now to the next revision. */
async function measureChange(
  { model }: CostOptions,
  { desired }: ReadDesired,
  timed: TimedGraph,
): Promise<Costs> {
  const planning = await measure(timed, () => plan(model, desired, timed.graph));
  const applying = await measure(timed, () => applyPlan(model, timed.graph, planning.result));
  return {
    'plan, itself': planning.whole - planning.database,
    'plan, database': planning.database,
    'plan, statements': planning.statements,
    'plan, rows': planning.rows,
    'apply, itself': applying.whole - applying.database,
    'apply, database': applying.database,
    'apply, statements': applying.statements,
    'apply, rows': applying.rows,
    changes: planning.result.changes.length,
  };
}

/** What `kg plan` asks of a graph. */
function plan(model: Model, desired: Dataset, graph: Graph): Promise<Plan> {
  return graph.readAll(async (run) => {
    const made = await makePlan(model, desired, run);
    await findRedone(model, made, run);
    return made;
  });
}

/** A dataset, and what reading it took. */
interface ReadDesired {
  readonly desired: Dataset;
  readonly read: number;
  readonly derive: number;
}

function readDesired(model: Model, folder: string): ReadDesired {
  const start = performance.now();
  const { dataset, diagnostics } = readSeeds(model, [folder]);
  const read = performance.now() - start;
  if (!dataset) throw new Error(`made seeds have faults: ${diagnostics[0]?.message.en}`);
  const desired = deriveFacts(model, dataset);
  return { desired, read, derive: performance.now() - start - read };
}

async function measure<T>(
  timed: TimedGraph,
  work: () => Promise<T>,
): Promise<{
  readonly result: T;
  readonly whole: number;
  readonly database: number;
  readonly statements: number;
  readonly rows: number;
}> {
  timed.take();
  const start = performance.now();
  const result = await work();
  const whole = performance.now() - start;
  const { milliseconds: database, statements, rows } = timed.take();
  return { result, whole, database, statements, rows };
}
