/** The run file: who holds a home folder, and when nobody does although the file is there. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLocalStatus, startLocalNeo4j, stopLocalNeo4j } from '../../src/neo4j/local-neo4j.ts';
import { isAlive, type ProcessMark, readProcessMark } from '../../src/neo4j/process-mark.ts';
import {
  claimRunFile,
  type LocalRun,
  readRunFile,
  readRunState,
  runFilePath,
} from '../../src/neo4j/run-file.ts';

let home: string;
let me: ProcessMark;
/** A process with our number that began at another time: the number has been given out again. */
let other: ProcessMark;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kg-run-file-'));
  const mark = await readProcessMark(process.pid);
  if (!mark) throw new Error('this process has no mark');
  me = mark;
  other = { ...mark, began: 'another time' };
});
afterEach(() => rm(home, { recursive: true, force: true }));

function run(part: Partial<LocalRun>): LocalRun {
  return {
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
    expect(await readRunState(undefined)).toBe('stopped');
    expect(await readRunState(run({ owner: me }))).toBe('starting');
    expect(await readRunState(run({ owner: other }))).toBe('stopped');
    expect(await readRunState(run({ owner: me, java: me, ready: true }))).toBe('running');
    expect(await readRunState(run({ java: me, ready: true }))).toBe('running');
    expect(await readRunState(run({ java: other, ready: true }))).toBe('stopped');
    expect(await readRunState(run({ owner: me, java: other, ready: true }))).toBe('stopped');
    expect(await readRunState(run({ owner: other, java: me, ready: true }))).toBe('stopping');
  });
});

describe('claimRunFile', () => {
  it('lets one of many have the folder', async () => {
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimRunFile(home, run({ owner: me }))));
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
