/** A graph for the time of a command: the one that is given or runs already, else one of our own. */

import { GraphError } from '../../graph/bolt/graph-error.ts';
import { type Graph, openGraph } from '../../graph/graph.ts';
import { readSetting } from '../../graph/reading/read-setting.ts';
import type { Database } from '../../neo4j/database.ts';
import { type OpenDatabase, openDatabase } from '../../neo4j/open-database.ts';
import type { CommandContext } from '../command.ts';
import { explainConnection } from './explain-connection.ts';
import { type KeptDatabase, keepDatabase } from './keep-neo4j.ts';

/** The database that a command works on, and the door to it. */
export interface OpenedGraph {
  readonly database: Database;
  readonly graph: Graph;
}

/** The page cache of a Neo4j that is started here. */
export const PAGE_CACHE = '256m';

/** Opens the database of the settings. */
function openCommandDatabase(
  { settings, env, terminal }: CommandContext,
  more: Pick<OpenDatabase, 'signal' | 'ports' | 'browserCommands'>,
): Promise<Database> {
  const open: OpenDatabase = {
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
    ask: readSetting,
    ...more,
  };
  return openDatabase(open).catch((error: unknown) => {
    throw new GraphError('unavailable', error instanceof Error ? error.message : String(error), error);
  });
}

/**
 * Does something with a graph, and closes it whatever comes.
 * @param stop gives up opening it; a command that has one goes on until then, so Neo4j is started again where it ends
 * @param browserCommands the commands that Neo4j Browser runs on connecting, of a Neo4j that is started here
 * @throws GraphError where the graph cannot be reached or started, or is lost for good
 */
export async function withGraph<T>(
  context: CommandContext,
  work: (opened: OpenedGraph) => Promise<T>,
  stop?: AbortSignal,
  browserCommands: readonly string[] = [],
): Promise<T> {
  const { terminal } = context;
  terminal.working({ en: 'Opening the graph …', zh: '打开图谱……' });
  const database = await openCommandDatabase(context, { signal: stop, browserCommands });
  const kept = stop ? keepCommandDatabase(context, database, stop, browserCommands) : undefined;
  const graph = openGraph(database);
  try {
    await graph.ping().catch(async (error: unknown) => {
      throw database.kind === 'given' ? await explainConnection(error, database) : error;
    });
    terminal.working({ en: 'Reading the graph …', zh: '读取图谱……' });
    const working = work({ database, graph });
    return await (kept ? Promise.race([working, kept.lost.then(fail)]) : working);
  } finally {
    await graph.close();
    await (kept ?? database).close();
  }
}

function keepCommandDatabase(
  context: CommandContext,
  database: Database,
  stop: AbortSignal,
  browserCommands: readonly string[],
): KeptDatabase {
  const reopen = async () => {
    const { ports } = database;
    const again = await openCommandDatabase(context, { signal: stop, ports, browserCommands });
    if (again.uri === database.uri) return again;
    await again.close();
    throw new GraphError(
      'unavailable',
      `It answers at ${again.uri} now, because its ports are taken`,
      undefined,
    );
  };
  return keepDatabase(database, reopen, context.terminal.say);
}

function fail(error: GraphError): never {
  throw error;
}
