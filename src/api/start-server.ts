/** The service: GraphQL over HTTP, GraphiQL, the schema text and whether it is well, on one port. */

import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localUrl } from '../browser/browser-files.ts';
import { cacheGround } from '../ground/cache-ground.ts';
import { allowHosts } from '../service/allowed-hosts.ts';
import { limitClients } from '../service/limit-clients.ts';
import { measureGraph } from '../service/measure-graph.ts';
import { createMetrics } from '../service/metrics.ts';
import { openOutbox } from '../service/open-outbox.ts';
import { redirect, send } from '../service/send.ts';
import { staticAnswer } from '../service/static-answer.ts';
import { openTurns } from '../service/take-turns.ts';
import { readWhole, sendWhole, type WholeAnswer } from '../service/whole-answer.ts';
import { askFor, askItself } from './ask-in-turn.ts';
import { createApi } from './create-api.ts';
import { printApiSchema } from './derive-api-schema.ts';
import { createGraphClock } from './graph-clock.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { cachingOf, type Notes, newNotes, noteAnswered } from './notes.ts';
import { sendMetrics, sendReadiness } from './readiness.ts';
import { keyOf, recallAnswers } from './recall-answers.ts';
import { openReconcile } from './reconcile/serve-reconcile.ts';
import { refusalOf, refuse, refuseClient, refuseFor } from './refuse-request.ts';
import { openRevisionFeed } from './revision-feed.ts';
import { openBrowserFiles, type ServeBrowser } from './serve-browser.ts';
import { openEvents } from './serve-events.ts';
import { openGraphiql, wantsPage } from './serve-graphiql.ts';
import type { ServerOptions } from './server-options.ts';
import { type OnWarmed, warmUp } from './warm-up.ts';

/** A server that runs. */
export interface RunningServer {
  /** For example http://127.0.0.1:4000. */
  readonly url: string;
  /** Asks the examples until each has been answered once, within bounds, and is not ready meanwhile. */
  warmUp(onWarmed?: OnWarmed): Promise<void>;
  /** Asks each question once, one after the other, beside all others, so that Neo4j has planned it; ends with the server. */
  planAhead(questions: readonly PlannedQuestion[]): Promise<void>;
  /** Stops accepting, lets what runs finish for 10 s at most, and ends. */
  close(): Promise<void>;
}

/** An operation that Neo4j is to plan before a person asks it. */
export interface PlannedQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How long what runs may go on after a stop, in ms. */
const GRACE = 10_000;
/** How slowly a request may arrive, in ms: header and body. */
const DEADLINES = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 5_000 };

/**
 * Starts the service.
 * @throws the listen error where the port is taken (`code` EADDRINUSE)
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const metrics = createMetrics(options.maxConcurrency);
  const measured = measureGraph(options.graph, metrics);
  const graph = limitConcurrency(measured, options.maxConcurrency, options.patience);
  const clock = createGraphClock(measured);
  const cache = cacheGround(options.model, measured, options.groundLimits, metrics.groundLoaded);
  const yoga = createApi(options, graph, clock, cache);
  const enter = limitClients(options.clientLimits);
  const recalled = recallAnswers(measured, metrics, options.answerMemory);
  const events = openEvents(openRevisionFeed(measured), options.allowedOrigins);
  const outbox = openOutbox();
  const serveSchema = staticAnswer(outbox, 'text/plain', printApiSchema(options.definitions));
  const serveGraphiql = openGraphiql(outbox);
  const refuseHost = allowHosts(options.host, options.allowedHosts);
  const turns = openTurns();
  const answered = (notes: Notes, status: number) => noteAnswered(options.log, metrics, notes, status);
  const ask = (response: ServerResponse) => askFor(yoga, turns, enter, recalled, response, answered);
  const servePages = options.pages?.({ outbox, ask }) ?? (() => undefined);
  const serveReconcile = openReconcile({
    ...{ model: options.model, outbox, allowedOrigins: options.allowedOrigins, ask },
    onFailure: (error) => options.log.error({ err: error }, 'a reconciliation failed'),
  });
  const closing = new AbortController();
  // Each root field of a question waits for it.
  setMaxListeners(0, closing.signal);
  let warming = false;
  let serveBrowser: ServeBrowser = () => undefined;
  const server = createServer(DEADLINES, (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    void route(request, response).catch((error) => {
      if (response.destroyed) return options.log.debug({ err: error }, 'the client of a request went away');
      options.log.error({ err: error }, 'a request failed');
      if (!response.headersSent) send(response, 500, 'text/plain', 'Something went wrong here.\n');
    });
  });
  const refuseCounted: typeof refuse = (request, response, status, message) => {
    metrics.refused(String(status));
    refuse(request, response, status, message);
  };
  const refuseUnavailable: typeof refuseFor = (why, request, response) => {
    metrics.refused(why);
    refuseFor(why, request, response);
  };
  async function answerQuestion(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const notes = newNotes();
    const send = (answer: WholeAnswer) => {
      answered(notes, answer.status);
      return sendWhole(outbox, request, response, answer);
    };
    const key = await keyOf(request, options.allowedOrigins);
    if (key !== undefined) {
      let again: WholeAnswer | undefined;
      try {
        again = await recalled.recall(key, notes);
      } catch {
        return refuseUnavailable('away', request, response);
      }
      if (again) return send(again);
    }
    const turn = await turns.take(response);
    if (turn === 'left') return;
    if (turn === 'refused') return refuseUnavailable('busy', request, response);
    const given = await yoga.handleNodeRequestAndResponse(request, response, { notes });
    const answer = await readWhole(given, cachingOf(notes));
    if (key !== undefined) recalled.keep(key, notes, answer);
    return send(answer);
  }
  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0];
    const reading = request.method === 'GET' || request.method === 'HEAD';
    // Whoever looks after this process asks for it by whatever name it has there.
    if (reading && path === '/health') return send(response, 200, 'text/plain', 'alive\n');
    if (reading && path === '/readiness') return sendReadiness(response, options.model, clock, warming);
    if (reading && path === '/metrics') return sendMetrics(response, metrics, clock);
    const refused = refuseHost(request);
    if (refused) return refuseCounted(request, response, ...refused);
    if (path === '/graphql') {
      if (wantsPage(request)) return serveGraphiql(request, response);
      const refusal = refusalOf(request);
      if (refusal) return refuseCounted(request, response, ...refusal);
      const entry = enter(request);
      if ('over' in entry) {
        metrics.refused(entry.over);
        return refuseClient(entry, request, response);
      }
      return answerQuestion(request, response).finally(entry.leave);
    }
    const reconcile = serveReconcile(path ?? '');
    if (reconcile) return reconcile(request, response);
    const browserFile = serveBrowser(request, path ?? '');
    if (browserFile) return browserFile(request, response);
    const page = reading ? servePages(request, path ?? '') : undefined;
    if (page) return page(request, response);
    if (reading && path === '/') return redirect(response, '/graphql');
    if (reading && path === '/schema.graphql') return serveSchema(request, response);
    if (reading && path === '/events') return events.serve(request, response);
    const known =
      '/, /id/<id>, /graphql, /schema.graphql, /events, /reconcile, /browser/style.grass, /browser/guide.html, /health, /readiness and /metrics';
    send(response, 404, 'text/plain', `There is ${known} here.\n`);
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  server.on('connection', turns.connected);
  // As when there are no more file descriptors: one connection fails, the others go on.
  server.on('error', (error) => options.log.error({ err: error }, 'a connection could not be taken'));
  const { port } = server.address() as AddressInfo;
  serveBrowser = openBrowserFiles(outbox, options, localUrl(port));
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    async warmUp(onWarmed = () => undefined) {
      warming = true;
      await warmUp(async (query) => {
        const answer = await askItself(yoga, { query });
        return answer.status;
      }, onWarmed);
      warming = false;
    },
    async planAhead(questions) {
      for (const { query, variables } of questions) {
        if (closing.signal.aborted) return;
        // One that fails is planned when a person asks it.
        await askItself(yoga, { query, variables }, closing.signal).catch((error) =>
          options.log.debug({ err: error }, 'a question of the page was not planned ahead'),
        );
      }
    },
    close: () =>
      new Promise((resolve) => {
        closing.abort();
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
