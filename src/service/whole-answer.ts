/** An answer as it is sent, whole: it can be sent again. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, type Encoding, encodingFor } from './compress.ts';
import { endIfKnown, entityTag } from './entity-tag.ts';
import type { Outbox } from './open-outbox.ts';

/** An answer, whole. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** What caches may do with an answer to a GET. */
  readonly caching: string;
  /** The body in other encodings, as far as anybody took one. */
  readonly encoded: Map<Encoding, Promise<Buffer>>;
}

/** For what depends on the caller, or went wrong. */
export const KEEP_NOTHING = 'no-store';
/** For what is so until something is committed. */
export const ASK_AGAIN = 'public, no-cache';
/** For what names the revision and the day that it is of: only another graph or another program answers otherwise. */
export const KEEP_A_WHILE = 'public, max-age=60';

/** Answers differ, and a client waits for each: quick is worth more than small. */
const QUALITY = 4;

/** Reads an answer whole. */
export async function readWhole(answer: Response, caching: string): Promise<WholeAnswer> {
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: [...answer.headers], body, caching, encoded: new Map() };
}

/** Sends an answer, compressed as the client takes it; nothing where the client went away in the meantime. */
export async function sendWhole(
  outbox: Outbox,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, caching, encoded }: WholeAnswer,
): Promise<void> {
  response.statusCode = status;
  for (const [name, value] of headers) response.setHeader(name, value);
  response.appendHeader('vary', 'Accept');
  const encoding = encodingFor(request, response, body.length);
  const isNamed = request.method === 'GET' && status === 200 && caching !== KEEP_NOTHING;
  if (isNamed && endIfKnown(request, response, entityTag(body), caching)) return;
  if (!isNamed) response.setHeader('cache-control', KEEP_NOTHING);
  const sent = encoding ? await encode(body, encoding, encoded) : body;
  if (encoding) response.setHeader('content-encoding', encoding);
  if (status !== 204) response.setHeader('content-length', sent.length);
  outbox.send(response, sent);
}

function encode(body: Buffer, encoding: Encoding, encoded: WholeAnswer['encoded']): Promise<Buffer> {
  const known = encoded.get(encoding) ?? compress(body, encoding, QUALITY);
  encoded.set(encoding, known);
  return known;
}
