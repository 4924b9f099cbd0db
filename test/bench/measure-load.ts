/** Puts load on the contenders in turns, so that other load on the machine affects all alike. */

import { spawn } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { ANSWERED, type Running } from './contenders.ts';
import { median } from './median.ts';
import type { Subjects } from './subjects.ts';
import {
  askedOf,
  type Contender,
  type Operation,
  type Subject,
  WORKLOADS,
  type Workload,
} from './workloads.ts';

/** The load of a round. */
export interface LoadOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** The names of the workloads to measure; undefined: all. */
  readonly workloads?: ReadonlySet<string> | undefined;
}

/** Medians over the rounds; latencies in ms. */
export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** Requests that were not answered with 200, over all rounds. */
  readonly failed: number;
}

/** The measured loads of a workload. */
export interface MeasuredLoad {
  readonly workload: Workload;
  readonly loads: ReadonlyMap<Contender, Load>;
}

/** Where a run says what it does, and what it had to leave out. */
export interface Output {
  readonly progress: (text: string) => void;
  readonly leftOut: string[];
}

/** Does a part of a run; where it fails, the others still count, and its name and reason are kept. */
export async function leavingOut<T>(
  leftOut: string[],
  name: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${name} is left out: ${reason}\n`);
    leftOut.push(`${name}: ${reason.split('\n')[0]}`);
    return undefined;
  }
}

/** Compares the answers of all contenders, then measures them workload by workload. */
export async function measureLoads(
  running: readonly Running[],
  subjects: Subjects,
  options: LoadOptions,
  { progress, leftOut }: Output,
): Promise<readonly MeasuredLoad[]> {
  const { workloads } = options;
  const measured: MeasuredLoad[] = [];
  for (const workload of WORKLOADS.filter(({ name }) => !workloads || workloads.has(name))) {
    const about = subjects[workload.name] ?? [];
    const found = await leavingOut(leftOut, workload.name, () =>
      measureWorkload(running, workload, about, options, progress),
    );
    if (found) measured.push(found);
  }
  return measured;
}

async function measureWorkload(
  running: readonly Running[],
  workload: Workload,
  about: readonly Subject[],
  { rounds, seconds, connections }: LoadOptions,
  progress: Output['progress'],
): Promise<MeasuredLoad> {
  const asked = running.filter(({ name }) => askedOf(workload, name));
  progress(`${workload.name}: comparing answers …`);
  for (const subject of about.slice(0, 20)) await compareAnswers(asked, workload, subject);
  const loads = new Map<Contender, Load[]>(asked.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const server of asked) {
      progress(`${workload.name}, round ${round + 1} of ${rounds}: ${server.name} …`);
      const bodies = about.map((subject) => bodyOf(workload, server.name, subject));
      const given = { url: server.url, bodies, connections, seconds };
      loads.get(server.name)?.push(await runScript('load.mjs', given, seconds));
    }
  }
  return { workload, loads: new Map([...loads].map(([name, all]) => [name, medianLoad(all)])) };
}

/** A load at a fixed rate, however long answers take, measured while something else runs. */
export function measureRate(
  server: Running,
  workload: Workload,
  about: readonly Subject[],
  { seconds, rate }: { readonly seconds: number; readonly rate: number },
): Promise<Load> {
  const bodies = about.map((subject) => bodyOf(workload, server.name, subject));
  return runScript('load-open.mjs', { url: server.url, bodies, seconds, rate }, seconds);
}

/** @throws Error that names the two servers and the subject where they answer differently */
async function compareAnswers(
  asked: readonly Running[],
  workload: Workload,
  subject: Subject,
): Promise<void> {
  const [first, ...others] = asked;
  if (!first) return;
  const expected = await answerOf(first, workload, subject);
  for (const other of others) {
    const found = await answerOf(other, workload, subject);
    if (isDeepStrictEqual(found, expected)) continue;
    const shown = [expected, found].map((each) => JSON.stringify(each)?.slice(0, 400)).join('\n');
    throw new Error(
      `${workload.name} of ${JSON.stringify(subject)}: ${first.name} and ${other.name} differ:\n${shown}`,
    );
  }
}

async function answerOf(server: Running, workload: Workload, subject: Subject): Promise<unknown> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: bodyOf(workload, server.name, subject),
    signal: AbortSignal.timeout(ANSWERED),
  });
  const { data, errors } = (await response.json()) as { readonly data: unknown; readonly errors?: unknown };
  if (errors) throw new Error(`${server.name}, ${workload.name}: ${JSON.stringify(errors)}`);
  return askedOf(workload, server.name)?.answer(data);
}

function bodyOf(workload: Workload, name: Contender, subject: Subject): string {
  const asked = askedOf(workload, name);
  const operation: Operation = { query: asked?.query ?? '', variables: asked?.variables(subject) ?? {} };
  return JSON.stringify(operation);
}

/** Runs a script that puts load on a server, in a process of its own. */
async function runScript(name: string, given: unknown, seconds: number): Promise<Load> {
  const child = spawn(process.execPath, [`test/bench/rivals/${name}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  child.stdin.end(JSON.stringify(given));
  const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1_000 + ANSWERED);
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(late);
  if (printed === '') throw new Error(`${name} has not ended in time`);
  return JSON.parse(printed) as Load;
}

function medianLoad(all: readonly Load[]): Load {
  const of = (name: keyof Load) => median(all.map((each) => each[name]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    p999: of('p999'),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}
