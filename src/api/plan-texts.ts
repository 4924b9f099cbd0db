/** What is asked for the first time is planned by Neo4j, for seconds: once for all who ask it, and to its end. */

import type { Row, Statement } from '../cypher/statement.ts';
import { clientError } from '../diagnostics/client-error.ts';
import { GraphError } from '../graph/bolt/graph-error.ts';
import type { ReadOptions } from '../graph/bolt/read-once.ts';
import type { Graph } from '../graph/graph.ts';

/** Texts that Neo4j plans at once; planning one takes a core for a second or more. */
const PLANNED_AT_ONCE = 2;
/** Texts remembered as planned; Neo4j itself keeps about a thousand. */
const REMEMBERED = 1_000;
/** The longest that a text may take where it is planned on the way, in ms. */
const PLANNING = 60_000;

/** A text that is being planned, or will be. */
interface Flight {
  readonly rows: Promise<readonly Row[]>;
  /** How many callers wait for it: if none are left before it begins, it is never sent. */
  waiting: number;
}

/**
 * The graph, where a text that Neo4j has not planned yet is sent once, while others with the same text wait for it, and
 * only a few such texts at a time: else a new shape asked by many at once is planned by each of them, and none is
 * answered in time. Planning that has begun goes on when those who wait have left, so that whoever asks again is
 * answered. It has a limit of its own: Neo4j keeps nothing of a plan that was cut off.
 * @param patience how long anybody waits for a text to be planned, in ms
 */
export function planTexts(graph: Graph, patience: number): Graph {
  const planned = new Set<string>();
  const flights = new Map<string, Flight>();
  const queue: (() => void)[] = [];
  let planning = 0;

  function flightOf(statement: Statement, { sawBookmark }: ReadOptions): Flight {
    const known = flights.get(statement.text);
    if (known) return known;
    const begun = new Promise<boolean>((resolve) => {
      queue.push(() => {
        if (flight.waiting > 0) planning++;
        resolve(flight.waiting > 0);
      });
    });
    const rows = begun
      .then((wanted) => (wanted ? plan(statement, { timeout: PLANNING, sawBookmark }) : []))
      .finally(() => flights.delete(statement.text));
    // Callers that wait receive the failure; when all have left, it is dropped on purpose.
    rows.catch(() => undefined);
    const flight: Flight = { waiting: 0, rows };
    flights.set(statement.text, flight);
    return flight;
  }

  async function plan(statement: Statement, options: ReadOptions): Promise<readonly Row[]> {
    try {
      const rows = await graph.read(statement, options);
      if (planned.size >= REMEMBERED) planned.clear();
      planned.add(statement.text);
      return rows;
    } finally {
      planning--;
      beginNext();
    }
  }

  function beginNext(): void {
    while (planning < PLANNED_AT_ONCE && queue.length > 0) queue.shift()?.();
  }

  async function waitFor(
    flight: Flight,
    deadline: number,
    signal: AbortSignal | undefined,
  ): Promise<readonly Row[]> {
    flight.waiting++;
    beginNext();
    try {
      return await withinPatience(flight.rows, deadline, signal);
    } catch (error) {
      throw error instanceof GraphError && error.reason === 'timeout' ? stillPlanning() : error;
    } finally {
      flight.waiting--;
    }
  }

  return {
    ...graph,
    async read(statement, options = {}) {
      const { text } = statement;
      const deadline = performance.now() + patience;
      while (!planned.has(text)) {
        const others = flights.get(text);
        if (!others) return await waitFor(flightOf(statement, options), deadline, options.signal);
        try {
          await waitFor(others, deadline, options.signal);
        } catch (error) {
          if (isEveryones(error) || options.signal?.aborted) throw error;
        }
      }
      try {
        return await graph.read(statement, options);
      } catch (error) {
        // It may have been planned anew, as after a change of the graph's statistics.
        if (error instanceof GraphError && error.reason === 'timeout') planned.delete(text);
        // A Neo4j that went away comes back with nothing planned.
        if (error instanceof GraphError && error.reason === 'unavailable') planned.clear();
        throw error;
      }
    },
  };
}

/** Whether a failure does not depend on the parameters of one caller: all callers would fail the same way. */
function isEveryones(error: unknown): boolean {
  return !(error instanceof GraphError) || error.reason === 'unavailable';
}

/** What a promise gives, unless whoever waits leaves or loses patience before. */
async function withinPatience<T>(
  work: Promise<T>,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    const leave = () => reject(new GraphError('cancelled', 'the client went away', signal?.reason));
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { signal: over.signal });
    timer = setTimeout(() => reject(stillPlanning()), deadline - performance.now());
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    over.abort();
    clearTimeout(timer);
  }
}

function stillPlanning() {
  const message = 'Neo4j is still planning this question for the first time; ask again in a moment.';
  return clientError('TIMEOUT', message);
}
