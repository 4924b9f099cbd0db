/** A local Neo4j for real: it answers, its doors are closed, and it leaves nothing behind. */

import { type ChildProcess, spawn } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSetting } from '../../src/graph/reading/read-setting.ts';
import { findFreePort } from '../../src/neo4j/local/find-free-port.ts';
import {
  type LocalNeo4j,
  type LocalStart,
  startLocalNeo4j,
  stopLocalNeo4j,
} from '../../src/neo4j/local/local-neo4j.ts';
import { answersItself, type LocalStatus, readLocalStatus } from '../../src/neo4j/local/local-status.ts';
import { openDatabase } from '../../src/neo4j/open-database.ts';
import { passwordPath } from '../../src/neo4j/password-file.ts';
import {
  isAlive,
  type ProcessMark,
  readProcessMark,
  waitForEnd,
} from '../../src/neo4j/process/process-mark.ts';
import { runFilePath } from '../../src/neo4j/process/run-file.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { makeOlderStore } from './older-store.ts';

/** The jars are fetched once for all. */
const dataFolder = resolve('.neo4j');
const silent = (): void => undefined;
const folders: string[] = [];

async function freshHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'kg-neo4j-'));
  folders.push(home);
  return home;
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Runs a statement over HTTP, which needs no driver. */
async function query(
  status: LocalStatus,
  statement: string,
  password = status.connection?.password ?? '',
): Promise<unknown> {
  const response = await fetch(`${status.httpUrl}/db/neo4j/query/v2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`neo4j:${password}`)}` },
    body: JSON.stringify({ statement }),
  });
  return response.json();
}

async function markOf(status: LocalStatus): Promise<ProcessMark> {
  const mark = await readProcessMark(status.pid ?? 0);
  if (!mark) throw new Error('no such process');
  return mark;
}

describe.skipIf(workerNeo4j().whyNoOwn !== undefined)(
  'a local Neo4j, on a store that an older version made without a password',
  () => {
    let blocker: Server;
    let taken: number;
    let neo4j: LocalNeo4j;
    let start: LocalStart;

    beforeAll(async () => {
      blocker = createServer();
      await new Promise<void>((done) => blocker.listen(0, '127.0.0.1', done));
      const address = blocker.address();
      taken = typeof address === 'object' && address ? address.port : 0;
      start = {
        dataFolder,
        home: await freshHome(),
        neo4jVersion: '5.26',
        env: process.env,
        progress: silent,
        ask: readSetting,
        keep: false,
        memory: { heap: '256m', pageCache: '32m' },
        ports: { bolt: taken, http: 0 },
      };
      await makeOlderStore(dataFolder, start.home ?? '', "CREATE (:Kept {name: 'kept'})");
      neo4j = await startLocalNeo4j(start);
    });
    afterAll(async () => {
      await neo4j?.close();
      blocker.close();
    });

    it('answers over Bolt and over HTTP', async () => {
      expect(await answersItself(neo4j.status, readSetting)).toBe(true);
      expect(await query(neo4j.status, 'RETURN 1 AS one')).toMatchObject({
        data: { fields: ['one'], values: [[1]] },
      });
    });

    it('keeps the data, and from now on wants the password in the file', async () => {
      const { password = '' } = neo4j.status.connection ?? {};
      expect((await readFile(passwordPath(start), 'utf8')).trim()).toBe(password);
      expect(password.length).toBeGreaterThanOrEqual(32);
      const count = 'MATCH (n:Kept) RETURN count(n)';
      expect(await query(neo4j.status, count)).toMatchObject({ data: { values: [[1]] } });
      for (const wrong of ['', 'neo4j', `${password} `]) {
        expect(await query(neo4j.status, count, wrong)).toMatchObject({
          errors: [{ code: 'Neo.ClientError.Security.Unauthorized' }],
        });
      }
    });

    it('serves Neo4j Browser, pointed at itself', async () => {
      const response = await fetch(neo4j.status.browserUrl ?? '');
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Neo4j Browser</title>');
    });

    it('takes another port where the wanted one is taken', () => {
      expect(neo4j.status.connection?.uri).not.toContain(`:${taken}`);
    });

    it('advertises the port that it took', async () => {
      const response = await fetch(neo4j.status.httpUrl ?? '', { headers: { accept: 'application/json' } });
      const port = new URL(neo4j.status.connection?.uri ?? '').port;
      expect(await response.json()).toMatchObject({ bolt_direct: expect.stringMatching(`:${port}$`) });
    });

    it('refuses to read files of the machine and to fetch addresses', async () => {
      for (const url of ['file:///etc/passwd', neo4j.status.httpUrl, 'http://[::1]:80/']) {
        expect(await query(neo4j.status, `LOAD CSV FROM '${url}' AS line RETURN line`)).toMatchObject({
          errors: [{ code: 'Neo.ClientError.Statement.ExternalResourceFailed' }],
        });
      }
    });

    it('lets no page of a stranger ask it over HTTP', async () => {
      const response = await fetch(`${neo4j.status.httpUrl}/db/neo4j/query/v2`, {
        method: 'OPTIONS',
        headers: { origin: 'http://stranger.example', 'access-control-request-method': 'POST' },
      });
      const allowed = response.headers.get('access-control-allow-origin');
      expect([null, new URL(neo4j.status.browserUrl ?? '').origin]).toContain(allowed);
    });

    it('keeps the passwords of other databases out of its environment', async ({ skip }) => {
      if (process.platform !== 'linux') skip('only Linux shows the environment of a process');
      expect(await readFile(`/proc/${neo4j.status.pid}/environ`, 'utf8')).not.toContain('NEO4J_');
    });

    it('is told of by its status, and not started twice', async () => {
      const status = await readLocalStatus(start);
      expect(await answersItself(status, readSetting)).toBe(true);
      expect(status).toMatchObject({ state: 'running', version: '5.26.28' });
      await expect(startLocalNeo4j(start)).rejects.toThrow(
        `A Neo4j already runs in ${start.home}: ${status.connection?.uri}, process ${status.pid}`,
      );
    });

    it('is used by openDatabase, which leaves it running', async () => {
      const settings = { dataFolder, neo4jVersion: '5.26' };
      const told: string[] = [];
      const database = await openDatabase({
        settings,
        env: process.env,
        progress: (message) => told.push(message),
        ask: readSetting,
        home: start.home,
      });
      expect(database).toMatchObject({ kind: 'local', uri: neo4j.status.connection?.uri });
      expect(told.join()).toContain('already runs');
      await database.close();
      expect(await readLocalStatus(start)).toMatchObject({ state: 'running' });
    });

    it('is explained where its data is in use although nothing was written down', async () => {
      await rm(runFilePath(start.home ?? ''));
      await expect(startLocalNeo4j(start)).rejects.toThrow('Another Neo4j uses the data');
    });

    it('is gone after close', async () => {
      const mark = await markOf(neo4j.status);
      await neo4j.close();
      expect(await isAlive(mark)).toBe(false);
      expect(await readLocalStatus(start)).toMatchObject({ state: 'stopped', connection: undefined });
    });
  },
);

describe.skipIf(workerNeo4j().whyNoOwn !== undefined)(
  'two Neo4js that start at once and find the same ports free',
  () => {
    it('are each reached as themselves', async () => {
      const ports = { bolt: await findFreePort(0), http: await findFreePort(0) };
      const starts = await Promise.all(
        [await freshHome(), await freshHome()].map((home) =>
          startLocalNeo4j({
            dataFolder,
            home,
            neo4jVersion: '5.26',
            env: process.env,
            progress: silent,
            ask: readSetting,
            keep: false,
            memory: { heap: '256m', pageCache: '32m' },
            ports,
          }),
        ),
      );
      try {
        for (const { status } of starts) {
          const { connection, home } = status;
          if (!connection) throw new Error('it has no address');
          expect(await readSetting(connection, 'server.directories.neo4j_home')).toBe(home);
        }
        const [one, two] = starts.map(({ status }) => status);
        expect(one?.connection?.uri).not.toBe(two?.connection?.uri);
        // What the one would take for its own by its run file alone.
        const mixed = { ...one, connection: two?.connection } as LocalStatus;
        expect(await answersItself(mixed, readSetting)).toBe(false);
      } finally {
        await Promise.all(starts.map((each) => each.close()));
      }
    });
  },
);

/** Runs hold-neo4j.ts and waits for what it says. */
async function runHolder(
  home: string,
  how: 'keep' | 'hold',
): Promise<{ holder: ChildProcess; status: LocalStatus }> {
  const script = fileURLToPath(new URL('./hold-neo4j.ts', import.meta.url));
  const holder = spawn(process.execPath, ['--import', 'tsx', script, dataFolder, home, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: holder.stdout }))
    return { holder, status: JSON.parse(line) };
  throw new Error('it ended without a word');
}

describe.skipIf(workerNeo4j().whyNoOwn !== undefined)('a Neo4j whose owner is killed', () => {
  it('ends by itself, and its data can be used again, on the same ports, by a new password', async () => {
    const home = await freshHome();
    const { holder, status } = await runHolder(home, 'hold');
    const java = await markOf(status);
    await query(status, 'CREATE (:Kept)');
    await rm(passwordPath({ dataFolder, home }));
    holder.kill('SIGKILL');

    // Started while it is still shutting down: the new one waits for the old.
    const next = await startLocalNeo4j({
      dataFolder,
      home,
      neo4jVersion: '5.26',
      env: process.env,
      progress: silent,
      ask: readSetting,
      keep: false,
      memory: { heap: '256m', pageCache: '32m' },
    });
    expect(await isAlive(java)).toBe(false);
    expect(next.status).toMatchObject({ state: 'running', run: { ports: status.run?.ports } });
    expect(next.status.connection?.password).not.toBe(status.connection?.password);
    expect(await query(next.status, 'MATCH (n:Kept) RETURN count(n)')).toMatchObject({
      data: { values: [[1]] },
    });
    await next.close();
  });

  it('ends within 15 seconds', async () => {
    const { holder, status } = await runHolder(await freshHome(), 'hold');
    const java = await markOf(status);
    holder.kill('SIGKILL');
    expect(await waitForEnd(java, 15_000)).toBe(true);
  });
});

describe.skipIf(workerNeo4j().whyNoOwn !== undefined)('a Neo4j that is to stay', () => {
  it('outlives the process that started it, and its files are its owner’s alone', async () => {
    const home = await freshHome();
    const { holder, status } = await runHolder(home, 'keep');
    if (holder.exitCode === null) await new Promise((done) => holder.once('exit', done));
    const place = { dataFolder, home };
    expect(await readLocalStatus(place)).toMatchObject({
      state: 'running',
      ownerPid: undefined,
    });

    const entries = await readdir(home, { recursive: true });
    expect(entries.length).toBeGreaterThan(50);
    const modes = await Promise.all(
      [home, ...entries.map((name) => join(home, name))].map(
        async (path) => `${((await lstat(path)).mode & 0o077).toString(8)} ${path}`,
      ),
    );
    expect(modes.filter((mode) => !mode.startsWith('0 '))).toEqual([]);

    const java = await markOf(status);
    expect(await stopLocalNeo4j(place)).toBe(true);
    expect(await isAlive(java)).toBe(false);
    expect(await readLocalStatus(place)).toMatchObject({ state: 'stopped' });
    expect(await stopLocalNeo4j(place)).toBe(false);
  });
});
