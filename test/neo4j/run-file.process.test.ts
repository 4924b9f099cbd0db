/** The run file: who holds a home folder, and when nobody does although the file is there. */

import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalNeo4j, stopLocalNeo4j } from '../../src/neo4j/local/local-neo4j.ts';
import { readLocalStatus } from '../../src/neo4j/local/local-status.ts';
import { isAlive, type ProcessMark, readProcessMark } from '../../src/neo4j/process/process-mark.ts';
import {
  claimRunFile,
  type LocalRun,
  readRunFile,
  readRunState,
  removeRunFile,
  runFilePath,
  updateRunFile,
} from '../../src/neo4j/process/run-file.ts';

let home: string;
let me: ProcessMark;
/** A process with our number that began at another time: the number has been given out again. */
let other: ProcessMark;
/** A process whose command line is that of a Neo4j on the home folder; it ends with its input. */
let neo4j: ChildProcess;
let java: ProcessMark;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kg-run-file-'));
  const mark = await readProcessMark(process.pid);
  if (!mark) throw new Error('this process has no mark');
  me = mark;
  other = { ...mark, began: 'another time' };
  const args = ['-e', 'process.stdin.resume()', '--', `--home-dir=${home}`, '--console-mode'];
  neo4j = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  java = (await readProcessMark(neo4j.pid ?? 0)) ?? other;
});
afterEach(async () => {
  neo4j.stdin?.end();
  await rm(home, { recursive: true, force: true });
});

function run(part: Partial<LocalRun>): LocalRun {
  return {
    id: 'one',
    owner: undefined,
    java: undefined,
    ready: false,
    version: '5.26.28',
    ports: { bolt: 7687, http: 7474 },
    ...part,
  };
}

describe('a process mark', () => {
  it('is that of one process only', async () => {
    expect(await isAlive(me)).toBe(true);
    expect(await isAlive(other)).toBe(false);
    expect(await readProcessMark(2 ** 22 + 1)).toBeUndefined();
  });
});

describe('readRunState', () => {
  it('judges by the processes, not by the file', async () => {
    const stateOf = (of: LocalRun | undefined) => readRunState(home, of);
    expect(await stateOf(undefined)).toBe('stopped');
    expect(await stateOf(run({ owner: me }))).toBe('starting');
    expect(await stateOf(run({ owner: other }))).toBe('stopped');
    expect(await stateOf(run({ owner: me, java, ready: true }))).toBe('running');
    expect(await stateOf(run({ java, ready: true }))).toBe('running');
    expect(await stateOf(run({ java: other, ready: true }))).toBe('stopped');
    expect(await stateOf(run({ owner: me, java: other, ready: true }))).toBe('stopped');
    expect(await stateOf(run({ owner: other, java, ready: true }))).toBe('stopping');
  });

  it('takes no process for a Neo4j that is not one on this very folder', async () => {
    expect(await readRunState(home, run({ java: me, ready: true }))).toBe('stopped');
    const elsewhere = home.slice(0, -1);
    await cp(home, elsewhere, { recursive: true });
    expect(await readRunState(elsewhere, run({ java, ready: true }))).toBe('stopped');
    await rm(elsewhere, { recursive: true });
  });
});

describe('a data folder that was copied while its Neo4j ran', () => {
  it('has none running, and stopping it leaves the Neo4j of the original alone', async () => {
    await claimRunFile(home, run({ java, ready: true }));
    const copy = await mkdtemp(join(tmpdir(), 'kg-copy-'));
    await cp(home, copy, { recursive: true });
    expect(await readRunFile(copy)).toBeUndefined();
    expect(await stopLocalNeo4j({ dataFolder: copy, home: copy })).toBe(false);
    expect(await isAlive(java)).toBe(true);
    await rm(copy, { recursive: true });
  });
});

describe('removeRunFile', () => {
  it('leaves the file of a run that has taken over', async () => {
    await claimRunFile(home, run({ owner: me, java: other, ready: true }));
    await claimRunFile(home, run({ id: 'two', java, ready: true }));
    await removeRunFile(home, run({ owner: me, java: other, ready: true }));
    expect(await readRunState(home, await readRunFile(home))).toBe('running');
    await removeRunFile(home, run({ id: 'two', java, ready: true }));
    expect(await readRunFile(home)).toBeUndefined();
  });

  it('tells runs of an older version, which have no id, by their processes', async () => {
    await updateRunFile(home, run({ id: undefined, java, ready: true }));
    await removeRunFile(home, run({ id: undefined, java: other, ready: true }));
    expect(await readRunFile(home)).toBeDefined();
    await removeRunFile(home, run({ id: undefined, java, ready: true }));
    expect(await readRunFile(home)).toBeUndefined();
  });
});

describe('claimRunFile', () => {
  it('lets one of many have the folder', async () => {
    const claims = await Promise.all(
      ['1', '2', '3', '4'].map((id) => claimRunFile(home, run({ id, owner: me }))),
    );
    expect(claims.filter((claim) => claim)).toHaveLength(1);
    expect(await claimRunFile(home, run({ owner: me }))).toBe(false);
  });

  it('takes over from a run that has ended, and from a file that nobody can read', async () => {
    await claimRunFile(home, run({ owner: other, java: other }));
    expect(await claimRunFile(home, run({ owner: me }))).toBe(true);
    await writeFile(runFilePath(home), '{"owner":');
    expect(await claimRunFile(home, run({ owner: me }))).toBe(true);
    expect(await readRunFile(home)).toEqual(run({ owner: me }));
  });
});

describe('a stale run file', () => {
  it('is told as stopped, and stopping it touches nobody', async () => {
    await claimRunFile(home, run({ java: other, ready: true }));
    expect(await readLocalStatus({ dataFolder: home, home })).toMatchObject({ state: 'stopped' });
    expect(await stopLocalNeo4j({ dataFolder: home, home })).toBe(false);
    expect(await isAlive(me)).toBe(true);
  });
});

describe('a folder that another process is about to use', () => {
  it('is refused, naming that process', async () => {
    await claimRunFile(home, run({ owner: me }));
    const start = { dataFolder: home, home, neo4jVersion: '5.26', env: process.env, keep: false };
    await expect(
      startLocalNeo4j({ ...start, progress: () => undefined, ask: async () => undefined }),
    ).rejects.toThrow(`Process ${process.pid} is starting a Neo4j in ${home}`);
    await expect(stopLocalNeo4j({ dataFolder: home, home })).rejects.toThrow(
      `belongs to process ${process.pid}`,
    );
  });
});
