/** Asks the API for a page: under the same limits, and in the same turns, as any client. */

import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Turns } from '../service/take-turns.ts';
import { type Noted, type Notes, newNotes } from './notes.ts';
import type { ApiAnswer, AskApi } from './server-options.ts';

/** Where the server asks itself. */
const OWN_URL = 'http://localhost/graphql';
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
};

/** Whatever answers requests in this process. */
interface Handler {
  fetch(url: string, init: RequestInit, noted: Noted): Promise<Response> | Response;
}

/** Asks the API without a client of its own: what warms it up. */
export async function askItself(
  api: Handler,
  question: object,
  signal?: AbortSignal,
  notes: Notes = newNotes(),
): Promise<Response> {
  const body = JSON.stringify(question);
  const init = { method: 'POST', headers: HEADERS, body, ...(signal ? { signal } : {}) };
  return api.fetch(OWN_URL, init, { notes });
}

/**
 * Asks the API for a response, until the client of that response has left.
 * @param answered takes what was noted of an answer, and its status
 */
export function askFor(
  api: Handler,
  turns: Turns,
  response: ServerResponse,
  answered: (notes: Notes, status: number) => void,
): AskApi {
  return async (question) => {
    const turn = await turns.take(response);
    if (turn !== 'begins') return refusedAnswer();
    const left = new AbortController();
    // Each root field waits for it.
    setMaxListeners(0, left.signal);
    response.once('close', () => left.abort());
    const notes = newNotes();
    const answer = await askItself(api, question, left.signal, notes);
    answered(notes, answer.status);
    const { data = null, errors = [] } = (await answer.json()) as Partial<ApiAnswer>;
    return { status: answer.status, data, errors };
  };
}

function refusedAnswer(): ApiAnswer {
  const extensions = { code: 'SERVICE_UNAVAILABLE', requestId: randomUUID() };
  const message = 'Too many questions at once; try again in a moment.';
  return { status: 503, data: null, errors: [{ message, extensions }] };
}
