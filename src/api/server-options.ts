/** What a server is made of. */

import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import type { Graph } from '../graph/graph.ts';
import type { Model } from '../model/model.ts';

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
  /** The bytes that the ground for the rules may take. */
  readonly groundMemory?: number | undefined;
  readonly log: Logger;
}
