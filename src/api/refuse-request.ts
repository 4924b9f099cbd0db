/** Requests that are not GraphQL over HTTP: refused before anything of them is read. */

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from './send.ts';

/** A host, with its port where it has one. */
const HOST = /^[\w.:[\]-]+$/;
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** Why a request is none that GraphQL over HTTP knows: its status, and what to say. */
export function refusalOf(request: IncomingMessage): readonly [status: number, message: string] | undefined {
  if (!HOST.test(request.headers.host ?? '') || !URL.canParse(`http://${request.headers.host}`))
    return [400, 'The header "host" names no host.'];
  if (!METHODS.includes(request.method ?? '')) return [405, 'GraphQL is asked by GET or POST.'];
  if (request.method === 'POST' && !isJson(request)) return [415, 'POST takes application/json.'];
  const parameters = new URL(request.url ?? '/', 'http://localhost').searchParams;
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
