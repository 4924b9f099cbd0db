/** Requests that no well-behaved client makes, written onto the socket by hand. */

import { connect } from 'node:net';
import { expect, it, test } from 'vitest';
import { ask } from './ask.ts';
import { serveProduct } from './serve.ts';

const server = serveProduct();

/** All that comes back on one connection, until it closes or nothing comes any more. */
function write(...texts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    let sent = 0;
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(texts[sent++] ?? ''));
    socket.setEncoding('utf8');
    socket.setTimeout(500, () => {
      if (sent < texts.length) socket.write(texts[sent++] ?? '');
      else socket.destroy();
    });
    socket.on('data', (part) => {
      got += part;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(got));
  });
}

const GET = 'GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n';

function expectNothingOfTheInside(answer: string): void {
  expect(answer).not.toMatch(/node_modules|node:internal|\.[jt]s:\d+|\bat \S+ \(/);
}

test.each([
  'a b<>',
  '[',
  'x:y:z',
  '',
  '%',
  'x:99999',
  '<script>alert(1)</script>',
  '::1',
  'a/b',
  'a@b@c',
  '\u0001',
  '..',
  'x',
  'localhost\r\nhost: localhost',
])('the host "%s" is refused before anything runs, and tells nothing of the inside', async (host) => {
  server.statements.length = 0;
  const body = '{"query":"{ regions { totalCount } }"}';
  const post = `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  for (const request of [
    post,
    `GET /graphql?query={regions{totalCount}} HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
  ]) {
    const answer = await write(request);
    expectNothingOfTheInside(answer);
    expect(answer).toMatch(host === 'x' ? /^HTTP\/1\.1 421/ : /^HTTP\/1\.1 400/);
  }
  expect(server.statements).toEqual([]);
});

test.each([
  ['//', 'GET // HTTP/1.1\r\nhost: localhost\r\n\r\n'],
  ['*', 'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n'],
  [
    'a whole address',
    'GET http://evil.example/graphql?query={__typename} HTTP/1.1\r\nhost: localhost\r\n\r\n',
  ],
  ['a broken query', 'GET /graphql?query=%E4%A HTTP/1.1\r\nhost: localhost\r\n\r\n'],
  [
    'a broken accept',
    'GET /graphql?query={__typename} HTTP/1.1\r\nhost: localhost\r\naccept: ;;;,,,q=\r\n\r\n',
  ],
  ['a method that is none', 'GRAPH /graphql HTTP/1.1\r\nhost: localhost\r\n\r\n'],
  [
    'two lengths',
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
  ],
  [
    'a length and chunks',
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'a body that is no UTF-8',
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\n\u00ff\u00fe',
  ],
])('%s tells nothing of the inside and is no fault of ours', async (_, request) => {
  const answer = await write(request);
  expectNothingOfTheInside(answer);
  expect(answer).toMatch(/^HTTP\/1\.1 [234]/);
});

it('a connection is kept fit for the next request after 413, or is said to be closed', async () => {
  const size = 300_000;
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
  const chunked = `${head}transfer-encoding: chunked\r\n\r\n${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`;
  const measured = `${head}content-length: ${size}\r\n\r\n${'x'.repeat(size)}`;
  for (const request of [measured, chunked]) {
    const answer = await write(request, GET);
    expect(answer).toContain(' 413 ');
    if (!/connection: close/i.test(answer)) expect(answer).toContain('alive');
  }
});

it('a connection is kept fit for the next request after 415', async () => {
  const answer = await write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\ncontent-length: 3\r\n\r\nabc`,
    GET,
  );
  expect(answer).toContain(' 415 ');
  expect(answer).toContain('alive');
});

it('200 clients that begin a request and never end it keep nobody else from an answer', async () => {
  const { hostname, port } = new URL(server.url);
  const sockets = Array.from({ length: 200 }, () => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 90000\r\n\r\n{"q',
    );
    return socket;
  });
  try {
    const answer = await ask(server.url, '{ regions { totalCount } }');
    expect(answer.status).toBe(200);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
});
