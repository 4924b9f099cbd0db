/** Distinguishes a slow statement, a silent server and a lost connection, by asking over a new connection. */

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { askBolt } from './ask-bolt.ts';
import { type Connection, openDriver, openSession } from './connection.ts';
import { GraphError } from './graph-error.ts';

/** A read that is watched. */
export interface WatchedRead {
  /** What Neo4j lists the statement by, beside its text. */
  readonly metadata: { readonly read: string };
  /** Rejects when it turns out that no answer will come. */
  readonly come: Promise<never>;
  /** Ends the watching. */
  end(): void;
}

/** Watches the reads of a graph. */
export interface SilenceWatch {
  /** Resolves at once while Neo4j answers; while it does not, once it does again, else it rejects within {@link LOOKING}. */
  ready(): Promise<void>;
  watch(): WatchedRead;
  /** Takes note that the server has just answered something. */
  heard(): void;
}

/** How long an answer is waited for before anybody looks where it stays, and between two looks, in ms. */
const LATE = 1_000;
/** How long a look may take before it means silence, in ms: with {@link LATE}, less than 3 s. */
const LOOKING = 1_500;
/** How many looks in a row must not find a statement: its answer may be on the way when one is made. */
const LOST = 2;

/** The result of a check: whether the server answers, and the reads it knows of; undefined where it does not list them. */
interface Look {
  readonly answers: boolean;
  readonly reads?: ReadonlySet<unknown> | undefined;
}

/** A watch over the reads of one Neo4j. */
export function watchSilence(connection: Connection): SilenceWatch {
  // Where reads are routed, the server asked need not be the one that a statement was sent to.
  const isDirect = connection.uri.startsWith('bolt');
  let away = false;
  let looking: Promise<Look> | undefined;
  let lastHeard = performance.now();
  // Other processes have reads there, too.
  const watcher = randomUUID();
  let count = 0;

  async function look(): Promise<Look> {
    const began = performance.now();
    try {
      await askBolt(connection.uri, LOOKING);
    } catch {
      // Another server of a cluster, or this one a moment ago.
      away = lastHeard < began;
      return { answers: !away };
    }
    away = false;
    return { answers: true, reads: isDirect ? await readsUnderWay(connection) : undefined };
  }
  /** One look serves all who want one meanwhile. */
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  /** What a look says of a read: why it is lost, or how many looks in a row have missed it. */
  const verdict = ({ answers, reads }: Look, read: string, missed: number): GraphError | number => {
    if (!answers) return new GraphError('unavailable', 'Neo4j has fallen silent', undefined);
    if (reads === undefined || reads.has(read)) return 0;
    if (missed + 1 < LOST) return missed + 1;
    return new GraphError('unavailable', 'a connection to Neo4j has fallen silent', undefined, true);
  };

  return {
    async ready() {
      if (away && !(await lookOnce()).answers)
        throw new GraphError('unavailable', 'Neo4j is silent', undefined);
    },
    watch() {
      const read = `${watcher}-${count++}`;
      // A timer alone: every read is watched, and aborting one would make errors that are never read.
      let timer: NodeJS.Timeout | undefined;
      let ended = false;
      const come = new Promise<never>((_, reject) => {
        const lookLater = (missed: number) => {
          const judge = (seen: Look) => {
            const found = verdict(seen, read, missed);
            if (typeof found !== 'number') reject(found);
            else if (!ended) lookLater(found);
          };
          timer = setTimeout(() => void lookOnce().then(judge, () => undefined), LATE).unref();
        };
        lookLater(0);
      });
      come.catch(() => undefined);
      const end = () => {
        ended = true;
        clearTimeout(timer);
      };
      return { metadata: { read }, come, end };
    },
    heard() {
      lastHeard = performance.now();
    },
  };
}

/** The reads that Neo4j lists; undefined where it does not answer in time, or may not show them to this user. */
async function readsUnderWay(connection: Connection): Promise<ReadonlySet<unknown> | undefined> {
  const driver = openDriver(connection);
  try {
    const asked = openSession(driver, connection, 'READ').run(
      'SHOW TRANSACTIONS YIELD metaData WHERE metaData.read IS NOT NULL RETURN collect(metaData.read) AS reads',
    );
    const result = await Promise.race([asked, delay(LOOKING, undefined, { ref: false })]);
    return result && new Set<unknown>(result.records[0]?.get('reads'));
  } catch {
    return undefined;
  } finally {
    // Nothing is left to wait for, whatever became of the connection.
    void driver.close().catch(() => undefined);
  }
}
