/** How the jars are brought, with a Maven of our own that needs no network. */

import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasJars, installJars, readArrivedMegabytes, renderPom } from '../../src/neo4j/local/install-jars.ts';
import { explainFailure } from '../../src/neo4j/local/launch-java.ts';
import { resolveRelease } from '../../src/neo4j/neo4j-release.ts';

const release = resolveRelease('5.26');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kg-install-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Installs with a `mvn` that is this script; what it told on the way comes back. */
async function installWith(script: string): Promise<string[]> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'mvn'), `#!/bin/sh\n${script}\n`);
  await chmod(join(bin, 'mvn'), 0o755);
  const told: string[] = [];
  const env = { PATH: `${bin}:/usr/bin:/bin` };
  await installJars({ dataFolder: folder, release, env, progress: (message) => told.push(message) });
  return told;
}

describe('installJars', () => {
  it('keeps what Maven brought, and fetches it once', async () => {
    const script = 'test -f pom.xml && mkdir jars && echo jar > jars/a.jar && echo jar > jars/b.jar';
    const told = await installWith(script);
    expect(told.at(-1)).toMatch(/Neo4j 5\.26\.28 is here: 2 jars/);
    expect(await readdir(join(folder, 'lib-5.26.28'))).toEqual(['a.jar', 'b.jar']);

    await rm(join(folder, 'bin'), { recursive: true });
    expect(await installWith('exit 1')).toEqual([]);
  });

  it('leaves nothing behind where Maven fails, and says why and what to do', async () => {
    const script = [
      'mkdir jars && echo jar > jars/a.jar',
      'echo "[INFO] Scanning"; echo "[ERROR] Could not transfer artifact: Unknown host"; echo "[ERROR] "; exit 1',
    ].join('\n');
    const fault = await installWith(script).catch((error: unknown) => String(error));
    expect(fault).toContain('exit code 1');
    expect(fault).toContain('[ERROR] Could not transfer artifact: Unknown host');
    expect(fault).not.toContain('Scanning');
    expect(fault).toContain('settings.xml');
    expect(await hasJars(folder, release)).toBe(false);
    expect(await readdir(folder)).toEqual(['bin']);
  });
});

describe('renderPom', () => {
  it('pins the server and its Browser', () => {
    const pom = renderPom(release);
    expect(pom.match(/<version>5\.26\.28<\/version>/g)).toHaveLength(2);
    expect(pom).toContain('<artifactId>neo4j-browser</artifactId><version>5.24.0</version>');
  });
});

describe('readArrivedMegabytes', () => {
  it('reads the size of a jar that arrived', () => {
    const line = (size: string): string => `[INFO] Downloaded from here: a/b.jar (${size} at 3.1 MB/s)`;
    expect(readArrivedMegabytes(line('285 kB'))).toBeCloseTo(0.285);
    expect(readArrivedMegabytes(line('1.5 MB'))).toBe(1.5);
    expect(readArrivedMegabytes('Downloaded from here: a/b.pom (2.1 kB at 38 kB/s)')).toBeUndefined();
    expect(readArrivedMegabytes('Downloading from here: a/b.jar')).toBeUndefined();
  });
});

describe('explainFailure', () => {
  it('names the cause where it is known, and otherwise prints the lines that say why', () => {
    const lock = [
      'ERROR Failed to start',
      'Caused by: FileLockException: Lock file has been locked by another',
    ];
    expect(explainFailure([...lock, 'store_lock'], '/home')).toMatch(/Another Neo4j uses the data in \/home/);
    expect(explainFailure(['Exception: UnsupportedClassVersionError'], '/home')).toContain('newer Java');
    const other = explainFailure(['INFO fine', '\tat a.b(C.java)', 'ERROR no room left'], '/home');
    expect(other).toBe('  ERROR no room left\nThe whole output: /home/logs/console.log');
  });
});
