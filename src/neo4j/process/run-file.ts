/** The file that says which Neo4j runs on a home folder, so that no second one is started there. */

import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Ports } from '../database.ts';
import { createPrivateFile, makePrivateFolder, writePrivateFile } from '../private-files.ts';
import { isAlive, type ProcessMark, readCommandLine } from './process-mark.ts';

/** One Neo4j on one home folder, from the moment a process begins to start it. */
export interface LocalRun {
  /** Drawn for each start, and part of Neo4j's configuration; undefined in the file of an older version. */
  readonly id: string | undefined;
  /** The process that it ends with; undefined for one that stays until it is stopped. */
  readonly owner: ProcessMark | undefined;
  /** Its own process; undefined while it is being prepared. */
  readonly java: ProcessMark | undefined;
  /** Whether it has answered. */
  readonly ready: boolean;
  readonly version: string;
  readonly ports: Ports;
}

/** The state of a run, judged by the processes that it names. */
export type RunState = 'stopped' | 'starting' | 'running' | 'stopping';

/** The run file of a home folder. */
export function runFilePath(home: string): string {
  return join(home, 'run.json');
}

/** The run that the file of a home folder describes; undefined where there is no such file, or it cannot be read. */
export async function readRunFile(home: string): Promise<LocalRun | undefined> {
  const text = await readFile(runFilePath(home), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // The file of a folder that was copied while its Neo4j ran names the Neo4j of the original.
    if (isRecord(value) && value.home !== undefined && value.home !== (await realpath(home)))
      return undefined;
    return parseRun(value);
  } catch {
    return undefined;
  }
}

/** The state of a run. It is stopped where its processes have ended or their ids were reused, whatever the file says. */
export async function readRunState(home: string, run: LocalRun | undefined): Promise<RunState> {
  if (run === undefined) return 'stopped';
  const [owner, java] = await Promise.all([isAlive(run.owner), isNeo4jOf(home, run.java)]);
  if (!run.ready && owner) return 'starting';
  if (!java) return 'stopped';
  // Its owner was killed: its supervisor is ending it.
  if (run.owner && !owner) return 'stopping';
  return 'running';
}

/** Takes a home folder for a run; false where another process holds it, or was faster. */
export async function claimRunFile(home: string, run: LocalRun): Promise<boolean> {
  await makePrivateFolder(home);
  if (await createPrivateFile(runFilePath(home), await renderRun(home, run))) return true;
  if ((await readRunState(home, await readRunFile(home))) !== 'stopped') return false;
  // A stale file gives way. Of two that replace it at once the later one wins, so look again after a while.
  await updateRunFile(home, run);
  await setTimeout(200);
  return isSameRun(await readRunFile(home), run);
}

/** Writes the new state of a run; for the process that claimed it. */
export async function updateRunFile(home: string, run: LocalRun): Promise<void> {
  await writePrivateFile(runFilePath(home), await renderRun(home, run));
}

/** Removes the file of a run. One that names another run by now stays: its Neo4j could not be stopped without it. */
export async function removeRunFile(home: string, run: LocalRun): Promise<void> {
  if (isSameRun(await readRunFile(home), run)) await rm(runFilePath(home), { force: true });
}

/** Whether a process still runs, and is a Neo4j on a home folder: after a restart of the machine a mark can recur. */
async function isNeo4jOf(home: string, mark: ProcessMark | undefined): Promise<boolean> {
  if (mark === undefined || !(await isAlive(mark))) return false;
  const line = `${await readCommandLine(mark.pid)} `;
  return [home, await realpath(home)].some((folder) => line.includes(` --home-dir=${folder} `));
}

async function renderRun(home: string, run: LocalRun): Promise<string> {
  return JSON.stringify({ home: await realpath(home), ...run });
}

function isSameRun(left: LocalRun | undefined, right: LocalRun): boolean {
  if (left === undefined) return false;
  if (left.id !== undefined || right.id !== undefined) return left.id === right.id;
  return left.java?.pid === right.java?.pid && left.java?.began === right.java?.began;
}

function parseRun(value: unknown): LocalRun | undefined {
  if (!isRecord(value) || !isRecord(value.ports)) return undefined;
  const { ready, version, id } = value;
  const { bolt, http } = value.ports;
  if (typeof ready !== 'boolean' || typeof version !== 'string') return undefined;
  if (typeof bolt !== 'number' || typeof http !== 'number') return undefined;
  if (id !== undefined && typeof id !== 'string') return undefined;
  const [owner, java] = [parseMark(value.owner), parseMark(value.java)];
  return { id, owner, java, ready, version, ports: { bolt, http } };
}

function parseMark(value: unknown): ProcessMark | undefined {
  if (!isRecord(value)) return undefined;
  const { pid, began } = value;
  return typeof pid === 'number' && typeof began === 'string' ? { pid, began } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
