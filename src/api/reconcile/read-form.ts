/** Reads a form of a request's body: its size, its encoding and its bytes are held before it is read as text. */

import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../limits.ts';
import { refusal } from './read-queries.ts';

const FORM = 'application/x-www-form-urlencoded';

/**
 * The fields of a form.
 * @throws GraphQLError with status 413, 415 or 400 where the body is too large, no form, or no UTF-8
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  const [mediaType = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((each) => each.startsWith('charset=')) ?? 'charset=utf-8';
  if (mediaType !== FORM || !/^charset="?utf-?8"?$/.test(charset) || encoding.toLowerCase() !== 'identity')
    throw refusal(`POST takes ${FORM} in UTF-8, uncompressed, with a field "queries".`, 415);
  const parts: Buffer[] = [];
  let length = 0;
  // What is too large is read no further, and its client still reads the refusal.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > LIMITS.body)
      throw refusal(`The body of the request is over the ${LIMITS.body} bytes that are allowed.`, 413);
    parts.push(bytes);
  }
  const body = Buffer.concat(parts);
  const text = body.toString('latin1');
  if (!isUtf8(body) || !isUtf8(unescaped(text))) throw refusal('The form must be UTF-8, percent-encoded.');
  return new URLSearchParams(body.toString());
}

/** The bytes that percent-encoding means. */
function unescaped(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
