/** Messages of a client, checked before the protocol takes them: what is no message is answered as such. */

import { Transform, type Writable } from 'node:stream';
import { INVALID_REQUEST, PARSE_ERROR, parseJSONRPCMessage } from '@modelcontextprotocol/server';

/** Bytes of the longest message; a call with 200 long names has less than a tenth of that. */
const LONGEST_MESSAGE = 4_000_000;
const NEWLINE = 10;

/**
 * A stream that passes on the lines that are messages of JSON-RPC 2.0, and answers all others on `output` with an
 * error: a client that sent one waits for an answer.
 * @param onFailure takes what was wrong, for the log
 */
export function readMessages(output: Writable, onFailure: (error: Error) => void): Transform {
  let parts: Buffer[] = [];
  let length = 0;

  function refuse(code: number, message: string, id: string | number | null = null): void {
    onFailure(new Error(message));
    output.write(`${JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })}\n`);
  }

  function take(part: Buffer): void {
    length += part.length;
    if (length > LONGEST_MESSAGE) parts = [];
    else parts.push(part);
  }

  function endLine(): string | undefined {
    const line = Buffer.concat(parts).toString('utf8').trim();
    const size = length;
    parts = [];
    length = 0;
    if (size > LONGEST_MESSAGE) {
      refuse(INVALID_REQUEST, `A message has at most ${LONGEST_MESSAGE} bytes; this one has ${size}.`);
      return undefined;
    }
    return line === '' || !isMessage(line) ? undefined : line;
  }

  function isMessage(line: string): boolean {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      refuse(PARSE_ERROR, 'A message is one line of JSON; this line is not valid JSON.');
      return false;
    }
    try {
      parseJSONRPCMessage(value);
      return true;
    } catch {
      const words = 'A message is one JSON object of JSON-RPC 2.0: a request, a notification or a response.';
      refuse(INVALID_REQUEST, words, idOf(value));
      return false;
    }
  }

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        take(chunk.subarray(from, at));
        from = at + 1;
        const line = endLine();
        if (line !== undefined) this.push(`${line}\n`);
      }
      take(chunk.subarray(from));
      done();
    },
  });
}

function idOf(value: unknown): string | number | null {
  const id = value !== null && typeof value === 'object' && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
