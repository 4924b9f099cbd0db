/** `GET /events`: server-sent events, one for each new revision. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppliedRevision } from '../graph/reading/read-applied.ts';
import { allowOrigin } from '../service/allow-origin.ts';
import type { RevisionFeed } from './revision-feed.ts';

/** The endpoint of events. */
export interface EventsEndpoint {
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends all streams, so that their clients come again elsewhere. */
  close(): void;
}

/** How many may listen at once. */
const MOST_CLIENTS = 500;
/** How often a comment keeps streams open, in ms: balancers close what is silent. */
const HEARTBEAT = 15_000;
/** How long a client waits before it comes again, in ms. */
const RETRY = 2_000;
/** What may wait unread for one client, in bytes; who reads nothing is let go of. */
const MOST_UNREAD = 100_000;

/**
 * Serves the revisions of a feed.
 * @param allowedOrigins origins whose pages may listen
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function openEvents(feed: RevisionFeed, allowedOrigins: readonly string[]): EventsEndpoint {
  const streams = new Set<ServerResponse>();
  let heartbeat: NodeJS.Timeout | undefined;
  const write = (stream: ServerResponse, text: string) => {
    if (stream.destroyed || stream.writableEnded) return;
    if (stream.writableLength > MOST_UNREAD) stream.destroy();
    else stream.write(text);
  };
  const leave = (stream: ServerResponse) => {
    streams.delete(stream);
    if (streams.size > 0) return;
    clearInterval(heartbeat);
    heartbeat = undefined;
  };
  return {
    async serve(request, response) {
      allowOrigin(request, response, allowedOrigins);
      if (streams.size >= MOST_CLIENTS) {
        response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '10' });
        response.end('Too many listen at once; come again in a moment.\n');
        return;
      }
      response.setHeader('content-type', 'text/event-stream; charset=utf-8');
      response.setHeader('cache-control', 'no-store');
      // Else some proxies keep events until there are many.
      response.setHeader('x-accel-buffering', 'no');
      if (request.method === 'HEAD') return void response.end();
      streams.add(response);
      heartbeat ??= setInterval(() => {
        for (const stream of streams) write(stream, ': still here\n\n');
      }, HEARTBEAT).unref();
      let gone = false;
      let end: () => void = () => undefined;
      response.on('close', () => {
        gone = true;
        leave(response);
        end();
      });
      const early: string[] = [`retry: ${RETRY}\n\n`];
      let send: (text: string) => void = (text) => early.push(text);
      end = await feed.listen({
        after: lastEventId(request),
        // An id without data is no event, and is where the client goes on from when it comes again.
        began: (revision) => send(`id: ${revision}\n\n`),
        applied: (revision) => send(eventText(revision)),
      });
      if (gone) return end();
      send = (text) => write(response, text);
      for (const text of early) send(text);
    },
    close() {
      feed.close();
      for (const stream of streams) stream.end();
    },
  };
}

function eventText({ revision, digest, at }: AppliedRevision): string {
  return `id: ${revision}\nevent: revision\ndata: ${JSON.stringify({ revision, digest, at })}\n\n`;
}

/** The revision that a client knows of from before; undefined where it comes for the first time. */
function lastEventId(request: IncomingMessage): number | undefined {
  const text = request.headers['last-event-id'];
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
