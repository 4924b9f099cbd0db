/** GraphQL over HTTP: one handler for operations. */

import { createYoga, type Plugin } from 'graphql-yoga';
import { browserLinks } from '../browser/browser-links.ts';
import type { Graph } from '../graph/graph.ts';
import type { GroundCache } from '../ground/cache-ground.ts';
import type { ApiContext } from './api-context.ts';
import { executableSchema } from './executable-schema.ts';
import { executeInOneRevision } from './execute-in-one-revision.ts';
import type { GraphClock } from './graph-clock.ts';
import { LIMITS } from './limits.ts';
import { type Noted, type Notes, noteRoot, useNotes } from './notes.ts';
import type { ServerOptions } from './server-options.ts';
import { useErrorCodes } from './use-error-codes.ts';
import { useLimits } from './use-limits.ts';
import { useTrustedDocuments } from './use-trusted-documents.ts';
import { useUtf8Bodies } from './use-utf8-bodies.ts';
import { useValidationLimit } from './use-validation-limit.ts';

/** The handler of operations at `/graphql`. */
export function createApi(options: ServerOptions, graph: Graph, clock: GraphClock, cache: GroundCache) {
  const links = browserLinks(options.browserUrl);
  return createYoga<Noted>({
    schema: executableSchema(options.model, options.definitions),
    context: ({ request, notes }): ApiContext => {
      return {
        model: options.model,
        graph: notingBookmarks(graph, notes),
        links,
        now: new Date(),
        knowledge: clock.knowledge,
        ground: cache.ground,
        rulebook: cache.rulebook,
        past: cache.past,
        signal: request.signal,
        sawRevision: (revision) => void notes.revisions.add(revision),
        answered: (asked) => noteRoot(notes, asked),
      };
    },
    plugins: [
      useOneRevision,
      useAsOf,
      useNotes,
      useUtf8Bodies,
      ...(options.trusted ? [useTrustedDocuments(options.trusted)] : []),
      useLimits(),
      useValidationLimit,
      useErrorCodes((error, requestId) => {
        options.log.error({ err: error, requestId }, 'an answer failed');
      }),
      useRevisionHeader,
    ],
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    maskedErrors: false,
    maxRequestBodySize: LIMITS.body,
    cors: (request) => corsOf(request, options.allowedOrigins),
    logging: false,
  });
}

/** A server plugin by which the root fields of an operation are of one revision. */
const useOneRevision: Plugin<Noted, Noted> = {
  onExecute({ context, setExecuteFn }) {
    setExecuteFn((args) => executeInOneRevision(args, context.notes.revisions));
  },
};

/** A server plugin by which an answer names the earlier revision that it was asked as of. */
const useAsOf: Plugin<Noted, Noted> = {
  onExecute: ({ context }) => ({
    onExecuteDone({ result, setResult }) {
      const { asOf } = context.notes;
      if (asOf === undefined || !('data' in result)) return;
      setResult({ ...result, extensions: { ...result.extensions, asOf } });
    },
  }),
};

/** The graph, where it is noted which state the statements of a request saw. */
function notingBookmarks(graph: Graph, { bookmarks }: Notes): Graph {
  return {
    ...graph,
    read: (statement, options = {}) =>
      graph.read(statement, {
        ...options,
        sawBookmark(seen) {
          bookmarks.add(seen);
          options.sawBookmark?.(seen);
        },
      }),
  };
}

const useRevisionHeader: Plugin<Noted, Noted> = {
  onResponse({ response, serverContext }) {
    const [revision] = serverContext.notes.revisions;
    if (revision !== undefined) response.headers.set('graph-revision', String(revision));
  },
};

/** A listed origin may ask, without cookies; any other gets no word of permission. */
function corsOf(request: Request, allowed: readonly string[]) {
  const origin = request.headers.get('origin');
  return origin !== null && allowed.includes(origin) ? { origin, credentials: false } : false;
}
