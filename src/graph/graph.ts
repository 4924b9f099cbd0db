/** The only door to Neo4j: statements go out, rows come in, errors come as GraphError. */

import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Session } from 'neo4j-driver';
import type { Statement } from '../cypher/statement.ts';
import { GraphError, graphError } from './graph-error.ts';

/** Where a Neo4j is and how to log in. */
export interface Connection {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Undefined: the server's default. */
  readonly database?: string | undefined;
}

/** A row: values by column. */
export type Row = Readonly<Record<string, unknown>>;

/** How a read may be cut short. */
export interface ReadOptions {
  /** The longest it may take, in ms. */
  readonly timeout?: number;
  /** Cancels the statement, as when the client has gone away. */
  readonly signal?: AbortSignal | undefined;
}

/** What a write says of itself to others, and how it may be cut short. */
export interface WriteOptions {
  /** Seen by whoever lists the transactions of the server. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** The longest it may take before Neo4j takes it back, in ms. */
  readonly timeout?: number;
  /** Gives the write up, as when it has waited too long. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs one statement inside a transaction. */
export type Run = (statement: Statement) => Promise<readonly Row[]>;

/** Runs one statement inside a transaction; its rows come as they are taken, however many there are. */
export type Stream = (statement: Statement) => AsyncIterable<Row>;

/** A Neo4j that statements can be sent to. */
export interface Graph {
  /** One auto-commit read: a single round trip; sent once more where the failure was transient. */
  read(statement: Statement, options?: ReadOptions): Promise<readonly Row[]>;
  /** Reads in one transaction, so that all of them see one state. */
  readAll<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Reads in one transaction what is too much to hold. An apply that ends in between is seen: compare revisions. */
  readStreams<T>(work: (stream: Stream, run: Run) => Promise<T>): Promise<T>;
  /** All or nothing: what `work` wrote is kept only if it returns. */
  write<T>(work: (run: Run) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** One change of constraints or indexes; Neo4j keeps these apart from data. */
  changeSchema(statement: Statement, options?: WriteOptions): Promise<readonly Row[]>;
  /** Throws a GraphError while Neo4j cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How long a statement may be over its time before we stop waiting to hear so, in ms: Neo4j looks about once a second. */
const GRACE = 1_500;
/** How many rows of a stream are asked for at a time: some are half a megabyte. */
const FETCHED = 100;

/** How often a change of the schema is tried while others stand in its way. */
const SCHEMA_ATTEMPTS = 20;

/** Opens the door: one driver a process. Nothing is sent before the first statement. */
export function openGraph(connection: Connection): Graph {
  const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 2_500,
    maxTransactionRetryTime: 0,
    userAgent: 'industry-graph',
  });
  const database = connection.database === undefined ? {} : { database: connection.database };
  const session = (mode: 'READ' | 'WRITE') => driver.session({ ...database, defaultAccessMode: mode });
  return {
    async read(statement, options = {}) {
      try {
        return await readOnce(session('READ'), statement, options);
      } catch (error) {
        const failure = graphError(error);
        if (!failure.transient || options.signal?.aborted) throw failure;
        return await readOnce(session('READ'), statement, options).catch((again) => {
          throw graphError(again);
        });
      }
    },
    readAll: (work) => inTransaction(session('READ'), 'read', (transaction) => work(runOf(transaction))),
    readStreams: (work) => {
      const open = driver.session({ ...database, defaultAccessMode: 'READ', fetchSize: FETCHED });
      return inTransaction(open, 'read', (transaction) => {
        const stream = streamOf(transaction);
        return work(stream, collecting(stream));
      });
    },
    write: (work, options) =>
      inTransaction(session('WRITE'), 'write', (transaction) => work(runOf(transaction)), options),
    async changeSchema(statement, options = {}) {
      // First applies at once make the same constraints: one wins, the others find theirs made or get in its way.
      for (let attempt = 1; ; attempt += 1) {
        const open = session('WRITE');
        const letGo = closeOnAbort(open, options.signal);
        try {
          return rows(await open.run(statement.text, toNeo4j(statement.parameters), configOf(options)));
        } catch (error) {
          const failure = graphError(error);
          if (failure.reason === 'exists') return [];
          if (failure.reason !== 'conflict' || attempt === SCHEMA_ATTEMPTS) throw failure;
        } finally {
          letGo();
          await open.close();
        }
      }
    },
    ping: () => ping(driver, database),
    close: () => driver.close(),
  };
}

async function readOnce(
  session: Session,
  statement: Statement,
  { timeout, signal }: ReadOptions,
): Promise<readonly Row[]> {
  const abort = () => void session.close().catch(() => undefined);
  const late = timeout === undefined ? undefined : lateness(timeout + GRACE);
  if (signal?.aborted) throw new GraphError('cancelled', 'the client went away', signal.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const settings = timeout === undefined ? {} : { timeout };
    const answer = session.run(statement.text, toNeo4j(statement.parameters), settings);
    return rows(await (late ? Promise.race([answer, late.error]) : answer));
  } catch (error) {
    if (signal?.aborted) throw new GraphError('cancelled', 'the client went away', error);
    throw graphError(error);
  } finally {
    signal?.removeEventListener('abort', abort);
    late?.clear();
    // A session waits for its server when it closes: nobody else waits with it.
    if (late?.over()) abort();
    else await session.close();
  }
}

/** A time after which a server that is there and says nothing is waited for no more. */
function lateness(milliseconds: number) {
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  const error = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      over = true;
      reject(new GraphError('timeout', 'Neo4j said nothing in time', undefined));
    }, milliseconds);
  });
  return { error, over: () => over, clear: () => clearTimeout(timer) };
}

async function inTransaction<T>(
  session: Session,
  mode: 'read' | 'write',
  work: (transaction: ManagedTransaction) => Promise<T>,
  options: WriteOptions = {},
): Promise<T> {
  const letGo = closeOnAbort(session, options.signal);
  try {
    return await (mode === 'read'
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
 * Closes a session when a signal says so: what runs in it ends with an error.
 * @returns lets go of the signal
 */
function closeOnAbort(session: Session, signal: AbortSignal | undefined): () => void {
  const close = () => void session.close().catch(() => undefined);
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

async function ping(driver: Driver, database: { readonly database?: string }): Promise<void> {
  try {
    await driver.verifyConnectivity(database);
  } catch (error) {
    throw graphError(error);
  }
}

function rows(result: { readonly records: readonly { toObject(): Row }[] }): readonly Row[] {
  return result.records.map((record) => record.toObject());
}

/**
 * JavaScript has one kind of number; whole ones are sent as integers, which LIMIT and the days need. Beyond what both
 * kinds hold exactly, an integer would not be read back.
 */
function toNeo4j(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toNeo4jValue(each)]));
}

function toNeo4jValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4jValue);
  if (value !== null && typeof value === 'object') return toNeo4j({ ...value });
  return value;
}
