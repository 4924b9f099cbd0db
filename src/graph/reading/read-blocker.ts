/** Which transaction blocks one of ours, as far as Neo4j reports it. */

import type { Row } from '../../cypher/statement.ts';
import { GraphError } from '../bolt/graph-error.ts';
import type { Graph } from '../graph.ts';

/** The metadata of a transaction, for others that wait for it. */
export interface TransactionWords {
  /** For example someone@machine process 4711. */
  readonly who: string;
  /** For example kg apply. */
  readonly what: string;
  /** When it began, as this machine's clock says. */
  readonly since: string;
}

/** A transaction that another waits for; what it says of itself is undefined where it is no apply. */
export interface Blocker {
  readonly words: TransactionWords | undefined;
  /** When Neo4j saw it begin. */
  readonly startedAt: string;
}

/**
 * Whether a transaction waits, and for which: `unknown` where Neo4j does not report it, `unseen` where there was none just
 * then, as between two statements, or no answer in time.
 */
export type Waiting =
  | { readonly state: 'unknown' | 'unseen' | 'free' }
  | { readonly state: 'blocked'; readonly by: Blocker };

/** How long asking may take, in ms. */
const TIMEOUT = 2_000;

/**
 * Asks in a session of its own what a transaction waits for.
 * @param token the `token` in the metadata of that transaction
 */
export async function readWaiting(graph: Graph, token: string): Promise<Waiting> {
  const rows = await graph
    .read(
      {
        text: `SHOW TRANSACTIONS YIELD transactionId, metaData, startTime, status
RETURN transactionId AS id, metaData AS words, toString(startTime) AS startedAt, toString(status) AS status`,
        parameters: {},
      },
      { timeout: TIMEOUT },
    )
    .catch((error: unknown) => {
      // Whoever may not ask does without the name; whatever else is wrong, the waiting statement hears of it.
      if (!(error instanceof GraphError)) throw error;
      return error.reason === 'timeout' ? [] : undefined;
    });
  if (!rows) return { state: 'unknown' };
  const own = rows.find((row) => wordsOf(row).token === token);
  if (!own) return { state: 'unseen' };
  const blockers = rows
    .filter((row) => row !== own && blockedBy(own).includes(String(row.id)))
    .sort((a, b) => (String(a.startedAt) < String(b.startedAt) ? -1 : 1));
  const [first] = blockers;
  return first ? { state: 'blocked', by: blockerOf(first) } : { state: 'free' };
}

function blockerOf(row: Row): Blocker {
  const { who, what, since } = wordsOf(row);
  const words =
    typeof who === 'string' && typeof what === 'string' && typeof since === 'string'
      ? { who, what, since }
      : undefined;
  return { words, startedAt: String(row.startedAt) };
}

function wordsOf(row: Row): Readonly<Record<string, unknown>> {
  return (row.words ?? {}) as Readonly<Record<string, unknown>>;
}

/** The transactions in `Blocked by: [neo4j-transaction-4]`. */
function blockedBy(row: Row): readonly string[] {
  return /^Blocked by: \[(.*)\]/.exec(String(row.status))?.[1]?.split(/,\s*/) ?? [];
}
