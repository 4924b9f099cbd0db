/** `/reconcile`: the Reconciliation Service API 0.2, by which OpenRefine asks whom the names of a column mean. */

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { clientError } from '../../diagnostics/client-error.ts';
import type { Model } from '../../model/model.ts';
import { allowOrigin } from '../../service/allow-origin.ts';
import type { Outbox } from '../../service/open-outbox.ts';
import { ASK_AGAIN, readWhole, sendWhole } from '../../service/whole-answer.ts';
import type { AskApi } from '../server-options.ts';
import { askBatch } from './ask-batch.ts';
import { askFits } from './ask-fits.ts';
import { type Candidate, judgeCandidates } from './judge-candidates.ts';
import { renderPreview } from './preview.ts';
import { readForm } from './read-form.ts';
import { BATCH, readQueries, refusal } from './read-queries.ts';
import { type ServiceModel, serviceModel } from './service-model.ts';
import { suggestEntities, suggestNamed } from './suggest.ts';

/** What the service is made of. */
export interface ReconcileOptions {
  readonly model: Model;
  readonly outbox: Outbox;
  readonly allowedOrigins: readonly string[];
  /** Asks for a response, in its turn. */
  readonly ask: (response: ServerResponse) => AskApi;
  /** Takes what went wrong here. */
  readonly onFailure: (error: unknown) => void;
}

/** Answers a request; undefined where the path is none of this service. */
export type ServeReconcile = (
  path: string,
) => ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;

/** The address of the service. */
const ENDPOINT = '/reconcile';
const SUGGEST = { entity: '/suggest/entity', type: '/suggest/type', property: '/suggest/property' } as const;
const PREVIEW = '/preview';
/** How often a batch is asked again whose facts change meanwhile. */
const TRIES = 3;
const METHODS = 'GET, HEAD, POST, OPTIONS';

/** What is answered: a value as JSON, or a page. */
type Answered = { readonly json: unknown } | { readonly page: string };

/**
 * Opens the service.
 * @see https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
 */
export function openReconcile(options: ReconcileOptions): ServeReconcile {
  const service = serviceModel(options.model);
  const paths = new Set(['', ...Object.values(SUGGEST), PREVIEW].map((path) => `${ENDPOINT}${path}`));
  return (path) => {
    if (!paths.has(path)) return undefined;
    return async (request, response) => {
      const isAllowed = allowOrigin(request, response, options.allowedOrigins);
      if (request.method === 'OPTIONS') return sendPreflight(response, isAllowed);
      const answer = await answerRequest(service, request, response, path, options).catch((error: unknown) =>
        faultOf(error, options.onFailure),
      );
      if (response.destroyed) return;
      if (answer.status === 413) response.shouldKeepAlive = false;
      request.resume();
      await sendWhole(options.outbox, request, response, await readWhole(answer, ASK_AGAIN));
    };
  };
}

/** Answers what a browser asks before it sends a request of a page elsewhere. */
function sendPreflight(response: ServerResponse, isAllowed: boolean): void {
  response.setHeader('allow', METHODS);
  if (isAllowed) {
    response.setHeader('access-control-allow-methods', METHODS);
    response.setHeader('access-control-allow-headers', 'content-type');
  }
  response.writeHead(204).end();
}

async function answerRequest(
  service: ServiceModel,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { ask }: ReconcileOptions,
): Promise<Response> {
  const { method = '' } = request;
  const isReading = method === 'GET' || method === 'HEAD';
  if (!isReading && (method !== 'POST' || path !== ENDPOINT))
    throw refusal(`${path} is asked by ${path === ENDPOINT ? 'GET or POST' : 'GET'}.`, 405);
  const [, query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const parameters = isReading ? new URLSearchParams(query) : await readForm(request);
  const origin = `http://${request.headers.host ?? ''}`;
  const answered = await answerPath(service, path.slice(ENDPOINT.length), parameters, origin, ask(response));
  return 'page' in answered ? pageResponse(answered.page) : jsonResponse(200, answered.json);
}

async function answerPath(
  service: ServiceModel,
  path: string,
  parameters: URLSearchParams,
  origin: string,
  ask: AskApi,
): Promise<Answered> {
  switch (path) {
    case SUGGEST.entity:
      return { json: await suggestEntities(service, parameters, ask) };
    case SUGGEST.type:
      return { json: suggestNamed(service.types, parameters) };
    case SUGGEST.property:
      return { json: suggestNamed(service.properties, parameters) };
    case PREVIEW:
      return { page: await renderPreview(service, parameters.get('id') ?? '', ask) };
  }
  const queries = parameters.getAll('queries');
  const [batch] = queries;
  if (queries.length > 1) throw refusal('"queries" is given once.');
  if (batch !== undefined) return { json: await reconcile(service, batch, ask) };
  if (parameters.has('query') || parameters.has('extend'))
    throw refusal('This service takes "queries", an object of queries: {"q0": {"query": "…"}}.');
  return { json: await manifest(service, origin, ask) };
}

/** The results of a batch, by the keys of its queries. */
async function reconcile(service: ServiceModel, batch: string, ask: AskApi) {
  const queries = readQueries(service, batch);
  if (queries.length === 0) return {};
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await askBatch(service, queries, ask);
    const fits = await askFits(queries, found, ask);
    if (!fits) continue;
    return Object.fromEntries(
      queries.map((query, index): readonly [string, { readonly result: readonly Candidate[] }] => [
        query.key,
        { result: judgeCandidates(query, found.records[index] ?? [], fits) },
      ]),
    );
  }
  throw clientError('SERVICE_UNAVAILABLE', 'The facts are being changed; try again in a moment.');
}

/** What the service offers, and where. */
async function manifest(service: ServiceModel, origin: string, ask: AskApi) {
  const { data, errors } = await ask({ query: '{ graph { dataset { name } } }', variables: {} });
  const dataset = (data?.graph as { dataset?: { name?: unknown } } | null | undefined)?.dataset?.name;
  const name = errors.length === 0 && typeof dataset === 'string' ? dataset : '';
  const suggest = Object.entries(SUGGEST).map(([kind, path]) => [
    kind,
    { service_url: origin, service_path: `${ENDPOINT}${path}` },
  ]);
  return {
    versions: ['0.2'],
    name: ['产业政策图谱 Industry graph', name].filter((each) => each !== '').join(' · '),
    identifierSpace: `${origin}/id/`,
    schemaSpace: `${origin}/schema.graphql`,
    documentation: `${origin}/schema.graphql`,
    defaultTypes: service.types.map(({ id, name: of }) => ({ id, name: of })),
    view: { url: `${origin}/id/{{id}}` },
    preview: { url: `${origin}${ENDPOINT}${PREVIEW}?id={{id}}`, width: 420, height: 160 },
    suggest: Object.fromEntries(suggest),
    batchSize: BATCH.queries,
  };
}

function jsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return new Response(`${JSON.stringify(value)}\n`, { status, headers: { ...type, ...headers } });
}

/** A page that runs nothing, and that any tool may show inside its own. */
function pageResponse(page: string): Response {
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *",
    },
  });
}

/** A fault of the client as it is; what is ours is reported to the log, and masked. */
function faultOf(error: unknown, onFailure: (error: unknown) => void): Response {
  const isClients = error instanceof GraphQLError;
  if (!isClients) onFailure(error);
  const { message, extensions } = isClients
    ? error
    : clientError('INTERNAL_SERVER_ERROR', 'Something went wrong here; it has been noted.');
  const { code, http, requestId = randomUUID() } = extensions;
  const { status = 500 } = (http ?? {}) as { readonly status?: number };
  const headers: Readonly<Record<string, string>> = {
    ...(status === 405 ? { allow: METHODS } : {}),
    ...(status === 503 ? { 'retry-after': '1' } : {}),
    ...(status === 413 ? { connection: 'close' } : {}),
  };
  const fault = { errors: [{ message, extensions: { code, requestId } }] };
  return jsonResponse(status, fault, headers);
}
