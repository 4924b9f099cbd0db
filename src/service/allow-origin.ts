/** Which pages of other origins may read an answer: those of the setting, without cookies. */

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Names the origin of a request as allowed where it is listed; any other gets no word of permission. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allowedOrigins: readonly string[],
): boolean {
  const { origin } = request.headers;
  if (origin === undefined || !allowedOrigins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.appendHeader('vary', 'Origin');
  return true;
}
