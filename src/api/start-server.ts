/** The service: GraphQL over HTTP, GraphiQL, the schema text and whether it is well, on one port. */

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { type DocumentNode, execute } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Graph } from '../graph/graph.ts';
import type { Model } from '../model/model.ts';
import type { ApiContext } from './api-context.ts';
import { printApiSchema } from './derive-api-schema.ts';
import { executableSchema } from './executable-schema.ts';
import { createGraphClock, type GraphClock } from './graph-clock.ts';
import { EXAMPLE_TABS, SHORT_QUESTION } from './graphiql-tabs.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { LIMITS } from './limits.ts';
import { openRevisionFeed } from './revision-feed.ts';
import { openEvents } from './serve-events.ts';
import { useErrorCodes } from './use-error-codes.ts';
import { useLimits } from './use-limits.ts';

/** What a server is made of. */
export interface ServerOptions {
  readonly model: Model;
  /** The definitions of the API, derived from the model. */
  readonly definitions: DocumentNode;
  readonly graph: Graph;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Origins that may ask from a page; none by default. */
  readonly allowedOrigins: readonly string[];
  /** Statements under way at once. */
  readonly maxConcurrency: number;
  readonly log: Logger;
}

/** A server that runs. */
export interface RunningServer {
  /** For example http://127.0.0.1:4000. */
  readonly url: string;
  /** Asks the examples once, so that Neo4j has planned them before a person asks; failures are left to them. */
  warmUp(): Promise<void>;
  /** Stops accepting, lets what runs finish for 10 s at most, and ends. */
  close(): Promise<void>;
}

/** How long what runs may go on after a stop, in ms. */
const GRACE = 10_000;
const JSON_HEADERS = { 'content-type': 'application/json' };
/** How slowly a request may arrive, in ms: header and body. */
const DEADLINES = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 5_000 };
/** How long readiness waits for the database, in ms. */
const READINESS_TIMEOUT = 900;

/**
 * Starts the service.
 * @throws the listen error where the port is taken (`code` EADDRINUSE)
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const graph = limitConcurrency(options.graph, options.maxConcurrency);
  const clock = createGraphClock(options.graph);
  const yoga = createApi(options, graph, clock);
  const events = openEvents(openRevisionFeed(options.graph), options.allowedOrigins);
  const schemaText = printApiSchema(options.definitions);
  let warming = false;
  const server = createServer(DEADLINES, (request, response) => {
    void route(request, response).catch((error) => {
      options.log.error({ err: error }, 'a request failed');
      if (!response.headersSent) send(response, 500, 'text/plain', 'Something went wrong here.\n');
    });
  });
  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0];
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/graphql') {
      const refusal = refusalOf(request);
      if (refusal) return refuse(request, response, ...refusal);
      return void (await yoga(request, response));
    }
    if (reading && path === '/') return redirect(response, '/graphql');
    if (reading && path === '/schema.graphql') return send(response, 200, 'text/plain', schemaText);
    if (reading && path === '/health') return send(response, 200, 'text/plain', 'alive\n');
    if (reading && path === '/readiness') return sendReadiness(response, options.model, clock, warming);
    if (reading && path === '/events') return events.serve(request, response);
    const known = '/graphql, /schema.graphql, /events, /health and /readiness';
    send(response, 404, 'text/plain', `There is ${known} here.\n`);
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    async warmUp() {
      warming = true;
      for (const query of [SHORT_QUESTION, ...EXAMPLE_TABS.map((tab) => tab.query)]) {
        const body = JSON.stringify({ query });
        await yoga.fetch('http://localhost/graphql', { method: 'POST', headers: JSON_HEADERS, body });
      }
      warming = false;
    },
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        events.close();
        server.closeIdleConnections();
      }),
  };
}

function createApi(options: ServerOptions, graph: Graph, clock: GraphClock) {
  const requestIds = new WeakMap<Request, string>();
  const requestIdOf = (request: Request) => {
    const id = requestIds.get(request) ?? randomUUID();
    requestIds.set(request, id);
    return id;
  };
  const revisions = new WeakMap<Request, number>();
  return createYoga<{ readonly req: IncomingMessage; readonly res: ServerResponse }>({
    schema: executableSchema(options.model, options.definitions),
    context: ({ request }): ApiContext => {
      return {
        model: options.model,
        graph,
        now: new Date(),
        knowledge: clock.knowledge,
        signal: request.signal,
        sawRevision: (revision) => void revisions.set(request, revision),
      };
    },
    plugins: [
      // The reference executor alone tells a response key named "then" from a promise.
      useReferenceExecutor,
      useLimits(),
      useErrorCodes(requestIdOf, (error, requestId) => {
        options.log.error({ err: error, requestId }, 'an answer failed');
      }),
      {
        onResponse({ request, response }) {
          const revision = revisions.get(request);
          if (revision !== undefined) response.headers.set('graph-revision', String(revision));
        },
      },
    ],
    graphiql: { title: 'GraphiQL', defaultTabs: [...EXAMPLE_TABS], shouldPersistHeaders: false },
    renderGraphiQL: (graphiql) => renderGraphiQL(graphiql),
    landingPage: false,
    multipart: false,
    batching: false,
    maskedErrors: false,
    maxRequestBodySize: LIMITS.body,
    cors: (request) => corsOf(request, options.allowedOrigins),
    logging: false,
  });
}

const useReferenceExecutor: Plugin = {
  onExecute({ setExecuteFn }) {
    setExecuteFn(execute);
  },
};

/** A listed origin may ask, without cookies; any other gets no word of permission. */
function corsOf(request: Request, allowed: readonly string[]) {
  const origin = request.headers.get('origin');
  return origin !== null && allowed.includes(origin) ? { origin, credentials: false } : false;
}

/** It can answer: the database is reachable, something was applied by a model like ours, and the examples are planned. */
async function sendReadiness(
  response: ServerResponse,
  model: Model,
  clock: GraphClock,
  warming: boolean,
): Promise<void> {
  const late = delay(READINESS_TIMEOUT, undefined, { ref: false });
  const state = await Promise.race([clock.state().catch(() => undefined), late]);
  const ready = !warming && state !== undefined && state.revision > 0 && state.modelVersion === model.version;
  send(
    response,
    ready ? 200 : 503,
    'application/json',
    `${JSON.stringify({ ready, revision: state?.revision ?? null })}\n`,
  );
}

/** A host, with its port where it has one. */
const HOST = /^[\w.:[\]-]+$/;
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** Why a request is none that GraphQL over HTTP knows: its status, and what to say. */
function refusalOf(request: IncomingMessage): readonly [status: number, message: string] | undefined {
  if (!HOST.test(request.headers.host ?? '') || !URL.canParse(`http://${request.headers.host}`))
    return [400, 'The header "host" names no host.'];
  if (!METHODS.includes(request.method ?? '')) return [405, 'GraphQL is asked by GET or POST.'];
  if (request.method === 'POST' && !isJson(request)) return [415, 'POST takes application/json.'];
  const parameters = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const broken = ['variables', 'extensions'].find((name) => !isJsonText(parameters.get(name) ?? '{}'));
  return broken === undefined ? undefined : [400, `The parameter "${broken}" is no JSON.`];
}

/** Lets the body go by unread, so that the client reads the refusal. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  request.resume();
  if (status === 405) response.setHeader('allow', METHODS.join(', '));
  const extensions = { code: 'BAD_USER_INPUT', requestId: randomUUID() };
  send(response, status, 'application/json', `${JSON.stringify({ errors: [{ message, extensions }] })}\n`);
}

/** Media types know no case; what comes after is told so. */
function isJson(request: IncomingMessage): boolean {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').split(';');
  request.headers['content-type'] = [type.trim().toLowerCase(), ...parameters].join(';');
  return type.trim().toLowerCase() === 'application/json';
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
