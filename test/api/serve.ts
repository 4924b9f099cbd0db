/** The service over a real Neo4j, with every statement that passes the door to it written down. */

import { BlockList } from 'node:net';
import { type Logger, pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { deriveApiSchema } from '../../src/api/derive-api-schema.ts';
import type { OpenPages, ServerOptions } from '../../src/api/server-options.ts';
import { type RunningServer, startServer } from '../../src/api/start-server.ts';
import type { Statement } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';
import { model, openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';

/** A server that runs, and what it sent to Neo4j. */
export interface Served extends RunningServer {
  /** Emptied by whoever wants to count anew. */
  readonly statements: Statement[];
}

/** How a test may bend what is sent; the driver stays real. */
export interface ServeOptions {
  readonly rewrite?: (statement: Statement) => Statement;
  readonly maxConcurrency?: number;
  readonly allowedOrigins?: readonly string[];
  readonly allowedHosts?: readonly string[];
  readonly browserUrl?: string | undefined;
  readonly port?: number;
  /** Left out: no answer is kept, so that each question reaches Neo4j. */
  readonly answerMemory?: number;
  readonly clientLimits?: ServerOptions['clientLimits'];
  readonly trusted?: ServerOptions['trusted'];
  /** Left out: nothing is logged. */
  readonly log?: Logger;
  readonly pages?: OpenPages;
  readonly groundLimits?: ServerOptions['groundLimits'];
  /** Whether the limits of time are those of the product. Left out: a statement may take as long as a busy machine needs. */
  readonly inTime?: boolean;
}

/** How long a statement may take, or be planned, where a test asks whether an answer is right, in ms. */
const LONGEST = 240_000;

/** Serves a graph on a free port. */
export async function serve(graph: Graph, options: ServeOptions = {}): Promise<Served> {
  const { rewrite = (statement) => statement, maxConcurrency = 64 } = options;
  const { allowedOrigins = [], allowedHosts = [], browserUrl, port = 0, pages, groundLimits } = options;
  const { answerMemory = 0, clientLimits = { trustedProxies: new BlockList() }, trusted } = options;
  const { log = pino({ level: 'silent' }), inTime = false } = options;
  const statements: Statement[] = [];
  const watched: Graph = {
    ...graph,
    read(statement, readOptions) {
      statements.push(statement);
      return graph.read(rewrite(statement), inTime ? readOptions : { ...readOptions, timeout: LONGEST });
    },
  };
  const server = await startServer({
    model,
    definitions: deriveApiSchema(model, readSchemaFolder('schema'), readSchemaFolder('schema/questions')),
    graph: watched,
    browserUrl,
    host: '127.0.0.1',
    port,
    allowedOrigins,
    allowedHosts,
    maxConcurrency,
    groundLimits,
    answerMemory,
    clientLimits,
    trusted,
    pages,
    ...(inTime ? {} : { patience: LONGEST }),
    log,
  });
  return { ...server, statements };
}

/** Serves the product's own seeds to all tests of a file, from before the first to after the last. */
export function serveProduct(): Pick<Served, 'url' | 'statements'> {
  let graph: Graph | undefined;
  let server: Served | undefined;
  beforeAll(async () => {
    graph = openTestGraph();
    await loadProduct(graph);
    server = await serve(graph);
  });
  afterAll(async () => {
    await server?.close();
    await graph?.close();
  });
  const running = (): Served => {
    if (!server) throw new Error('nothing is served before the tests of a file begin');
    return server;
  };
  return {
    get url() {
      return running().url;
    },
    get statements() {
      return running().statements;
    },
  };
}
