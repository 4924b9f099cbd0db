/** Entity tags: what a client has already is not sent again. */

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The name of a body, whatever its encoding: a weak one. */
export function entityTag(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/**
 * Names what a response is to carry, and has caches ask each time whether it still is the same: a revision may be applied
 * at any moment, unless `caching` says otherwise. Where the client has it already, the response ends with 304.
 * @returns whether it ended
 */
export function endIfKnown(
  request: IncomingMessage,
  response: ServerResponse,
  tag: string,
  caching = 'public, no-cache',
): boolean {
  response.setHeader('etag', tag);
  response.setHeader('cache-control', caching);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((each) => opaque(each.trim()));
  if (!known.includes('*') && !known.includes(opaque(tag))) return false;
  response.removeHeader('content-type');
  response.writeHead(304).end();
  return true;
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}
