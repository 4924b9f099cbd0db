/** Answers in fewer bytes, by gzip or br. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding } from './negotiate.ts';

/** The encodings that are served; of equals the client gets the first. */
const ENCODINGS = ['br', 'gzip'] as const;
/** An encoding that is served. */
export type Encoding = (typeof ENCODINGS)[number];

/** Below so many bytes an answer fits one packet as it is. */
const SHORTEST = 1_000;

/** The encoding for a body of this length, or none; adds `Vary`, by which caches know what the answer depends on. */
export function encodingFor(
  request: IncomingMessage,
  response: ServerResponse,
  length: number,
): Encoding | undefined {
  response.appendHeader('vary', 'Accept-Encoding');
  if (length < SHORTEST) return undefined;
  return chooseEncoding(request.headers['accept-encoding']?.toString(), ENCODINGS);
}

/**
 * Compresses off the main thread. Secrets beside what a stranger sends would be given away by their length (BREACH): here
 * every answer is public, and none depends on who asks.
 * @param quality 1, quick, to 9, small
 */
export function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(body, { level: quality });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return promisify(brotliCompress)(body, { params });
}
