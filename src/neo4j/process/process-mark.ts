/** Which process a number meant when it was written down. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** A process: its number, and when it began, since numbers are given out again. */
export interface ProcessMark {
  readonly pid: number;
  /** In whatever form the system reports it; only ever compared with another. */
  readonly began: string;
}

/** The mark of the process that has this number now; undefined where none has, or where it has ended. */
export async function readProcessMark(pid: number): Promise<ProcessMark | undefined> {
  const began = platform() === 'linux' ? await readProcStat(pid) : await readPsStat(pid);
  return began === undefined ? undefined : { pid, began };
}

/** Whether the very process of a mark still runs. */
export async function isAlive(mark: ProcessMark | undefined): Promise<boolean> {
  return mark !== undefined && (await readProcessMark(mark.pid))?.began === mark.began;
}

/** The command line of a process, its arguments separated by spaces; empty where it has ended. */
export async function readCommandLine(pid: number): Promise<string> {
  if (platform() !== 'linux') return askPs(pid, ['-ww', '-o', 'args=']);
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.replaceAll('\0', ' ').trim();
}

/**
 * Ends the process of a mark, and waits for its end: asked first, killed where it does not follow. Does
 * nothing where it has ended already, or where its number belongs to another by now.
 */
export async function endProcess(mark: ProcessMark, graceMilliseconds = 15_000): Promise<void> {
  await sendSignal(mark, 'SIGTERM');
  if (await waitForEnd(mark, graceMilliseconds)) return;
  await sendSignal(mark, 'SIGKILL');
  await waitForEnd(mark, graceMilliseconds);
}

/** Waits until the process of a mark has ended; false where it has not within the time, or before `signal`. */
export async function waitForEnd(
  mark: ProcessMark,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (await isAlive(mark)) {
    if (Date.now() > deadline || signal?.aborted) return false;
    await setTimeout(100);
  }
  return true;
}

async function sendSignal(mark: ProcessMark, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!(await isAlive(mark))) return;
  try {
    process.kill(mark.pid, signal);
  } catch (error) {
    // It ended between the question and the signal.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function readProcStat(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name of the program, in brackets, may itself hold spaces and brackets.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie has ended, though its parent has not read its exit status.
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
}

async function readPsStat(pid: number): Promise<string | undefined> {
  const [state = '', ...began] = (await askPs(pid, ['-o', 'stat=,lstart='])).split(/\s+/);
  return state === '' || state.startsWith('Z') ? undefined : began.join(' ');
}

function askPs(pid: number, columns: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile('ps', [...columns, '-p', String(pid)], (error, stdout) => resolve(error ? '' : stdout.trim()));
  });
}
