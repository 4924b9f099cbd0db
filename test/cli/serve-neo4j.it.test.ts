/** `kg serve` with a Neo4j of its own: started again where it is killed, and ended by a signal in each phase. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findFreePort } from '../../src/neo4j/local/find-free-port.ts';
import { resolveRelease } from '../../src/neo4j/neo4j-release.ts';
import { isAlive } from '../../src/neo4j/process/process-mark.ts';
import { readRunFile } from '../../src/neo4j/process/run-file.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, POLICY, startKg, writeSeeds } from './run-kg.ts';

const room = mkdtempSync(join(tmpdir(), 'kg-serve-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const lib = `lib-${resolveRelease('5.26').version}`;
const data = join(room, 'data');
const home = join(data, 'home');
mkdirSync(home, { recursive: true });
symlinkSync(resolve('.neo4j', lib), join(data, lib));
// Not the usual ports: another Neo4j may run here.
const ports = { bolt: await findFreePort(0), http: await findFreePort(0) };
writeFileSync(join(home, 'ports.json'), JSON.stringify(ports));
const seeds = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
const start = () =>
  startKg(['serve', '--seeds', seeds], {
    PORT: '0',
    KG_DATA: data,
    KG_NEO4J_HEAP: '256m',
    NEO4J_PASSWORD: '',
  });

/** Resolves with what a pattern finds in the output of a process; fails where that ends first. */
function said(child: ChildProcess, stream: 'stdout' | 'stderr', pattern: RegExp): Promise<string> {
  return new Promise((found, fail) => {
    let text = '';
    child[stream]?.on('data', (chunk) => {
      text += String(chunk);
      const match = pattern.exec(text);
      if (match) found(match[1] ?? match[0]);
    });
    child.once('close', () => fail(new Error(`it ended without ${pattern}: ${text}`)));
  });
}

async function policies(url: string): Promise<unknown> {
  const query = encodeURIComponent('{ policies { nodes { name } } }');
  return (await fetch(`${url}/graphql?query=${query}`)).json();
}

/** How long a busy machine may take to start Neo4j, in ms. */
const LONG = { timeout: 400_000 };
const ANSWER = { data: { policies: { nodes: [{ name: '一号政策' }] } } };

test.skipIf(workerNeo4j().whyNoOwn !== undefined)(
  'a signal while its Neo4j starts ends both, and says what became of the graph',
  async () => {
    const { process: child, ended } = start();
    await expect.poll(async () => (await readRunFile(home))?.java, LONG).toBeDefined();
    const java = (await readRunFile(home))?.java;
    child.kill('SIGTERM');
    const { code, err } = await ended;
    expect([code, err]).toEqual([
      0,
      '\nStopping …\nStopped before Neo4j answered: the graph is as it was.\n',
    ]);
    expect(await isAlive(java)).toBe(false);
    expect(await readRunFile(home)).toBeUndefined();
  },
);

test.skipIf(workerNeo4j().whyNoOwn !== undefined)(
  'its Neo4j is started again on the same ports where it is killed, and the API answers',
  async () => {
    const { process: child, ended } = start();
    const url = await said(child, 'stdout', /GraphQL +(http:\S+)\/graphql/);
    expect(await policies(url)).toEqual(ANSWER);
    const before = await readRunFile(home);
    process.kill(before?.java?.pid ?? 0, 'SIGKILL');
    expect(await said(child, 'stderr', /Neo4j at \S+ has ended \((.*?)\)\. Starting it again …/)).toBe(
      'SIGKILL',
    );
    await said(child, 'stderr', /answers again/);
    expect(await policies(url)).toEqual(ANSWER);
    const after = await readRunFile(home);
    expect(after?.ports).toEqual(before?.ports);
    child.kill('SIGTERM');
    const { code, out } = await ended;
    expect(code).toBe(0);
    // Neither a pipe nor a log may keep the password, only the way to it.
    expect(out).toContain(`password file   ${join(data, 'neo4j-password')}`);
    expect(out).not.toMatch(/^ *password {2,}/m);
    expect(await isAlive(after?.java)).toBe(false);
  },
  900_000,
);

test.skipIf(workerNeo4j().whyNoOwn !== undefined)(
  'a signal while the jars are fetched ends Maven too, and leaves nothing',
  async () => {
    const bin = join(room, 'bin');
    const without = join(room, 'without-jars');
    mkdirSync(bin);
    // Stands for a Maven that takes its time: it says its number and waits.
    writeFileSync(join(bin, 'mvn'), `#!/bin/sh\necho $$ > ${room}/maven\nexec sleep 600\n`, { mode: 0o755 });
    const { process: child, ended } = startKg(['serve', '--seeds', seeds], {
      PORT: '0',
      KG_DATA: without,
      PATH: `${bin}:${process.env.PATH}`,
    });
    await expect.poll(() => existsSync(join(room, 'maven')), LONG).toBe(true);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    const left = spawn('sh', ['-c', `kill -0 $(cat ${room}/maven)`], { stdio: 'ignore' });
    expect(await new Promise((found) => left.once('exit', found))).not.toBe(0);
  },
);
