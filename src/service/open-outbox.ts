/** Bodies on their way to clients: what waits unread is bounded, and who reads nothing is let go of. */

import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

/** Sends bodies within bounds. */
export interface Outbox {
  /** Ends a response with a body of its own. */
  send(response: ServerResponse, body: Buffer): void;
  /** Ends a response with a body that is in memory anyhow, however many wait for it. */
  sendShared(response: ServerResponse, body: Buffer): void;
}

/** The bounds of an outbox. */
export interface OutboxBounds {
  /** Bytes that may wait unread for all clients together; past it the one that waits longest is cut off. */
  readonly mostUnread: number;
  /** How long a client may read nothing, in ms; Node lets go of it before twice as long. */
  readonly stalled: number;
}

const BOUNDS: OutboxBounds = { mostUnread: 64_000_000, stalled: 10_000 };
/** What is handed to a socket at once, in bytes. */
const SLICE = 65_536;

/** An outbox for one server. */
export function openOutbox({ mostUnread, stalled }: OutboxBounds = BOUNDS): Outbox {
  /** What waits, the oldest first. */
  const waiting = new Map<ServerResponse, number>();
  let unread = 0;
  const release = (response: ServerResponse) => {
    unread -= waiting.get(response) ?? 0;
    waiting.delete(response);
  };
  const sendShared = (response: ServerResponse, body: Buffer) => {
    // Node closes a socket that reads nothing for this long, because no listener handles the timeout.
    response.setTimeout(stalled);
    // A client that disconnects is not an error: the rest of the body has no reader.
    const ignore = () => undefined;
    if (body.length > SLICE) pipeline(slicesOf(body), response, ignore);
    else response.once('error', ignore).end(body);
  };
  return {
    sendShared,
    send(response, body) {
      if (response.destroyed) return;
      waiting.set(response, body.length);
      unread += body.length;
      response.once('close', () => release(response));
      sendShared(response, body);
      for (const oldest of waiting.keys()) {
        if (unread <= mostUnread || oldest === response) return;
        release(oldest);
        oldest.destroy();
      }
    },
  };
}

/** Between slices everybody else has a turn: a socket takes megabytes at once, and two hundred may ask together. */
async function* slicesOf(body: Buffer): AsyncIterable<Buffer> {
  for (let start = 0; start < body.length; start += SLICE) {
    if (start > 0) await setImmediate();
    yield body.subarray(start, start + SLICE);
  }
}
