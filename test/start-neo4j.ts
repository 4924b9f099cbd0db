/**
 * Opens the real Neo4j that each worker of the graph tests runs against, as `kg serve` would choose it: the one that
 * NEO4J_URI names, which has to be empty; one of its own from Java and Maven; or one in a container.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../src/graph/bolt/connection.ts';
import { type Graph, openGraph } from '../src/graph/graph.ts';
import { readSetting } from '../src/graph/reading/read-setting.ts';
import type { Database } from '../src/neo4j/database.ts';
import { hasJars } from '../src/neo4j/local/install-jars.ts';
import { resolveRelease } from '../src/neo4j/neo4j-release.ts';
import { openDatabase } from '../src/neo4j/open-database.ts';
import { findJava, hasMaven } from '../src/neo4j/probe-machine.ts';
import { type Leases, openLeases } from './leases.ts';
import { buildSchema, runOperation } from './run-operation.ts';

/** The Neo4j that one worker alone uses. */
export interface WorkerNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Undefined where NEO4J_URI names the Neo4j: its address is not known then. */
  readonly browserUrl: string | undefined;
  /** A folder for what a test file leaves for the next. */
  readonly notes: string;
  /** Why tests that start a Neo4j of their own are skipped; undefined where they are not. */
  readonly whyNoOwn: string | undefined;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker. */
    neo4js: readonly WorkerNeo4j[];
    /** The port of the leases under which workers take them. */
    neo4jLeases: number;
  }
}

/** Where the jars are kept between runs. */
const DATA = '.neo4j';
const VERSION = '5.26';

/**
 * Has the main question planned a few times over: a planner that has just started is slower by far than any that
 * serves, and would run into the limit of a statement on a busy machine.
 */
async function warmUpPlanner(connection: Connection): Promise<void> {
  const graph = openGraph(connection);
  const api = buildSchema();
  for (const orderBy of ['POLICY', 'CLUSTER', 'PLACE']) {
    const source = `{ support(orderBy: ${orderBy}) { totalCount whyNot { count } nodes { because { sentence } } } }`;
    const explained: Graph = {
      ...graph,
      read: (statement) =>
        graph.read({ ...statement, text: `EXPLAIN ${statement.text}` }, { timeout: 60_000 }),
    };
    await runOperation(api, explained, source);
  }
  await graph.close();
}

/** Tests fill and empty their Neo4j, so it may hold nothing that somebody wants to keep. */
async function refuseFilled(database: Database): Promise<void> {
  const graph = openGraph(database);
  try {
    const [row] = await graph.read({ text: 'MATCH (n) RETURN count(n) AS nodes', parameters: {} });
    if (row?.nodes === 0) return;
    throw new Error(
      `The Neo4j at NEO4J_URI holds ${row?.nodes} nodes. Tests fill and empty their Neo4j: name an empty one, or unset NEO4J_URI.`,
    );
  } finally {
    await graph.close();
  }
}

/** Why no Neo4j can be started by Java here; undefined where one can. */
async function whyNoOwn(): Promise<string | undefined> {
  const release = resolveRelease(VERSION);
  const java = await findJava(process.env);
  if (java === undefined || java.major < release.javaAtLeast)
    return `there is no Java >= ${release.javaAtLeast}`;
  return (await hasJars(resolve(DATA), release)) || (await hasMaven(process.env))
    ? undefined
    : 'there is no Maven';
}

/** A database for each worker, which is empty at its beginning and at its end; the real thing always. */
export default async function startNeo4j(project: TestProject): Promise<() => Promise<void>> {
  const opened: Opened[] = [];
  let leases: Leases | undefined;
  const close = async () => {
    await leases?.close();
    await Promise.all(opened.map((each) => each.close()));
  };
  try {
    // One after the other, so that the first brings the jars for all. They run long enough for both compilers of Java.
    while (opened.length < project.config.maxWorkers) opened.push(await openEmpty(process.env));
    leases = await openLeases(opened.length);
    project.provide('neo4jLeases', leases.port);
    const why = await whyNoOwn();
    project.provide(
      'neo4js',
      opened.map(({ neo4j }) => ({ ...neo4j, whyNoOwn: why })),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

interface Opened {
  readonly neo4j: Omit<WorkerNeo4j, 'whyNoOwn'>;
  readonly close: () => Promise<void>;
}

async function openEmpty(env: NodeJS.ProcessEnv): Promise<Opened> {
  const home = await mkdtemp(join(tmpdir(), 'kg-test-'));
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = env;
  const given = { uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD, database: NEO4J_DATABASE };
  const database = await openDatabase({
    settings: { ...given, dataFolder: DATA, neo4jVersion: VERSION },
    home,
    env,
    progress: (message) => process.stderr.write(`${message}\n`),
    ask: readSetting,
    ports: { bolt: 0, http: 0 },
  });
  try {
    await refuseFilled(database);
    await warmUpPlanner(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const { uri, user, password, browserUrl } = database;
  const close = async () => {
    if (database.kind === 'given') await emptyGiven(database);
    await database.close();
    await rm(home, { recursive: true, force: true });
  };
  return { neo4j: { uri, user, password, browserUrl, notes: home }, close };
}

async function emptyGiven(database: Database): Promise<void> {
  const graph = openGraph(database);
  await graph.write((run) => run({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }));
  await graph.close();
}
