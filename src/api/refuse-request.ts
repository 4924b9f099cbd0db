/** Requests that are not GraphQL over HTTP: refused before anything of them is read. */

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientErrorCode } from '../diagnostics/client-error.ts';
import type { Entry } from '../service/limit-clients.ts';
import { chooseMediaType } from '../service/negotiate.ts';
import { send } from '../service/send.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** What operations are answered as; the first is for who does not mind. */
const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'];

/** Why a request is none that GraphQL over HTTP knows: its status, and what to say. */
export function refusalOf(request: IncomingMessage): readonly [status: number, message: string] | undefined {
  if (!METHODS.includes(request.method ?? '')) return [405, 'GraphQL is asked by GET or POST.'];
  if (request.method === 'POST' && !isJson(request)) return [415, 'POST takes application/json in UTF-8.'];
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding.toLowerCase() !== 'identity') return [415, 'The body of a request must not be compressed.'];
  if (request.method !== 'OPTIONS' && !chooseAnswer(request))
    return [406, `Answers are ${MEDIA_TYPES.join(' or ')}, in UTF-8.`];
  return queryFault(request.url ?? '/');
}

/** What is wrong with the parameters of a GET. */
function queryFault(url: string): readonly [status: number, message: string] | undefined {
  const [, query = ''] = url.split(/\?(.*)/s);
  if (!isUtf8Text(query)) return [400, 'The query string must be UTF-8, percent-encoded.'];
  const parameters = new URLSearchParams(query);
  const broken = ['variables', 'extensions'].find((name) => !isJsonText(parameters.get(name) ?? '{}'));
  return broken === undefined ? undefined : [400, `The parameter "${broken}" is no JSON.`];
}

/** Lets the body go by unread, so that the client reads the refusal. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  message: string,
): void {
  request.resume();
  if (status === 405) response.setHeader('allow', METHODS.join(', '));
  sendError(response, status, message, 'BAD_USER_INPUT');
}

/** What one client asks too much of. */
export const CLIENT_WORDS = {
  rate: 'Too many questions a minute from this address; come again later.',
  clientConcurrency: 'Too many questions at once from this address; wait for an answer before the next one.',
};

/** Refuses what is over a limit of its client, before anything of it is read. */
export function refuseClient(
  { over, seconds }: Extract<Entry, { readonly over: string }>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.resume();
  response.setHeader('retry-after', String(seconds));
  sendError(response, 429, CLIENT_WORDS[over], 'SERVICE_UNAVAILABLE', { limit: over });
}

/** Why there is no answer now. */
export const UNAVAILABLE = {
  busy: 'Too many questions at once; try again in a moment.',
  away: 'The graph cannot be reached right now; try again in a moment.',
};

/** Refuses what cannot be answered now, before it is executed. */
export function refuseFor(
  why: keyof typeof UNAVAILABLE,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.resume();
  response.setHeader('retry-after', '1');
  sendError(response, 503, UNAVAILABLE[why], 'SERVICE_UNAVAILABLE');
}

function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  code: ClientErrorCode,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const extensions = { code, ...more, requestId: randomUUID() };
  send(response, status, 'application/json', `${JSON.stringify({ errors: [{ message, extensions }] })}\n`);
}

/** Media types ignore case; the code below receives them in lower case. */
function isJson(request: IncomingMessage): boolean {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  request.headers['content-type'] = [type, ...parameters].join(';');
  const charset = parameters.find((parameter) => parameter.startsWith('charset=')) ?? 'charset=utf-8';
  return type === 'application/json' && /^charset="?utf-?8"?$/.test(charset);
}

/** Whether the client accepts a media type that is served; the code below sees that one alone. */
function chooseAnswer(request: IncomingMessage): boolean {
  const chosen = chooseMediaType(request.headers.accept, MEDIA_TYPES);
  request.headers.accept = chosen;
  return chosen !== undefined;
}

function isUtf8Text(percentEncoded: string): boolean {
  try {
    decodeURIComponent(percentEncoded.replaceAll('+', ' '));
    return true;
  } catch {
    return false;
  }
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
