/**
 * The image and the composition for operators, built and run on the engine that with-engine.sh brings, by the commands
 * of their page. Only names, ports that are taken, and the network of the build are other than there.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ran } from '../cli/run-kg.ts';

const IMAGE = 'kg-composition-test';
const COMPOSE = 'src/deploy/compose.yaml';
const page = readFileSync('src/deploy/README.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'kg-composition-'));
const override = join(folder, 'override.yaml');
const passwords = { NEO4J_PASSWORD: 'of-the-graph-1', ANALYSTS_PASSWORD: 'of-the-copy-1' };
const env = { ...process.env, ...passwords, COMPOSE_PROJECT_NAME: IMAGE };
/** The ports of this machine by those of the page. */
const ports = new Map<number, number>();

/** Runs a command of a shell in the folder of this test. */
function run(command: string): Promise<Ran> {
  return new Promise((ended, failed) => {
    const child = spawn('bash', ['-c', command], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.on('error', failed);
    child.on('close', (code) => ended({ code, out, err }));
  });
}

/** What a command prints; it must succeed. */
async function print(command: string): Promise<string> {
  const { code, out, err } = await run(command);
  expect(code, `${command}\n${out.slice(-2000)}\n${err.slice(-4000)}`).toBe(0);
  return out.trim();
}

const files = `-f ${resolve(COMPOSE)} -f ${override}`;
const compose = (rest: string) => print(`docker compose ${files} ${rest}`);

/** The commands below a heading of the page, as they are run here. */
function commandsOf(heading: string): readonly string[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks
    .join('')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.includes('docker compose'))
    .map((line) => line.replace(`-f ${COMPOSE}`, files));
}

/** A port of this machine that nothing listens on: the one that is asked for, where it is free. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  const listen = (port: number) =>
    new Promise<boolean>((listening) => {
      server.once('error', () => listening(false)).listen(port, '127.0.0.1', () => listening(true));
    });
  const free = (await listen(wanted)) || (await listen(0));
  const address = server.address();
  if (!free || address === null || typeof address === 'string') throw new Error('no port is free');
  await new Promise((closed) => server.close(closed));
  return address.port;
}

/** What the engine reports of the container of a service. */
async function inspect(service: string): Promise<Inspected> {
  const id = await compose(`ps --all --quiet ${service}`);
  const [inspected] = JSON.parse(await print(`docker inspect ${id}`)) as readonly Inspected[];
  if (!inspected) throw new Error(`there is no container of ${service}`);
  return inspected;
}
interface Inspected {
  readonly Id: string;
  readonly State: { readonly Status: string; readonly ExitCode: number; readonly Health: { Status: string } };
  readonly NetworkSettings: {
    readonly Ports: Readonly<Record<string, readonly { readonly HostIp: string }[] | null>>;
  };
}
/** The addresses of this machine by which a service can be reached. */
async function publishedOn(service: string): Promise<readonly string[]> {
  const { NetworkSettings } = await inspect(service);
  return Object.values(NetworkSettings.Ports).flatMap((bindings) =>
    (bindings ?? []).map(({ HostIp }) => HostIp),
  );
}

const api = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${ports.get(4000)}${path}`, init);

/** Answers over the published port. */
async function ask(query: string): Promise<unknown> {
  const response = await api('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/** What a script that runs beside the API, in its container, finds. */
async function lookInside(script: string, user = ''): Promise<unknown> {
  const file = join(folder, 'script.cjs');
  writeFileSync(file, `const fs = require('node:fs');\n${script}`);
  return JSON.parse(await compose(`exec -T ${user} api node - <${file}`));
}

/** A function of a script: the code of the fault by which a write is refused. */
const WRITE = `const write = (path) => { try { fs.writeFileSync(path, ''); return 'written'; } catch ({ code }) { return code; } };`;

beforeAll(async () => {
  for (const port of [4000, 7474, 7687]) ports.set(port, await freePort(port));
  const publish = (...wanted: readonly number[]) =>
    wanted.every((port) => ports.get(port) === port)
      ? ''
      : `ports: !override [${wanted.map((port) => `'127.0.0.1:${ports.get(port)}:${port}'`).join(', ')}]`;
  const npmrc = join(homedir(), '.npmrc');
  writeFileSync(join(folder, 'npmrc'), existsSync(npmrc) ? readFileSync(npmrc) : '');
  writeFileSync(
    override,
    `services:
  api:
    image: ${IMAGE}
    # An engine that sets no rules of a firewall gives a build no way out but the machine's own.
    build: { network: host, secrets: [npmrc] }
    ${publish(4000)}
  analysts:
    profiles: [analysts]
    ${publish(7474, 7687)}
secrets:
  npmrc: { file: ${join(folder, 'npmrc')} }
`,
  );
});

afterAll(async () => {
  await run(
    `docker compose ${files} --profile analysts down --volumes --timeout 5; docker image rm ${IMAGE}`,
  );
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

test('the command of the page builds and starts it, and it becomes ready', async () => {
  const [start = ''] = commandsOf('Start');
  await print(start);
  // The engine's proxy takes connections before the API listens, and may never answer those.
  const status = () =>
    api('/readiness', { signal: AbortSignal.timeout(5000) }).then((response) => response.status, String);
  await expect.poll(status, { timeout: 300_000, interval: 1000 }).toBe(200);
  // A build fetches all packages; the longest of all tests by far.
}, 900_000);

test('it answers over the published port with what the product ships', async () => {
  const answer = await ask('{ support(place: "region:shanghai") { totalCount } graph { revision } }');
  expect(answer).toEqual({
    data: { support: { totalCount: expect.any(Number) }, graph: { revision: 1 } },
  });
  const { data } = answer as { readonly data: { readonly support: { readonly totalCount: number } } };
  expect(data.support.totalCount).toBeGreaterThan(0);
});

test('its pages were built in the image: the first page and its script are served', async () => {
  const html = await (await api('/', { headers: { accept: 'text/html' } })).text();
  const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
  const served = await api(script);
  expect([script === '', served.status]).toEqual([false, 200]);
  expect((await served.text()).length).toBeGreaterThan(100_000);
  expect(await compose('logs --no-log-prefix api')).not.toContain('could not be built');
});

test('the process has an ordinary user, no capability, and no way to gain one', async () => {
  const status = (await lookInside(
    `console.log(JSON.stringify(Object.fromEntries(fs.readFileSync('/proc/1/status', 'utf8').split('\\n').map((line) => line.split(/:\\s*/)))))`,
  )) as Readonly<Record<string, string>>;
  expect(status.Uid).toBe('10001\t10001\t10001\t10001');
  expect(status.Gid).toBe('10001\t10001\t10001\t10001');
  expect([status.CapInh, status.CapPrm, status.CapEff, status.CapBnd, status.CapAmb]).toEqual(
    Array(5).fill('0000000000000000'),
  );
  expect(status.NoNewPrivs).toBe('1');
});

test('its file system is read-only but for /tmp, for root as well', async () => {
  const script = `${WRITE} console.log(JSON.stringify(['/app/new', '/app/src/cli/kg.mjs', '/new', '/tmp/new'].map(write)))`;
  const refused = ['EROFS', 'EROFS', 'EROFS', 'written'];
  expect(await lookInside(script)).toEqual(refused);
  expect(await lookInside(script.replace('/tmp/new', '/tmp/other'), '--user 0')).toEqual(refused);
});

test('what builds it stays behind, and nothing of the secret is in it', async () => {
  const script = `console.log(JSON.stringify(['vite', 'typescript', 'graphql'].map((name) => fs.existsSync('/app/node_modules/' + name)).concat(fs.existsSync('/root/.npmrc'))))`;
  expect(await lookInside(script, '--user 0')).toEqual([false, false, true, false]);
});

test('it is healthy, and only the API can be reached from this machine', async () => {
  const health = async () => (await inspect('api')).State.Health.Status;
  await expect.poll(health, { timeout: 60_000, interval: 1000 }).toBe('healthy');
  expect((await inspect('neo4j')).State.Health.Status).toBe('healthy');
  expect(await publishedOn('neo4j')).toEqual([]);
  expect(await publishedOn('api')).toEqual(['127.0.0.1']);
});

test('a backup has the digest that the API reports, and is not restored over a graph that has data', async () => {
  const [backup = '', restore = ''] = commandsOf('Backup and restore');
  const printed = await print(backup);
  const digest = /digest ([\w-]+)/.exec(printed)?.[1];
  expect(await ask('{ graph { digest } }')).toEqual({ data: { graph: { digest } } });
  expect(existsSync(join(folder, 'graph.kg.gz'))).toBe(true);
  const { code, err } = await run(restore);
  expect(code).not.toBe(0);
  expect(err).toMatch(/empty/);
});

test('the copy for analysts has the same digest, and refuses writes once it is filled', async () => {
  const digest = ((await ask('{ graph { digest } }')) as { data: { graph: { digest: string } } }).data.graph
    .digest;
  const [open = '', restore = '', close = ''] = commandsOf('For analysts');
  await print(open);
  expect(await print(restore)).toContain(`digest ${digest}.`);
  await print(close);
  expect(await publishedOn('analysts')).toEqual(['127.0.0.1', '127.0.0.1']);
  const login = neo4j.auth.basic('neo4j', passwords.ANALYSTS_PASSWORD);
  const driver = neo4j.driver(`bolt://127.0.0.1:${ports.get(7687)}`, login, {
    disableLosslessIntegers: true,
  });
  try {
    const { records } = await driver.executeQuery('MATCH (policy:Policy) RETURN count(*) AS count');
    expect(records[0]?.get('count')).toBeGreaterThan(0);
    await expect(driver.executeQuery('CREATE (:Policy)')).rejects.toMatchObject({
      code: 'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
    });
  } finally {
    await driver.close();
  }
});

test('docker stop ends the API in its time, with code 0', async () => {
  const { Id } = await inspect('api');
  const begun = Date.now();
  await print(`docker stop ${Id}`);
  expect((Date.now() - begun) / 1000).toBeLessThan(15);
  const { State } = await inspect('api');
  expect([State.Status, State.ExitCode]).toEqual(['exited', 0]);
});
