/** Serves style, guide and saved queries to Neo4j Browser, the only page of another origin that may fetch them. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { BROWSER_PATH, browserFiles } from '../browser/browser-files.ts';
import type { Outbox } from '../service/open-outbox.ts';
import { type StaticAnswer, staticAnswer } from '../service/static-answer.ts';
import type { ServerOptions } from './server-options.ts';

/** The guide can also be opened as a page: it loads nothing, and no script runs in it. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};
/** Neo4j Browser adds headers for caching and tracing; the files do not depend on them. */
const ALLOWED_HEADERS = '*';
const METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Answers a request for a file; undefined where there is no file at the path. */
export type ServeBrowser = (request: IncomingMessage, path: string) => StaticAnswer | undefined;

/**
 * Serves the files.
 * @param url the address of this server as Neo4j Browser reaches it
 */
export function openBrowserFiles(
  outbox: Outbox,
  { model, browserUrl, allowedOrigins }: Pick<ServerOptions, 'model' | 'browserUrl' | 'allowedOrigins'>,
  url: string,
): ServeBrowser {
  const own = browserUrl === undefined ? [] : [new URL(browserUrl).origin];
  const origins = new Set([...own, ...allowedOrigins]);
  const answers = new Map(
    browserFiles(model, url).map(({ name, type, content }) => [
      `${BROWSER_PATH}/${name}`,
      staticAnswer(outbox, type, content, PAGE_HEADERS),
    ]),
  );
  return ({ method = '' }, path) => {
    const answer = METHODS.includes(method) ? answers.get(path) : undefined;
    return answer && allowOrigins(answer, origins);
  };
}

/** An answer that only pages of some origins may read. */
function allowOrigins(answer: StaticAnswer, origins: ReadonlySet<string>): StaticAnswer {
  return async (request, response) => {
    const { origin } = request.headers;
    response.appendHeader('vary', 'Origin');
    if (origin !== undefined && origins.has(origin))
      response.setHeader('access-control-allow-origin', origin);
    if (request.method === 'OPTIONS') return sendPreflight(response);
    await answer(request, response);
  };
}

/** Answers the preflight request of a page that sends headers of its own. */
function sendPreflight(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', METHODS.join(', '));
  response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
  response.writeHead(204).end();
}
