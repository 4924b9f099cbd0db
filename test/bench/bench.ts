/** Measures this API and others on the same data, and the time of first questions and first loads; see README.md. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { todayIn } from '../../src/model/day.ts';
import { ANSWERED, type Running, startContender } from './contenders.ts';
import { editOneRecord } from './edit-one-record.ts';
import { LEAST_RECORDS, makeSeeds, type SeedFiles } from './make-seeds.ts';
import { makePlainLists, makeShapes, PLAIN, writtenShapes } from './make-shapes.ts';
import { forgetPlans, measureFirstUse } from './measure-first-use.ts';
import type { GroundCost } from './measure-ground.ts';
import { measureKg } from './measure-kg.ts';
import { leavingOut, type MeasuredLoad, measureLoads, measureRate } from './measure-load.ts';
import { parseAlone } from './parse-alone.ts';
import { copyToNeo4j, copyToPostgres } from './plain-copy.ts';
import { type BenchResult, type GroundResult, renderBench, writeBench } from './render-bench.ts';
import { seededRandom, shuffled } from './seeded-random.ts';
import { type BenchNeo4j, startBenchNeo4j } from './start-bench-neo4j.ts';
import { findPostgres, startPostgres } from './start-postgres.ts';
import { drawSubjects, type Subjects } from './subjects.ts';
import { type Contender, WORKLOADS } from './workloads.ts';
import { writeSeedFiles } from './write-seed-files.ts';

const USAGE =
  'Usage: bench [--full] [--records N] [--rounds N] [--seconds N] [--connections N] [--seed N] [--heap 2g] [--only load,rate,first-use,ground] [--workloads point,nested] [--write]\n';
const FULL_RECORDS = 30_000;
/** Drawn shapes; those of the tests and of the README come beside them. */
const SHAPES = 80;
const PLAIN_LISTS = 20;
const BAD_REQUEST = 400;
/** How many times more records the ground is measured with, alone. */
const LARGER = 10;
/** Firms in each request on the way to a deep page. */
const WALK = 200;
const SHARES = [0.5, 0.8];
/** The longest that the ground is measured, in ms. */
const LIMIT = 300_000;
/** Seeds that the rules read, and what those refer to. */
const GROUND_KEYS = [
  'agencies',
  'clusters',
  'industries',
  'measures',
  'policies',
  'regions',
  'sources',
  'zones',
];
const GROUND_OPTIONS = ['--max-old-space-size=6000', '--expose-gc', '--import', 'tsx'];

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    records: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
    heap: { type: 'string', default: '2g' },
    only: { type: 'string', default: 'load,rate,first-use,ground' },
    workloads: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const records = Number(values.records ?? (values.full ? FULL_RECORDS : 3_000));
const [rounds, seconds, connections, seed] = [
  Number(values.rounds),
  Number(values.seconds),
  Number(values.connections),
  Number(values.seed),
];
const parts = new Set(values.only.split(','));
const workloads = values.workloads === undefined ? undefined : new Set(values.workloads.split(','));
const numbers = [records, rounds, seconds, connections, seed];
if (!numbers.every((number) => Number.isInteger(number) && number > 0) || records < LEAST_RECORDS) {
  process.stderr.write(USAGE);
  process.exitCode = 64;
} else {
  const result = await bench();
  process.stdout.write(`${renderBench(result)}\n`);
  if (values.write) writeBench(result);
  if (result.leftOut.length > 0) process.exitCode = 1;
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function bench(): Promise<BenchResult> {
  if (!existsSync('test/bench/rivals/node_modules')) {
    progress('Installing the rivals …');
    execFileSync('npm', ['ci', '--prefix', 'test/bench/rivals'], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const folder = mkdtempSync(join(tmpdir(), 'kg-bench-seeds-'));
  const files = makeSeeds(records, seed);
  writeSeedFiles(files, folder);
  const neo4j = await startBenchNeo4j(values.heap);
  const env = {
    NEO4J_URI: neo4j.uri,
    NEO4J_PASSWORD: neo4j.password,
    BOLT_URI: neo4j.uri,
    BOLT_PASSWORD: neo4j.password,
    KG_SEEDS: folder,
    PORT: '0',
  };
  try {
    progress(`${records} records: validating, then loading …`);
    const validate = await measureKg(['validate', '--seeds', folder]);
    const apply = await measureKg(['apply', '--yes'], env);
    const load = { validate: validate.milliseconds, yaml: parseAlone(files), apply: apply.milliseconds };
    await copyToNeo4j(neo4j.graph, Number(todayIn('Asia/Shanghai').replaceAll('-', '')));
    const leftOut: string[] = [];
    const attempt = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
      if (!parts.has(name)) return undefined;
      return await leavingOut(leftOut, name, work);
    };
    const beside = await attempt('load', () => benchLoads(neo4j, env, { files, folder }, leftOut));
    const first = await attempt('first-use', () => benchFirstUse(neo4j, env));
    const ground = await attempt('ground', benchGround);
    return {
      records,
      connections,
      loads: beside?.loads ?? [],
      rates: beside?.rates ?? [],
      first,
      load,
      ground,
      leftOut,
    };
  } finally {
    await neo4j.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchLoads(
  neo4j: BenchNeo4j,
  env: Readonly<Record<string, string>>,
  seeds: { readonly files: SeedFiles; readonly folder: string },
  leftOut: string[],
): Promise<Pick<BenchResult, 'loads' | 'rates'>> {
  const bin = findPostgres();
  if (bin === undefined)
    progress('PostGraphile is left out: this machine has no PostgreSQL (apt install postgresql).');
  const postgres = bin === undefined ? undefined : await startPostgres(bin);
  if (postgres) await copyToPostgres(neo4j.graph, postgres);
  const names: readonly Contender[] = [
    'this API',
    'no answer kept',
    '@neo4j/graphql',
    'DataLoader',
    ...(postgres ? (['PostGraphile'] as const) : []),
    'by hand',
    'floor',
  ];
  const running: Running[] = [];
  try {
    for (const name of names) {
      progress(`Starting ${name} …`);
      running.push(await startContender(name, { ...env, ...(postgres ? { PG_URI: postgres.uri } : {}) }));
    }
    const own = running[0] as Running;
    progress('Drawing subjects …');
    const subjects = await drawSubjects(neo4j.graph, seed, (offset) => cursorAt(own.url, offset));
    const options = { rounds, seconds, connections, workloads };
    const loads = await measureLoads(running, subjects, options, { progress, leftOut });
    const rates = parts.has('rate')
      ? await leavingOut(leftOut, 'rate', () => benchRates(own, subjects, loads, env, seeds))
      : [];
    return { loads, rates: rates ?? [] };
  } finally {
    for (const server of running) await server.close();
    await postgres?.close();
  }
}

/**
 * Nested reads at shares of what the server can do without kept answers, while one record is changed and applied again and
 * again: each apply renews all that is kept.
 */
async function benchRates(
  own: Running,
  subjects: Subjects,
  loads: readonly MeasuredLoad[],
  env: Readonly<Record<string, string>>,
  { files, folder }: { readonly files: SeedFiles; readonly folder: string },
): Promise<BenchResult['rates']> {
  const nested = WORKLOADS.find(({ name }) => name === 'nested');
  const capacity = loads.find(({ workload }) => workload === nested)?.loads.get('no answer kept')?.perSecond;
  if (!nested || capacity === undefined) {
    throw new Error('the rates are shares of what nested reads reach');
  }
  const { path, text } = editOneRecord(files);
  const rates: BenchResult['rates'][number][] = [];
  for (const share of SHARES) {
    progress(`nested at ${share * 100} % of capacity, with applies …`);
    let over = false;
    const applying = (async () => {
      for (let turn = 0; !over; turn++) {
        writeFileSync(join(folder, path), turn % 2 === 0 ? text : (files.get(path) ?? ''));
        await measureKg(['apply', '--yes'], env);
      }
    })();
    const perSecond = capacity * share;
    const options = { seconds: 4 * seconds, rate: perSecond };
    const measuring = measureRate(own, nested, subjects.nested ?? [], options).finally(() => {
      over = true;
    });
    const [load] = await Promise.all([measuring, applying]);
    rates.push({ share, perSecond, load });
  }
  return rates;
}

async function benchFirstUse(
  neo4j: BenchNeo4j,
  env: Readonly<Record<string, string>>,
): Promise<BenchResult['first']> {
  // A server plans ahead while it is there to be asked: as a person meets it, who asks as soon as it is ready.
  await forgetPlans(neo4j.graph);
  const own = await startContender('this API', env);
  try {
    const sdl = await (await fetch(own.url.replace('/graphql', '/schema.graphql'))).text();
    const [pair] = (await drawSubjects(neo4j.graph, seed, async () => ''))['support-narrow'] ?? [];
    const named = { industry: pair?.industry ?? '', place: pair?.place ?? '' };
    // Plain lists come between the others: a process that has just started plans slowly, whatever it plans.
    const plain = makePlainLists(sdl, PLAIN_LISTS, seed + 1);
    const shapes = [...writtenShapes(), ...makeShapes(sdl, SHAPES, seed + 2, named)];
    progress(`First use of ${plain.length + shapes.length} shapes …`);
    const found = await measureFirstUse(own.url, shuffled(seededRandom(seed), [...plain, ...shapes]));
    const isPlain = ({ kind }: { readonly kind: string }) => kind === PLAIN;
    // What is refused because the made-up data lack an id that it names was never planned.
    const shown = found.filter(({ status }) => status !== BAD_REQUEST);
    progress(`${found.length - shown.length} of them name what these data do not have, and are not counted.`);
    return { plain: shown.filter(isPlain), shapes: shown.filter((each) => !isPlain(each)) };
  } finally {
    await own.close();
  }
}

/** The ground and the rules alone, in a process of their own, with only the seeds that they read. */
async function benchGround(): Promise<GroundResult> {
  const many = records * LARGER;
  progress(`The ground of ${many} records …`);
  const folder = mkdtempSync(join(tmpdir(), 'kg-bench-ground-'));
  try {
    const read = [...makeSeeds(many, seed)].filter(
      ([path]) => !path.includes('/') || GROUND_KEYS.some((key) => path.startsWith(`${key}/`)),
    );
    writeSeedFiles(new Map(read.filter(([path]) => path.endsWith('.yaml'))), folder);
    const printed = execFileSync(
      process.execPath,
      [...GROUND_OPTIONS, 'test/bench/measure-ground.ts', folder],
      { encoding: 'utf8', timeout: LIMIT },
    );
    return { records: many, cost: JSON.parse(printed) as GroundCost };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cursor behind so many firms. */
async function cursorAt(url: string, offset: number): Promise<string> {
  let cursor: string | null = null;
  for (let walked = 0; walked < offset; ) {
    const first = Math.min(WALK, offset - walked);
    const query = `query Q($first: Int!, $after: String) { firms(first: $first, after: $after) { pageInfo { endCursor } } }`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { first, after: cursor } }),
      signal: AbortSignal.timeout(ANSWERED),
    });
    const { data } = (await response.json()) as {
      readonly data: { readonly firms: { readonly pageInfo: { readonly endCursor: string } } };
    };
    cursor = data.firms.pageInfo.endCursor;
    walked += first;
  }
  return cursor ?? '';
}
