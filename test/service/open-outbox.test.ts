/** What waits unread for clients is bounded, and who reads nothing is let go of. */

import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Outbox, openOutbox } from '../../src/service/open-outbox.ts';

/** More than all buffers of a socket hold. */
const BODY = Buffer.alloc(20_000_000, 'x');
const NEVER = 3_600_000;

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serve(answer: (response: ServerResponse) => void): Promise<number> {
  const server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1');
  ends.push(() => new Promise((done) => server.close(done)).then(() => undefined));
  ends.push(() => server.closeAllConnections());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A client that asks, and reads nothing until somebody resumes it. */
function askAndWait(port: number): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'));
  socket.pause();
  ends.push(() => socket.destroy());
  return socket;
}

async function readAll(port: number): Promise<number> {
  const [response] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
  let length = 0;
  for await (const part of response) length += (part as Buffer).length;
  return length;
}

/** Serves by an outbox, and tells of each response that it closed and whether it was sent whole. */
async function serveBy(outbox: Outbox, send: 'send' | 'sendShared') {
  const responses: ServerResponse[] = [];
  const port = await serve((response) => {
    responses.push(response);
    outbox[send](response, BODY);
  });
  return { port, responses };
}

test('past the bound the client that waits longest is cut off, and one that reads gets all', async () => {
  const { port, responses } = await serveBy(openOutbox({ mostUnread: 50_000_000, stalled: NEVER }), 'send');
  for (const count of [1, 2]) {
    askAndWait(port);
    await expect.poll(() => responses.length).toBe(count);
  }
  expect(responses.map(({ destroyed }) => destroyed)).toEqual([false, false]);
  expect(await readAll(port)).toBe(BODY.length);
  expect(responses.map(({ destroyed }) => destroyed).slice(0, 2)).toEqual([true, false]);
});

test('who has read all counts no more', async () => {
  const { port, responses } = await serveBy(openOutbox({ mostUnread: 50_000_000, stalled: NEVER }), 'send');
  askAndWait(port);
  await expect.poll(() => responses.length).toBe(1);
  for (const turn of [1, 2, 3]) {
    expect(await readAll(port)).toBe(BODY.length);
    await expect.poll(() => responses[turn]?.closed).toBe(true);
  }
  expect(responses[0]?.destroyed).toBe(false);
});

test('a body that is shared counts for nobody', async () => {
  const { port, responses } = await serveBy(openOutbox({ mostUnread: 1, stalled: NEVER }), 'sendShared');
  for (const count of [1, 2, 3]) {
    askAndWait(port);
    await expect.poll(() => responses.length).toBe(count);
  }
  expect(await readAll(port)).toBe(BODY.length);
  expect(responses.slice(0, 3).map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
});

test('a client that reads nothing for too long is let go of', async () => {
  const { port, responses } = await serveBy(openOutbox({ mostUnread: NEVER, stalled: 50 }), 'sendShared');
  const client = askAndWait(port);
  await expect.poll(() => responses[0]?.closed).toBe(true);
  let length = 0;
  client.on('data', (part) => {
    length += part.length;
  });
  client.on('error', () => undefined);
  await once(client.resume(), 'close');
  expect(length).toBeLessThan(BODY.length);
});
