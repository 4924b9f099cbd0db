/** Asks the API for a page: under the same limits, and in the same turns, as any client. */

import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ApiAnswer, AskApi } from './server-options.ts';
import type { Turns } from './take-turns.ts';

/** Where the server asks itself. */
const OWN_URL = 'http://localhost/graphql';
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
};

/** Whatever answers requests in this process. */
interface Handler {
  fetch(url: string, init: RequestInit): Promise<Response> | Response;
}

/** Asks the API without a client of its own: what warms it up. */
export async function askItself(api: Handler, question: object, signal?: AbortSignal): Promise<Response> {
  const body = JSON.stringify(question);
  return api.fetch(OWN_URL, { method: 'POST', headers: HEADERS, body, ...(signal ? { signal } : {}) });
}

/** Asks the API for a response, until the client of that response has left. */
export function askFor(api: Handler, turns: Turns, response: ServerResponse): AskApi {
  return async (question) => {
    const turn = await turns.take(response);
    if (turn !== 'begins') return refusedAnswer();
    const left = new AbortController();
    // Each root field waits for it.
    setMaxListeners(0, left.signal);
    response.once('close', () => left.abort());
    const answer = await askItself(api, question, left.signal);
    const { data = null, errors = [] } = (await answer.json()) as Partial<ApiAnswer>;
    return { status: answer.status, data, errors };
  };
}

function refusedAnswer(): ApiAnswer {
  const extensions = { code: 'SERVICE_UNAVAILABLE', requestId: randomUUID() };
  const message = 'Too many questions at once; try again in a moment.';
  return { status: 503, data: null, errors: [{ message, extensions }] };
}
