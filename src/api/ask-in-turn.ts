/** Asks the API for a page: under the same limits, and in the same turns, as any client. */

import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { EnterQuestion } from '../service/limit-clients.ts';
import type { Turns } from '../service/take-turns.ts';
import { readWhole, type WholeAnswer } from '../service/whole-answer.ts';
import { cachingOf, type Noted, type Notes, newNotes } from './notes.ts';
import { ownKey, type RecalledAnswers } from './recall-answers.ts';
import { CLIENT_WORDS, UNAVAILABLE } from './refuse-request.ts';
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
  notes: Notes = newNotes(true),
): Promise<Response> {
  const body = JSON.stringify(question);
  const init = { method: 'POST', headers: HEADERS, body, ...(signal ? { signal } : {}) };
  return api.fetch(OWN_URL, init, { notes });
}

/**
 * Asks the API for a response, until the client of that response has left.
 * @param enter asks whether its client may ask
 * @param recalled answers that were given before
 * @param answered takes what was noted of an answer, and its status
 */
export function askFor(
  api: Handler,
  turns: Turns,
  enter: EnterQuestion,
  recalled: RecalledAnswers,
  response: ServerResponse,
  answered: (notes: Notes, status: number) => void,
): AskApi {
  const answer: AskApi = async (question) => {
    const notes = newNotes(true);
    const key = ownKey(JSON.stringify(question));
    let again: WholeAnswer | undefined;
    try {
      again = await recalled.recall(key, notes);
    } catch {
      return refusedAnswer(UNAVAILABLE.away);
    }
    if (again) {
      answered(notes, again.status);
      return answerIn(again);
    }
    const turn = await turns.take(response);
    if (turn !== 'begins') return refusedAnswer();
    const left = new AbortController();
    // Each root field waits for it.
    setMaxListeners(0, left.signal);
    response.once('close', () => left.abort());
    const given = await readWhole(await askItself(api, question, left.signal, notes), cachingOf(notes));
    answered(notes, given.status);
    recalled.keep(key, notes, given);
    return answerIn(given);
  };
  return async (question) => {
    const entry = enter(response.req);
    if ('over' in entry) return refusedAnswer(CLIENT_WORDS[entry.over], 429);
    try {
      return await answer(question);
    } finally {
      entry.leave();
    }
  };
}

function answerIn({ status, body }: WholeAnswer): ApiAnswer {
  const { data = null, errors = [] } = JSON.parse(body.toString()) as Partial<ApiAnswer>;
  return { status, data, errors };
}

function refusedAnswer(message = UNAVAILABLE.busy, status = 503): ApiAnswer {
  const extensions = { code: 'SERVICE_UNAVAILABLE', requestId: randomUUID() };
  return { status, data: null, errors: [{ message, extensions }] };
}
