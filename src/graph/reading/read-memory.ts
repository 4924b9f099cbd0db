/** How much memory Neo4j gives to a transaction. */

import { GraphError } from '../bolt/graph-error.ts';
import type { Graph } from '../graph.ts';

/** The settings that bound it; each may be 0, for no bound. */
const BOUNDS = [
  'db.memory.transaction.max',
  'db.memory.transaction.total.max',
  'dbms.memory.transaction.total.max',
];
/** How long asking may take, in ms. */
const TIMEOUT = 2_000;
const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/**
 * The most bytes that one transaction may take; undefined where there is no bound, or Neo4j does not report it: it
 * then refuses by itself, in the middle, and keeps nothing.
 * @see https://neo4j.com/docs/operations-manual/current/performance/memory-configuration/
 */
export async function readTransactionMemory(graph: Graph): Promise<number | undefined> {
  const rows = await graph
    .read(
      {
        text: 'SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN value',
        parameters: { names: BOUNDS },
      },
      { timeout: TIMEOUT },
    )
    .catch((error: unknown) => {
      if (error instanceof GraphError) return [];
      throw error;
    });
  const bounds = rows.map(({ value }) => bytesOf(String(value))).filter((bytes) => bytes > 0);
  return bounds.length > 0 ? Math.min(...bounds) : undefined;
}

/** The bytes in `358.40MiB`; 0 where it says none. */
function bytesOf(text: string): number {
  const [, number = '0', unit = 'B'] = /^([\d.]+)\s*(\w+)$/.exec(text) ?? [];
  return Number(number) * (UNITS[unit] ?? 0);
}
