/** Opens the Neo4j to work with: the given one, one that runs here already, or one of our own. */

import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chooseDatabase } from './choose-database.ts';
import { startContainerNeo4j } from './container/container-neo4j.ts';
import type { Ask, Database, Environment, Memory, Ports, Progress } from './database.ts';
import { hasJars } from './local/install-jars.ts';
import { startLocalNeo4j } from './local/local-neo4j.ts';
import { homeOf, type LocalPlace } from './local/local-place.ts';
import { type LocalStatus, readLocalStatus } from './local/local-status.ts';
import { resolveRelease } from './neo4j-release.ts';
import { passwordPath } from './password-file.ts';
import { findJava, hasDockerEngine, hasMaven } from './probe-machine.ts';
import { isAlive } from './process/process-mark.ts';
import { proveRun } from './process/prove-run.ts';
import { readRunFile, readRunState } from './process/run-file.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** Which database is wanted. */
export interface DatabaseSettings {
  /** NEO4J_URI; where it is given, nothing is started. */
  readonly uri?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
  /** KG_DATA: where a local database and its jars are kept. */
  readonly dataFolder: string;
  /** KG_NEO4J_VERSION: 5.26, or exactly 5.26.28. */
  readonly neo4jVersion: string;
}

/** What opening a database takes. */
export interface OpenDatabase {
  readonly settings: DatabaseSettings;
  readonly env: Environment;
  readonly progress: Progress;
  /** Asked until it answers and proves to be the one, of a database that we start or find; never of a given one. */
  readonly ask: Ask;
  /** Another folder for the data itself, for example a fresh one; a container then keeps nothing. */
  readonly home?: string | undefined;
  readonly memory?: Memory | undefined;
  readonly ports?: Ports | undefined;
  /** The commands that Neo4j Browser runs on connecting, of a database that is started here. */
  readonly browserCommands?: readonly string[] | undefined;
  /** Gives up: what was started is ended. */
  readonly signal?: AbortSignal | undefined;
}

const FOUND_MILLISECONDS = 20_000;
const NEVER = new Promise<string>(() => undefined);
/** How often we look whether a Neo4j that another process started still runs, in ms. */
const LOOK_EVERY = 500;

/**
 * Opens the database to work with, starting one where none is given or found.
 * @throws NoDatabaseError where there is no way to one; Error where the one chosen does not come up
 */
export async function openDatabase(open: OpenDatabase): Promise<Database> {
  const { settings, env, progress, ask, home, memory, ports, browserCommands, signal } = open;
  const { dataFolder, neo4jVersion } = settings;
  const release = resolveRelease(neo4jVersion);
  const place = { dataFolder, home };
  const kind = await chooseDatabase({
    givenUri: settings.uri,
    localRunning: () => isLocalRunning(place),
    java: () => findJava(env),
    maven: async () => (await hasJars(resolve(dataFolder), release)) || (await hasMaven(env)),
    docker: hasDockerEngine,
    javaAtLeast: release.javaAtLeast,
  });

  signal?.throwIfAborted();
  if (kind === 'given') return givenDatabase(settings);
  if (kind === 'container') {
    const start = {
      neo4jVersion,
      dataFolder,
      keepData: !home,
      memory,
      ports,
      browserCommands,
      progress,
      ask,
      signal,
    };
    return startContainerNeo4j(start);
  }
  const found = await readLocalStatus(place);
  if (found.state === 'running') {
    progress(`Using the Neo4j that already runs in ${found.home} (process ${found.pid}).`);
    return foundDatabase(place, found, ask, signal);
  }
  const start = {
    ...place,
    neo4jVersion,
    env,
    progress,
    ask,
    memory,
    ports,
    browserCommands,
    signal,
    keep: false,
  };
  const local = await startLocalNeo4j(start);
  const database = localDatabase(place, local.status, local.ended, () => local.close());
  return { ...database, runsBrowserCommands: (browserCommands ?? []).length > 0 };
}

async function isLocalRunning(place: LocalPlace): Promise<boolean> {
  const home = homeOf(place);
  return (await readRunState(home, await readRunFile(home))) === 'running';
}

function givenDatabase(settings: DatabaseSettings): Database {
  return {
    kind: 'given',
    uri: settings.uri ?? '',
    user: settings.user ?? 'neo4j',
    password: settings.password ?? '',
    database: settings.database,
    browserUrl: undefined,
    runsBrowserCommands: false,
    ports: undefined,
    passwordFile: undefined,
    ended: NEVER,
    close: async () => undefined,
  };
}

async function foundDatabase(
  place: LocalPlace,
  found: LocalStatus,
  ask: Ask,
  signal: AbortSignal | undefined,
): Promise<Database> {
  const closed = new AbortController();
  const ended = watchEnd(found, closed.signal);
  const database = localDatabase(place, found, ended, async () => closed.abort());
  try {
    await waitUntilReady({
      httpUrl: found.httpUrl ?? '',
      prove: () => proveRun(found.run ?? { id: undefined }, found.home, database, ask),
      milliseconds: FOUND_MILLISECONDS,
      ended,
      signal,
    });
  } catch (error) {
    await database.close();
    signal?.throwIfAborted();
    throw new Error(
      `A Neo4j runs in ${found.home} (process ${found.pid}), but it does not answer. "kg neo4j stop" stops it.`,
      { cause: error },
    );
  }
  return database;
}

/** Resolves once the Neo4j that another process started has ended; holds no process. */
async function watchEnd({ run }: LocalStatus, closed: AbortSignal): Promise<string> {
  while (!closed.aborted && (await isAlive(run?.java)))
    await setTimeout(LOOK_EVERY, undefined, { ref: false });
  return closed.aborted ? NEVER : 'its process is gone';
}

function localDatabase(
  place: LocalPlace,
  status: LocalStatus,
  ended: Promise<string>,
  close: () => Promise<void>,
): Database {
  const { connection, browserUrl, run } = status;
  if (connection === undefined) throw new Error(`The Neo4j in ${status.home} has ended.`);
  // An older version, which named no run, started Neo4j without a password.
  const passwordFile = run?.id === undefined ? undefined : passwordPath(place);
  const ports = run?.ports;
  return {
    kind: 'local',
    ...connection,
    browserUrl,
    runsBrowserCommands: false,
    ports,
    passwordFile,
    ended,
    close,
  };
}
