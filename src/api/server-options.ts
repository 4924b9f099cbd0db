/** What a server is made of. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import type { Graph } from '../graph/graph.ts';
import type { GroundLimits } from '../ground/cache-ground.ts';
import type { Model } from '../model/model.ts';
import type { ClientLimits } from '../service/limit-clients.ts';
import type { Outbox } from '../service/open-outbox.ts';
import type { TrustedDocuments } from '../service/trusted-documents.ts';

/** What a server is made of. */
export interface ServerOptions {
  readonly model: Model;
  /** The definitions of the API, derived from the model. */
  readonly definitions: DocumentNode;
  readonly graph: Graph;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Host names that requests may ask for, beside loopback and `host`. */
  readonly allowedHosts: readonly string[];
  /** Neo4j Browser, pointed at the database that answers; undefined where its address is not known. */
  readonly browserUrl: string | undefined;
  /** Origins that may ask from a page; none by default. */
  readonly allowedOrigins: readonly string[];
  /** Statements under way at once. */
  readonly maxConcurrency: number;
  /** How long anybody waits for a question to be planned for the first time, in ms; left out: half a minute. */
  readonly patience?: number | undefined;
  /** What the facts for the rules, and counts over them, may take. */
  readonly groundLimits?: GroundLimits | undefined;
  /** The bytes that answers may take which are kept for who asks again; 0: none are kept. */
  readonly answerMemory: number;
  /** What one client may ask. */
  readonly clientLimits: ClientLimits;
  /** The only documents that clients may ask; undefined: any. */
  readonly trusted: TrustedDocuments | undefined;
  readonly log: Logger;
  /** Opens the pages that are served beside the API; left out: none. */
  readonly pages?: OpenPages | undefined;
}

/** What the API answered: as a client reads it, with the status of GraphQL over HTTP. */
export interface ApiAnswer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly ApiError[];
}

interface ApiError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Asks the API as a client does, under the same limits. */
export type AskApi = (question: {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}) => Promise<ApiAnswer>;

/** What pages are served with. */
export interface PageTools {
  readonly outbox: Outbox;
  /** Asks for a response: not at all where its client has left, and in its turn. */
  readonly ask: (response: ServerResponse) => AskApi;
}

/** Opens pages; what it gives answers a GET or HEAD, or is undefined where there is no page at the path. */
export type OpenPages = (
  tools: PageTools,
) => (
  request: IncomingMessage,
  path: string,
) => ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
