/** Statements at once, bounded: past the bound the answer is "come back", not a queue without end. */

import type { Statement } from '../cypher/statement.ts';
import { clientError } from '../diagnostics/client-error.ts';
import type { Graph, ReadOptions, Row } from '../graph/graph.ts';
import { GraphError } from '../graph/graph-error.ts';
import { STATEMENT_TIMEOUT } from './api-context.ts';

/** Statement texts that Neo4j plans at once; planning one takes a core for a second or more. */
const PLANNED_AT_ONCE = 2;
/** Texts remembered as planned; Neo4j itself keeps about a thousand. */
const REMEMBERED = 1_000;

/**
 * The graph, with at most so many reads under way; one more is refused with 503 and Retry-After. A text that Neo4j has
 * not planned yet is sent once, while others with the same text wait for it, and only a few such texts at a time: else
 * a new shape asked by many at once is planned by each of them, and none is answered in time.
 * @param patience how long a text waits for others to be planned, in ms
 */
export function limitConcurrency(graph: Graph, most: number, patience = STATEMENT_TIMEOUT): Graph {
  const planned = new Set<string>();
  const flights = new Map<string, Promise<unknown>>();
  let underWay = 0;

  async function readPlanned(statement: Statement, options?: ReadOptions): Promise<readonly Row[]> {
    const deadline = Date.now() + patience;
    while (!planned.has(statement.text)) {
      if (Date.now() > deadline || options?.signal?.aborted) throw tooMany();
      const others =
        flights.get(statement.text) ??
        (flights.size >= PLANNED_AT_ONCE ? Promise.race(flights.values()) : undefined);
      if (others === undefined) return await readFirst(statement, options);
      await others.catch(() => undefined);
    }
    return await graph.read(statement, options);
  }

  async function readFirst(statement: Statement, options?: ReadOptions): Promise<readonly Row[]> {
    const flight = graph.read(statement, options);
    flights.set(statement.text, flight);
    try {
      const rows = await flight;
      if (planned.size >= REMEMBERED) planned.clear();
      planned.add(statement.text);
      return rows;
    } finally {
      flights.delete(statement.text);
    }
  }

  return {
    ...graph,
    async read(statement, options) {
      if (underWay >= most) throw tooMany();
      underWay++;
      try {
        return await readPlanned(statement, options);
      } catch (error) {
        // A Neo4j that went away comes back with nothing planned.
        if (error instanceof GraphError && error.reason === 'unavailable') planned.clear();
        throw error;
      } finally {
        underWay--;
      }
    },
  };
}

function tooMany() {
  return clientError('SERVICE_UNAVAILABLE', 'Too many questions at once; try again in a moment.');
}
