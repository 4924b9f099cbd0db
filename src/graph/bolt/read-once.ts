/** One auto-commit read: answered, or given up when its client leaves, its time is over or the server is silent. */

import type { Session } from 'neo4j-driver';
import type { Row, Statement } from '../../cypher/statement.ts';
import { bookmarksOf, type Connection, openSession } from './connection.ts';
import { GraphError, graphError } from './graph-error.ts';
import { rows, toNeo4j } from './neo4j-values.ts';
import type { Line } from './open-line.ts';
import type { SilenceWatch } from './watch-silence.ts';

/** How a read may be cut short. */
export interface ReadOptions {
  /** The longest it may take, in ms. */
  readonly timeout?: number | undefined;
  /** Cancels the statement, as when the client has gone away. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Takes the bookmark of the state that was read: each commit changes it. Where others commit all the time, so that no
   * one state was read, it is a bookmark that no other read gives.
   */
  readonly sawBookmark?: ((bookmark: string) => void) | undefined;
}

/** Bookmarks of a session, sorted; more than one where the server gives more. */
export type Bookmarks = readonly string[];

/** What one statement read, and the bookmarks that it ended with. */
export interface ReadRows {
  readonly rows: readonly Row[];
  readonly bookmarks: Bookmarks;
}

/** How long a statement may be over its time before we stop waiting to hear so, in ms: Neo4j looks about once a second. */
const GRACE = 1_500;
/** How long a session may take to close, in ms: it waits for its server where something still runs. */
const CLOSING = 1_500;

/** A reason to wait no more, which rejects when it comes. */
interface Ending {
  readonly come: Promise<never>;
  /** Waits for it no more. */
  end(): void;
}

/**
 * Sends one read by a line, and retires the line where its connection is not given back in time.
 * @param bookmarks commits that are to be written before it begins
 */
export async function readOnce(
  line: Line,
  connection: Connection,
  watch: SilenceWatch,
  statement: Statement,
  { timeout, signal }: ReadOptions,
  bookmarks: Bookmarks,
): Promise<ReadRows> {
  if (signal?.aborted) throw cancelled(signal);
  return await line.use(async () => {
    const session = openSession(line.driver, connection, 'READ', { bookmarks });
    let unanswered = false;
    try {
      const rows = await readRows(session, watch, statement, { timeout, signal });
      watch.heard();
      return { rows, bookmarks: bookmarksOf(session) };
    } catch (error) {
      if (signal?.aborted) throw cancelled(signal);
      unanswered = error instanceof GraphError;
      throw graphError(error);
    } finally {
      if (unanswered || !(await closesInTime(session))) line.retire();
    }
  });
}

async function readRows(
  session: Session,
  watch: SilenceWatch,
  { text, parameters }: Statement,
  { timeout, signal }: ReadOptions,
) {
  const endings: Ending[] = [];
  try {
    if (signal) endings.push(abortion(signal));
    let settings = {};
    if (timeout !== undefined) {
      const { metadata, ...silence } = watch.watch();
      endings.push(silence, lateness(timeout + GRACE));
      settings = { timeout, metadata };
    }
    const answer = withoutStack(() => session.run(text, toNeo4j(parameters), settings));
    return rows(await Promise.race([answer, ...endings.map(({ come }) => come)]));
  } finally {
    for (const each of endings) each.end();
  }
}

/**
 * Runs what makes errors for their stacks alone: the driver makes one for each result, and finding its lines in sources
 * took a tenth of the time of a question.
 */
function withoutStack<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** A time after which a server that is there and says nothing is waited for no more. */
function lateness(milliseconds: number): Ending {
  let timer: NodeJS.Timeout | undefined;
  const come = new Promise<never>((_, reject) => {
    const late = () => reject(new GraphError('timeout', 'Neo4j said nothing in time', undefined));
    timer = setTimeout(late, milliseconds);
  });
  return heard({ come, end: () => clearTimeout(timer) });
}

function abortion(signal: AbortSignal): Ending {
  let left = () => {};
  const come = new Promise<never>((_, reject) => {
    left = () => reject(cancelled(signal));
    signal.addEventListener('abort', left, { once: true });
  });
  return heard({ come, end: () => signal.removeEventListener('abort', left) });
}

/** A promise whose rejection need not be awaited. */
function heard(ending: Ending): Ending {
  ending.come.catch(() => undefined);
  return ending;
}

function cancelled(signal: AbortSignal): GraphError {
  return new GraphError('cancelled', 'the client went away', signal.reason);
}

/** Closes a session, which ends what still runs in it; false where the server has not confirmed that in time. */
async function closesInTime(session: Session): Promise<boolean> {
  const late = lateness(CLOSING);
  try {
    await Promise.race([session.close(), late.come]);
    return true;
  } catch {
    return false;
  } finally {
    late.end();
  }
}
