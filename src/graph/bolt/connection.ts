/** Where a Neo4j is, and a driver to it. */

import neo4j, { type Driver, type Session } from 'neo4j-driver';

/** Where a Neo4j is and how to log in. */
export interface Connection {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Undefined: the server's default. */
  readonly database?: string | undefined;
}

/** How long a connection may take to be opened, in ms. */
const CONNECTING = 2_000;
/** How long a statement may wait for a connection, in ms. */
const ACQUIRING = 2_500;

/** Opens a driver. Nothing is sent before the first statement. */
export function openDriver({ uri, user, password }: Connection): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    connectionTimeout: CONNECTING,
    connectionAcquisitionTimeout: ACQUIRING,
    maxTransactionRetryTime: 0,
    userAgent: 'industry-graph',
  });
}

/** What a session begins with. */
export interface SessionOptions {
  /** Commits that are to be written before its first statement begins. */
  readonly bookmarks?: readonly string[] | undefined;
  /** How many rows of a result are asked for at a time; left out: the driver's own number. */
  readonly fetchSize?: number | undefined;
}

/** Opens a session of a driver. */
export function openSession(
  driver: Driver,
  { database }: Connection,
  mode: 'READ' | 'WRITE',
  { bookmarks, fetchSize }: SessionOptions = {},
): Session {
  return driver.session({
    ...(database === undefined ? {} : { database }),
    ...(fetchSize === undefined ? {} : { fetchSize }),
    ...(bookmarks === undefined || bookmarks.length === 0 ? {} : { bookmarks: [...bookmarks] }),
    defaultAccessMode: mode,
  });
}

/**
 * The bookmarks that a session has ended with, sorted. Two reads end with the same where nothing was committed in between;
 * nothing else follows from them.
 */
export function bookmarksOf(session: Session): readonly string[] {
  return [...session.lastBookmarks()].sort();
}
