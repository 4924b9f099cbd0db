/** An answer that is the same for everybody: one body in memory, compressed once, and 304 for who has it already. */

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, type Encoding, encodingFor } from './compress.ts';
import type { Outbox } from './open-outbox.ts';

/** Serves one answer to a GET or HEAD. */
export type StaticAnswer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** It is compressed once for all, though somebody waits then: past 6 the page of 9 MB takes seconds. */
const QUALITY = 6;

/**
 * Makes an answer of a text.
 * @param type its media type
 * @param headers what to send beside the usual ones
 */
export function staticAnswer(
  outbox: Outbox,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): StaticAnswer {
  const body = Buffer.from(text);
  // Weak: it names the text in whatever encoding.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const compressed = new Map<Encoding, Promise<Buffer>>();
  const formOf = (encoding: Encoding): Promise<Buffer> => {
    const form = compressed.get(encoding) ?? compress(body, encoding, QUALITY);
    compressed.set(encoding, form);
    return form;
  };
  return async (request, response) => {
    const encoding = encodingFor(request, response, body.length);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('etag', etag);
    response.setHeader('cache-control', 'public, no-cache');
    if (isKnown(request.headers['if-none-match'], etag)) return void response.writeHead(304).end();
    const form = encoding ? await formOf(encoding) : body;
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.setHeader('content-length', form.length);
    if (encoding) response.setHeader('content-encoding', encoding);
    outbox.sendShared(response, form);
  };
}

/** Whether the client has what an entity tag names. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag.replace(/^W\//, ''));
}
