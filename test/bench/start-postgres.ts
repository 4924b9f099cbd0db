/** An empty PostgreSQL for a bench, from the binaries of the machine; gone afterwards. */

import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '../../src/neo4j/local/find-free-port.ts';

/** A PostgreSQL that runs. */
export interface BenchPostgres {
  readonly uri: string;
  /** Runs SQL, followed by rows for `COPY … FROM STDIN`. */
  readonly run: (sql: string, input?: string) => void;
  readonly close: () => Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';
const USER = 'postgres';
/** The milliseconds between two tests of readiness, and their number at most. */
const PAUSE = 200;
const TRIES = 100;

/** The folder of PostgreSQL's binaries; undefined where there are none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/**
 * Starts a PostgreSQL on a free port of the loopback address. It refuses to run as root, and then runs as its own user.
 * @param bin the folder of its binaries
 */
export async function startPostgres(bin: string): Promise<BenchPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'kg-bench-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? ['runuser', '-u', USER, '--'] : [];
  if (isRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, USER], { encoding: 'utf8' }));
    chownSync(home, id('-u'), id('-g'));
  }
  const [data, port] = [join(home, 'data'), await findFreePort(0)];
  const command = (name: string, ...args: readonly string[]) => [...as, join(bin, name), ...args];
  const [init = '', ...initArgs] = command(
    'initdb',
    '-D',
    data,
    '-U',
    USER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
  );
  check(spawnSync(init, initArgs, { encoding: 'utf8' }));
  const listening = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `port=${port}`,
    '-c',
    `unix_socket_directories=${home}`,
  ];
  const [server = '', ...serverArgs] = command(
    'postgres',
    '-D',
    data,
    ...listening,
    '-c',
    'shared_buffers=256MB',
  );
  const child = spawn(server, serverArgs, { stdio: 'ignore' });
  const psql = (sql: string, input = '') =>
    spawnSync(
      join(bin, 'psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', USER, '-v', 'ON_ERROR_STOP=1', '-q'],
      { input: `${sql}\n${input}`, encoding: 'utf8', maxBuffer: 1 << 30 },
    );
  for (let tries = 0; psql('SELECT 1;').status !== 0; tries++) {
    if (tries === TRIES) throw new Error('PostgreSQL did not start.');
    await delay(PAUSE);
  }
  return {
    uri: `postgres://${USER}@127.0.0.1:${port}/${USER}`,
    run: (sql, input) => check(psql(sql, input)),
    close: async () => {
      const ended = once(child, 'exit');
      // Not by a signal: `runuser` keeps it to itself.
      const [stop = '', ...stopArgs] = command('pg_ctl', 'stop', '-D', data, '-m', 'fast');
      check(spawnSync(stop, stopArgs, { encoding: 'utf8' }));
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function check({ status, stderr, error }: SpawnSyncReturns<string>): void {
  if (status !== 0) throw new Error(stderr || String(error));
}
