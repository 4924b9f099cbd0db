/** A graph for the time of a command: the one that is given or runs already, else one of our own. */

import { type Graph, openGraph } from '../graph/graph.ts';
import { GraphError } from '../graph/graph-error.ts';
import type { Connection, Database } from '../neo4j/database.ts';
import { openDatabase } from '../neo4j/open-database.ts';
import type { CommandContext } from './command.ts';
import { explainConnection } from './explain-connection.ts';

/** The database that a command works on, and the door to it. */
export interface OpenedGraph {
  readonly database: Database;
  readonly graph: Graph;
  /** Closes the door, and stops the database where it was started for this. */
  close(): Promise<void>;
}

/** The page cache of a Neo4j that is started here. */
export const PAGE_CACHE = '256m';

/**
 * Opens a graph and asks it once.
 * @throws GraphError where it cannot be reached or started
 */
async function openCommandGraph({ settings, env, terminal }: CommandContext): Promise<OpenedGraph> {
  const database = await openDatabase({
    settings: {
      uri: settings.neo4jUri,
      user: settings.neo4jUser,
      password: settings.neo4jPassword,
      database: settings.neo4jDatabase,
      dataFolder: settings.dataFolder,
      neo4jVersion: settings.neo4jVersion,
    },
    env,
    memory: { heap: settings.neo4jHeap, pageCache: PAGE_CACHE },
    progress: terminal.progress,
    ask: askOnce,
  }).catch((error: unknown) => {
    throw new GraphError('unavailable', error instanceof Error ? error.message : String(error), error);
  });
  const graph = openGraph(database);
  const close = async () => {
    await graph.close();
    await database.close();
  };
  try {
    await graph.ping();
  } catch (error) {
    await close();
    throw database.kind === 'given' ? await explainConnection(error, database) : error;
  }
  return { database, graph, close };
}

/** Does something with a graph, and closes it whatever comes. */
export async function withGraph<T>(
  context: CommandContext,
  work: (opened: OpenedGraph) => Promise<T>,
): Promise<T> {
  context.terminal.working('Opening the graph …');
  const opened = await openCommandGraph(context);
  context.terminal.working('Asking the graph …');
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** Throws while a Neo4j does not answer over Bolt. */
export async function askOnce(connection: Connection): Promise<void> {
  const graph = openGraph(connection);
  await graph.ping().finally(() => graph.close());
}
