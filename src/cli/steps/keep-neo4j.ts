/** Starts the Neo4j of a service again where it ends, and gives up where that does not help. */

import { GraphError } from '../../graph/bolt/graph-error.ts';
import type { Database } from '../../neo4j/database.ts';

/** A database that is started again at the same address. */
export interface KeptDatabase {
  /** Resolves with the reason once it is given up. */
  readonly lost: Promise<GraphError>;
  /** Stops what runs, and starts nothing any more. */
  close(): Promise<void>;
}

/** How often it is started again within a time, in ms: one that ends at once would otherwise be started for ever. */
const STARTS = 3;
const WITHIN = 10 * 60_000;

/**
 * Watches a database.
 * @param reopen opens it at the same address, or fails
 */
export function keepDatabase(
  first: Database,
  reopen: () => Promise<Database>,
  say: (words: string) => void,
): KeptDatabase {
  let current = first;
  let closed = false;
  const starts: number[] = [];
  const lose = async (): Promise<GraphError> => {
    for (;;) {
      let reason = `Neo4j at ${first.uri} has ended (${await current.ended})`;
      await current.close();
      for (;;) {
        if (closed) return new Promise(() => undefined);
        const now = Date.now();
        if (starts.filter((time) => now - time < WITHIN).length >= STARTS) {
          return new GraphError(
            'unavailable',
            `${reason}. It was started ${STARTS} times within 10 minutes.`,
            undefined,
          );
        }
        starts.push(now);
        say(`${reason}. Starting it again …`);
        try {
          current = await reopen();
          break;
        } catch (error) {
          reason = error instanceof Error ? error.message : String(error);
        }
      }
      if (closed) await current.close();
      else say(`Neo4j answers again at ${current.uri}.`);
    }
  };
  const lost = lose().catch(
    (error: unknown) =>
      new GraphError('unavailable', error instanceof Error ? error.message : String(error), error),
  );
  return {
    lost,
    async close() {
      closed = true;
      await current.close();
    },
  };
}
