/** Sends what answered an operation: compressed as the client takes it, within the bounds of the outbox. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, encodingFor } from '../service/compress.ts';
import { endIfKnown, entityTag } from '../service/entity-tag.ts';
import type { Outbox } from '../service/open-outbox.ts';

/** Answers differ, and a client waits for each: quick is worth more than small. */
const QUALITY = 4;

/** Sends an answer; nothing where the client went away in the meantime. */
export async function sendAnswer(
  outbox: Outbox,
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  response.statusCode = answer.status;
  answer.headers.forEach((value, name) => {
    response.setHeader(name, value);
  });
  response.appendHeader('vary', 'Accept');
  const encoding = encodingFor(request, response, body.length);
  const named = request.method === 'GET' && answer.status === 200;
  if (named && endIfKnown(request, response, entityTag(body))) return;
  const sent = encoding ? await compress(body, encoding, QUALITY) : body;
  if (encoding) response.setHeader('content-encoding', encoding);
  if (answer.status !== 204) response.setHeader('content-length', sent.length);
  outbox.send(response, sent);
}
