/** The file that says which Neo4j runs on a home folder, so that no second one is started there. */

import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Ports } from './database.ts';
import { isAlive, type ProcessMark } from './process-mark.ts';

/** One Neo4j on one home folder, from the moment somebody sets out to start it. */
export interface LocalRun {
  /** The process that it ends with; undefined for one that stays until it is stopped. */
  readonly owner: ProcessMark | undefined;
  /** Its own process; undefined while it is being prepared. */
  readonly java: ProcessMark | undefined;
  /** Whether it has answered. */
  readonly ready: boolean;
  readonly version: string;
  readonly ports: Ports;
}

/** How a run stands, judged by the processes that it names. */
export type RunState = 'stopped' | 'starting' | 'running' | 'stopping';

/** The run file of a home folder. */
export function runFilePath(home: string): string {
  return join(home, 'run.json');
}

/** The run that a home folder tells of; undefined where it tells of none that can be read. */
export async function readRunFile(home: string): Promise<LocalRun | undefined> {
  const text = await readFile(runFilePath(home), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return parseRun(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** How a run stands. One whose processes have ended, or are others by now, is stopped whatever the file says. */
export async function readRunState(run: LocalRun | undefined): Promise<RunState> {
  if (run === undefined) return 'stopped';
  const [owner, java] = await Promise.all([isAlive(run.owner), isAlive(run.java)]);
  if (!run.ready && owner) return 'starting';
  if (!java) return 'stopped';
  // Its owner was killed: its supervisor is ending it.
  if (run.owner && !owner) return 'stopping';
  return 'running';
}

/** Takes a home folder for a run; false where another process holds it, or was faster. */
export async function claimRunFile(home: string, run: LocalRun): Promise<boolean> {
  await mkdir(home, { recursive: true });
  const text = JSON.stringify(run);
  const draft = await writeDraft(home, text);
  try {
    await link(draft, runFilePath(home));
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  if ((await readRunState(await readRunFile(home))) !== 'stopped') return false;
  // A stale file gives way. Of two that replace it at once the later one wins, so look again after a while.
  await updateRunFile(home, run);
  await setTimeout(200);
  return (await readFile(runFilePath(home), 'utf8').catch(() => '')) === text;
}

/** Says anew how a run stands; for the process that claimed it. */
export async function updateRunFile(home: string, run: LocalRun): Promise<void> {
  await rename(await writeDraft(home, JSON.stringify(run)), runFilePath(home));
}

/** Forgets a run; for the process that claimed or ended it. */
export async function removeRunFile(home: string): Promise<void> {
  await rm(runFilePath(home), { force: true });
}

async function writeDraft(home: string, text: string): Promise<string> {
  const draft = `${runFilePath(home)}.${randomUUID()}`;
  await writeFile(draft, text);
  return draft;
}

function parseRun(value: unknown): LocalRun | undefined {
  if (!isRecord(value) || !isRecord(value.ports)) return undefined;
  const { ready, version } = value;
  const { bolt, http } = value.ports;
  if (typeof ready !== 'boolean' || typeof version !== 'string') return undefined;
  if (typeof bolt !== 'number' || typeof http !== 'number') return undefined;
  const [owner, java] = [parseMark(value.owner), parseMark(value.java)];
  return { owner, java, ready, version, ports: { bolt, http } };
}

function parseMark(value: unknown): ProcessMark | undefined {
  if (!isRecord(value)) return undefined;
  const { pid, began } = value;
  return typeof pid === 'number' && typeof began === 'string' ? { pid, began } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
