/** What one request brings along to every root field. */

import type { GraphQLError, GraphQLErrorOptions } from 'graphql';
import type { BrowserLinks } from '../browser/browser-links.ts';
import { clientError } from '../diagnostics/client-error.ts';
import { GraphError } from '../graph/bolt/graph-error.ts';
import type { Graph } from '../graph/graph.ts';
import { NewerGraph } from '../graph/newer-graph.ts';
import type { GroundCache } from '../ground/cache-ground.ts';
import { GroundTooLarge } from '../ground/ground-memory.ts';
import type { Model } from '../model/model.ts';
import type { GraphKnowledge } from './graph-clock.ts';

/** The longest a statement may take where nothing else is said, in ms. */
export const STATEMENT_TIMEOUT = 5_000;

/** What root fields answer from. */
export interface ApiContext {
  readonly model: Model;
  readonly graph: Graph;
  /** Addresses that open Neo4j Browser. */
  readonly links: BrowserLinks;
  /** The instant of the request: "today" is that of all its root fields. */
  readonly now: Date;
  /** What is known of the graph; where a statement saw another revision than that of what was known, of that one. */
  readonly knowledge: (revision?: number) => Promise<GraphKnowledge>;
  /** The ground that rules decide over; where a statement saw another state than that of what is kept, of that one. */
  readonly ground: GroundCache['ground'];
  /** The rulebook of applicants, in the same way. */
  readonly rulebook: GroundCache['rulebook'];
  /** What was at earlier revisions. */
  readonly past: GroundCache['past'];
  /** The longest a statement may take, in ms; left out: {@link STATEMENT_TIMEOUT}. */
  readonly timeout?: number;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal | undefined;
  /** Takes the revision that a root field is of. */
  readonly sawRevision: (revision: number) => void;
  /** Takes what a root field was asked about, once it is answered. */
  readonly answered?: (asked: AskedRoot) => void;
}

/** What a root field was asked about. */
export interface AskedRoot {
  /** The earlier revision that it was asked as of. */
  readonly asOf: number | undefined;
  /** Whether it names the day that it is asked on, or asks of any. */
  readonly namesDay: boolean;
  /** Today, by which it was answered. */
  readonly today: string;
  /** Whether it says something of the caller that is for the caller alone. */
  readonly isConfidential: boolean;
}

/** One error for all clients that left: it is never shown, and a stack for each would cost more than a question. */
export const CLIENT_LEFT = clientError('SERVICE_UNAVAILABLE', 'The client went away.');

/** More was applied to the graph than an answer could wait for. */
export function graphRenewed(options: GraphQLErrorOptions = {}): GraphQLError {
  const message = 'The graph is being renewed; try again in a moment.';
  return clientError('SERVICE_UNAVAILABLE', message, {}, options);
}

/** What a failure of the graph means for the client; anything else is ours, and is masked later on. */
export function graphFailure(error: unknown, timeout = STATEMENT_TIMEOUT): GraphQLError | unknown {
  if (error instanceof GroundTooLarge) {
    return clientError('SERVICE_UNAVAILABLE', error.message, {}, { originalError: error });
  }
  if (error instanceof NewerGraph) {
    const message = 'The graph was written by a newer version of this server; the newer version answers.';
    return clientError('SERVICE_UNAVAILABLE', message, {}, { originalError: error });
  }
  if (!(error instanceof GraphError)) return error;
  const options = { originalError: error };
  switch (error.reason) {
    case 'unavailable':
    case 'memory':
      return clientError(
        'SERVICE_UNAVAILABLE',
        'The graph cannot be reached right now; try again in a moment.',
        {},
        options,
      );
    case 'timeout':
      return clientError(
        'TIMEOUT',
        `The graph took longer than ${timeout / 1000} s; ask for less at a time.`,
        {},
        options,
      );
    // Of reads: more was committed than could be waited for.
    case 'conflict':
      return graphRenewed(options);
    case 'cancelled':
      return CLIENT_LEFT;
    default:
      return error;
  }
}
