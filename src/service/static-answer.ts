/** An answer that is the same for everybody: one body in memory, compressed once, and 304 for who has it already. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, type Encoding, encodingFor } from './compress.ts';
import { endIfKnown, entityTag } from './entity-tag.ts';
import type { Outbox } from './open-outbox.ts';

/** Serves one answer to a GET or HEAD. */
export type StaticAnswer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** It is compressed once for all, though a client waits then: past 6 the page of 9 MB takes seconds. */
const QUALITY = 6;

/**
 * Makes an answer of a text, or of bytes.
 * @param type its media type
 * @param headers what to send beside the usual ones
 */
export function staticAnswer(
  outbox: Outbox,
  type: string,
  content: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): StaticAnswer {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  const mediaType = typeof content === 'string' ? `${type}; charset=utf-8` : type;
  const tag = entityTag(body);
  const compressed = new Map<Encoding, Promise<Buffer>>();
  const formOf = (encoding: Encoding): Promise<Buffer> => {
    const form = compressed.get(encoding) ?? compress(body, encoding, QUALITY);
    compressed.set(encoding, form);
    return form;
  };
  return async (request, response) => {
    const encoding = encodingFor(request, response, body.length);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (endIfKnown(request, response, tag, headers['cache-control'])) return;
    const form = encoding ? await formOf(encoding) : body;
    response.setHeader('content-type', mediaType);
    response.setHeader('content-length', form.length);
    if (encoding) response.setHeader('content-encoding', encoding);
    outbox.sendShared(response, form);
  };
}
