/** Reads a setting of the Neo4j at an address. */

import type { Connection } from '../bolt/connection.ts';
import { openGraph } from '../graph.ts';

/**
 * The value of a setting, read over Bolt; undefined where it has none.
 * @throws GraphError while Neo4j cannot answer, or refuses the login
 */
export async function readSetting(connection: Connection, setting: string): Promise<string | undefined> {
  const graph = openGraph(connection);
  try {
    const text = 'SHOW SETTINGS YIELD name, value WHERE name = $setting RETURN value';
    const [row] = await graph.read({ text, parameters: { setting } }, { timeout: 5_000 });
    return typeof row?.value === 'string' ? row.value : undefined;
  } finally {
    await graph.close();
  }
}
