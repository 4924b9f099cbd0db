/** The only door to Neo4j: statements go out, rows come in, errors come as GraphError. */

import { type Driver, type ManagedTransaction, Neo4jError, type Session } from 'neo4j-driver';
import type { Row, Run, Statement } from '../cypher/statement.ts';
import { type Connection, openSession, type SessionOptions } from './bolt/connection.ts';
import { GraphError, graphError } from './bolt/graph-error.ts';
import { rows, toNeo4j } from './bolt/neo4j-values.ts';
import { openLines } from './bolt/open-line.ts';
import { type ReadOptions, readOnce } from './bolt/read-once.ts';
import { watchSilence } from './bolt/watch-silence.ts';
import { readOneState } from './read-one-state.ts';

/** What a write says of itself to others, and how it may be cut short. */
export interface WriteOptions {
  /** Shown in the server's list of transactions. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** The longest it may take before Neo4j takes it back, in ms. */
  readonly timeout?: number;
  /** Gives the write up, as when it has waited too long. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs one statement inside a transaction; its rows come as they are taken, however many there are. */
export type Stream = (statement: Statement) => AsyncIterable<Row>;

/** A Neo4j that statements can be sent to. */
export interface Graph {
  /**
   * One auto-commit read of one state: a single round trip, and another where something was committed meanwhile or the
   * failure was transient.
   */
  read(statement: Statement, options?: ReadOptions): Promise<readonly Row[]>;
  /**
   * Several reads of one revision: `work` is done again where something was applied meanwhile.
   * @throws GraphError "conflict" where that happens each time
   */
  readAll<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /**
   * Reads in one transaction what is too much to hold.
   * @param work asks `isOneRevision` when all is read: not, where something was applied meanwhile
   */
  readStreams<T>(
    work: (stream: Stream, run: Run, isOneRevision: () => Promise<boolean>) => Promise<T>,
  ): Promise<T>;
  /** All or nothing: what `work` wrote is kept only if it returns. */
  write<T>(work: (run: Run) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** One change of constraints or indexes; Neo4j keeps these apart from data. */
  changeSchema(statement: Statement, options?: WriteOptions): Promise<readonly Row[]>;
  /** Throws a GraphError while Neo4j cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How many rows of a stream are asked for at a time: some are half a megabyte. */
const FETCHED = 100;

/** How often several reads are done where something is applied each time. */
const READ_ATTEMPTS = 3;

/** How often a change of the schema is tried while others stand in its way. */
const SCHEMA_ATTEMPTS = 20;

/**
 * Opens the door: one driver a process, and a new one where the old one's connections have fallen silent. Nothing is
 * sent before the first statement.
 */
export function openGraph(connection: Connection): Graph {
  const lines = openLines(connection);
  const watch = watchSilence(connection);
  const reader = readOneState(async (statement, options, bookmarks) => {
    await watch.ready();
    return await readOnce(lines.current(), connection, watch, statement, options, bookmarks);
  });
  const withDriver = <T>(work: (driver: Driver) => Promise<T>) => {
    const line = lines.current();
    return line.use(() => work(line.driver));
  };
  const transact = <T>(
    mode: 'READ' | 'WRITE',
    work: (transaction: ManagedTransaction) => Promise<T>,
    options: WriteOptions & SessionOptions = {},
  ) =>
    withDriver((driver) =>
      inTransaction(openSession(driver, connection, mode, options), mode, work, options),
    );
  /** Reads in one transaction, which begins when the newest revision is wholly written. */
  const readRevision = async <T>(
    work: (transaction: ManagedTransaction, isOneRevision: () => Promise<boolean>) => Promise<T>,
    options: SessionOptions = {},
  ) => {
    const { revision, bookmarks } = await reader.revision();
    const isOneRevision = async () => (await reader.revision()).revision === revision;
    return await transact('READ', (transaction) => work(transaction, isOneRevision), {
      ...options,
      bookmarks,
    });
  };
  return {
    async read(statement, options = {}) {
      try {
        return await reader.read(statement, options);
      } catch (error) {
        const failure = graphError(error);
        if (!failure.transient || options.signal?.aborted) throw failure;
        return await reader.read(statement, options);
      }
    },
    async readAll(work) {
      for (let attempt = 0; attempt < READ_ATTEMPTS; attempt += 1) {
        const { found, isOne } = await readRevision(async (transaction, isOneRevision) => {
          const found = await work(runOf(transaction));
          return { found, isOne: await isOneRevision() };
        });
        if (isOne) return found;
      }
      throw new GraphError('conflict', 'something is applied each time the graph is read', undefined);
    },
    readStreams: (work) =>
      readRevision(
        (transaction, isOneRevision) => {
          const stream = streamOf(transaction);
          return work(stream, collecting(stream), isOneRevision);
        },
        { fetchSize: FETCHED },
      ),
    write: (work, options) => transact('WRITE', (transaction) => work(runOf(transaction)), options),
    async changeSchema(statement, options = {}) {
      // First applies at once make the same constraints: one wins, the others find theirs made or get in its way.
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await withDriver((driver) =>
            changeOnce(openSession(driver, connection, 'WRITE'), statement, options),
          );
        } catch (error) {
          const failure = graphError(error);
          if (failure.reason === 'exists') return [];
          if (failure.reason !== 'conflict' || attempt === SCHEMA_ATTEMPTS) throw failure;
        }
      }
    },
    ping: () => withDriver((driver) => ping(driver, connection)),
    close: lines.close,
  };
}

async function changeOnce(
  session: Session,
  { text, parameters }: Statement,
  options: WriteOptions,
): Promise<readonly Row[]> {
  const letGo = closeOnAbort(session, options.signal);
  try {
    return rows(await session.run(text, toNeo4j(parameters), configOf(options)));
  } finally {
    letGo();
    await session.close();
  }
}

async function inTransaction<T>(
  session: Session,
  mode: 'READ' | 'WRITE',
  work: (transaction: ManagedTransaction) => Promise<T>,
  options: WriteOptions = {},
): Promise<T> {
  const letGo = closeOnAbort(session, options.signal);
  try {
    return await (mode === 'READ'
      ? session.executeRead(work)
      : session.executeWrite(work, configOf(options)));
  } catch (error) {
    throw error instanceof Neo4jError ? graphError(error) : error;
  } finally {
    letGo();
    await session.close();
  }
}

function configOf({ metadata, timeout }: WriteOptions) {
  return { ...(metadata ? { metadata } : {}), ...(timeout === undefined ? {} : { timeout }) };
}

/**
 * Closes a session when a signal says so, or has said so: what runs in it ends with an error.
 * @returns lets go of the signal
 */
function closeOnAbort(session: Session, signal: AbortSignal | undefined): () => void {
  const close = () => void session.close().catch(() => undefined);
  if (signal?.aborted) close();
  signal?.addEventListener('abort', close, { once: true });
  return () => signal?.removeEventListener('abort', close);
}

function runOf(transaction: ManagedTransaction): Run {
  return async ({ text, parameters }) => rows(await transaction.run(text, toNeo4j(parameters)));
}

/** A transaction keeps each result that was awaited as a whole, to its end; what is streamed it does not keep. */
function collecting(stream: Stream): Run {
  return async (statement) => {
    const found: Row[] = [];
    for await (const row of stream(statement)) found.push(row);
    return found;
  };
}

function streamOf(transaction: ManagedTransaction): Stream {
  return async function* ({ text, parameters }) {
    for await (const record of transaction.run(text, toNeo4j(parameters))) yield record.toObject();
  };
}

async function ping(driver: Driver, { database }: Connection): Promise<void> {
  try {
    await driver.verifyConnectivity(database === undefined ? {} : { database });
  } catch (error) {
    throw graphError(error);
  }
}
