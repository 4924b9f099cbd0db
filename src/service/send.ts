/** Short answers, sent whole. */

import type { ServerResponse } from 'node:http';

/** Sends a client elsewhere. */
export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

/** Sends a text with its type. */
export function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
  response.end(body);
}
