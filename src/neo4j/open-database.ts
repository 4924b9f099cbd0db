/** Opens the Neo4j to work with: the given one, one that runs here already, or one of our own. */

import { resolve } from 'node:path';
import { chooseDatabase } from './choose-database.ts';
import { startContainerNeo4j } from './container-neo4j.ts';
import type { Ask, Database, Environment, Memory, Ports, Progress } from './database.ts';
import { hasJars } from './install-jars.ts';
import { type LocalStatus, readLocalStatus, startLocalNeo4j } from './local-neo4j.ts';
import { resolveRelease } from './neo4j-release.ts';
import { findJava, hasDockerEngine, hasMaven } from './probe-machine.ts';
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
  /** Asked until it answers, of a database that we start or find; never of a given one. */
  readonly ask: Ask;
  /** Another folder for the data itself, for example a fresh one; a container then keeps nothing. */
  readonly home?: string | undefined;
  readonly memory?: Memory | undefined;
  readonly ports?: Ports | undefined;
}

const FOUND_MILLISECONDS = 20_000;

/**
 * Opens the database to work with, starting one where none is given or found.
 * @throws NoDatabaseError where there is no way to one; Error where the one chosen does not come up
 */
export async function openDatabase(open: OpenDatabase): Promise<Database> {
  const { settings, env, progress, ask, home, memory, ports } = open;
  const { dataFolder, neo4jVersion } = settings;
  const release = resolveRelease(neo4jVersion);
  const place = { dataFolder, home };
  const kind = await chooseDatabase({
    givenUri: settings.uri,
    localRunning: async () => (await readLocalStatus(place)).state === 'running',
    java: () => findJava(env),
    maven: async () => (await hasJars(resolve(dataFolder), release)) || (await hasMaven(env)),
    docker: hasDockerEngine,
    javaAtLeast: release.javaAtLeast,
  });

  if (kind === 'given') return givenDatabase(settings);
  if (kind === 'container') {
    return startContainerNeo4j({ neo4jVersion, dataFolder, keepData: !home, memory, progress, ask });
  }
  const found = await readLocalStatus(place);
  if (found.state === 'running') {
    progress(`Using the Neo4j that already runs in ${found.home} (process ${found.pid}).`);
    return foundDatabase(found, ask);
  }
  const local = await startLocalNeo4j({
    ...place,
    neo4jVersion,
    env,
    progress,
    ask,
    memory,
    ports,
    keep: false,
  });
  return localDatabase(local.status, () => local.close());
}

function givenDatabase(settings: DatabaseSettings): Database {
  return {
    kind: 'given',
    uri: settings.uri ?? '',
    user: settings.user ?? 'neo4j',
    password: settings.password ?? '',
    database: settings.database,
    browserUrl: undefined,
    close: async () => undefined,
  };
}

async function foundDatabase(found: LocalStatus, ask: Ask): Promise<Database> {
  const database = localDatabase(found, async () => undefined);
  try {
    await waitUntilReady({
      httpUrl: found.httpUrl ?? '',
      connection: database,
      ask,
      milliseconds: FOUND_MILLISECONDS,
      ended: new Promise(() => undefined),
    });
  } catch (error) {
    throw new Error(
      `A Neo4j runs in ${found.home} (process ${found.pid}), but it does not answer. "kg neo4j stop" stops it.`,
      { cause: error },
    );
  }
  return database;
}

function localDatabase(status: LocalStatus, close: () => Promise<void>): Database {
  const { connection, browserUrl } = status;
  if (connection === undefined) throw new Error(`The Neo4j in ${status.home} has ended.`);
  return { kind: 'local', ...connection, browserUrl, close };
}
