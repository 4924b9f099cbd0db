/** GraphQL over HTTP: one handler for operations. */

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga, type Plugin } from 'graphql-yoga';
import { browserLinks } from '../browser/browser-links.ts';
import type { Graph } from '../graph/graph.ts';
import type { GroundCache } from '../ground/cache-ground.ts';
import type { ApiContext } from './api-context.ts';
import { executableSchema } from './executable-schema.ts';
import { executeInOneRevision } from './execute-in-one-revision.ts';
import type { GraphClock } from './graph-clock.ts';
import { LIMITS } from './limits.ts';
import type { ServerOptions } from './server-options.ts';
import { useErrorCodes } from './use-error-codes.ts';
import { useLimits } from './use-limits.ts';
import { useUtf8Bodies } from './use-utf8-bodies.ts';
import { useValidationLimit } from './use-validation-limit.ts';

/** The handler of operations at `/graphql`. */
export function createApi(options: ServerOptions, graph: Graph, clock: GraphClock, cache: GroundCache) {
  const links = browserLinks(options.browserUrl);
  const requestIds = new WeakMap<Request, string>();
  const requestIdOf = (request: Request) => {
    const id = requestIds.get(request) ?? randomUUID();
    requestIds.set(request, id);
    return id;
  };
  const revisions = new WeakMap<Request, Set<number>>();
  const revisionsOf = (request: Request) => {
    const seen = revisions.get(request) ?? new Set();
    revisions.set(request, seen);
    return seen;
  };
  const asked = new WeakMap<Request, number>();
  return createYoga<{ readonly req: IncomingMessage; readonly res: ServerResponse }>({
    schema: executableSchema(options.model, options.definitions),
    context: ({ request }): ApiContext => {
      return {
        model: options.model,
        graph,
        links,
        now: new Date(),
        knowledge: clock.knowledge,
        ground: cache.ground,
        rulebook: cache.rulebook,
        past: cache.past,
        signal: request.signal,
        sawRevision: (revision) => void revisionsOf(request).add(revision),
        askedAsOf: (revision) => void asked.set(request, revision),
      };
    },
    plugins: [
      useOneRevision(revisionsOf),
      useAsOf((request) => asked.get(request)),
      useUtf8Bodies,
      useLimits(),
      useValidationLimit,
      useErrorCodes(requestIdOf, (error, requestId) => {
        options.log.error({ err: error, requestId }, 'an answer failed');
      }),
      {
        onResponse({ request, response }) {
          const [revision] = revisionsOf(request);
          if (revision !== undefined) response.headers.set('graph-revision', String(revision));
        },
      },
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
function useOneRevision(revisionsOf: (request: Request) => Set<number>): Plugin {
  return {
    onExecute({ context, setExecuteFn }) {
      setExecuteFn((args) => executeInOneRevision(args, revisionsOf(context.request)));
    },
  };
}

/** A server plugin by which an answer names the earlier revision that it was asked as of. */
function useAsOf(askedBy: (request: Request) => number | undefined): Plugin {
  return {
    onExecute: ({ context }) => ({
      onExecuteDone({ result, setResult }) {
        const asOf = askedBy(context.request);
        if (asOf === undefined || !('data' in result)) return;
        setResult({ ...result, extensions: { ...result.extensions, asOf } });
      },
    }),
  };
}

/** A listed origin may ask, without cookies; any other gets no word of permission. */
function corsOf(request: Request, allowed: readonly string[]) {
  const origin = request.headers.get('origin');
  return origin !== null && allowed.includes(origin) ? { origin, credentials: false } : false;
}
