/** Proves that what answers at an address is the Neo4j that was started on a home folder. */

import { realpath } from 'node:fs/promises';
import type { Ask, Connection } from '../database.ts';
import { RUN_SETTING } from '../neo4j-config.ts';
import type { LocalRun } from './run-file.ts';

/**
 * Reads back over Bolt what the configuration of this run alone says. Two Neo4js that start at once can be given the
 * same ports, and the one that lost them would otherwise be taken for the other.
 * @throws Error where nothing answers, or another Neo4j
 */
export async function proveRun(
  { id }: Pick<LocalRun, 'id'>,
  home: string,
  connection: Connection,
  ask: Ask,
): Promise<void> {
  const answered = await ask(connection, id === undefined ? 'server.directories.neo4j_home' : RUN_SETTING);
  // A run file of an older version names no run.
  const isOurs =
    id === undefined
      ? answered !== undefined && (await realpath(answered).catch(() => answered)) === (await realpath(home))
      : answered?.includes(id);
  if (!isOurs) throw new Error(`Another Neo4j answers at ${connection.uri}, not the one in ${home}`);
}
