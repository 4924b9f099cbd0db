/** Why the Neo4j of the settings does not answer is said in words that lead to the setting. */

import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainConnection } from '../../src/cli/steps/explain-connection.ts';
import { graphError } from '../../src/graph/bolt/graph-error.ts';
import { explainUnreachable } from '../../src/graph/bolt/probe-address.ts';
import { kg } from './run-kg.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
const ports = { http: 0, tls: 0, bolt: 0, securedBolt: 0, silent: 0 };
const PEM = readFileSync('test/cli/self-signed.pem');

/** Listens as some server would, and gives its port. */
async function listen(server: Server, answer: string | Buffer | undefined): Promise<number> {
  const answering = (socket: Socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    if (answer !== undefined) socket.on('data', () => socket.write(answer));
  };
  server.on('connection', (socket) => socket.on('error', () => undefined));
  server.on('setSecureContext' in server ? 'secureConnection' : 'connection', answering);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  const version = Buffer.from([0, 0, 4, 5]);
  ports.http = await listen(createServer(), 'HTTP/1.1 400 Bad Request\r\n\r\n');
  ports.silent = await listen(createServer(), undefined);
  ports.bolt = await listen(createServer(), version);
  ports.tls = await listen(createTlsServer({ key: PEM, cert: PEM }), 'HTTP/1.1 400 Bad Request\r\n\r\n');
  ports.securedBolt = await listen(createTlsServer({ key: PEM, cert: PEM }), version);
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

test('a Neo4j that nothing listens for ends with 3, in one line that says what to do', async () => {
  const { code, err } = await kg(['status'], { NEO4J_URI: 'bolt://127.0.0.1:1' });
  expect(code).toBe(3);
  expect(err).toMatch(/^kg: Nothing listens at bolt:\/\/127\.0\.0\.1:1\. .*NEO4J_URI.*\n$/);
});

test.each([
  [
    'a port that nothing listens on',
    () => 'neo4j://127.0.0.1:1',
    /^Nothing listens at neo4j:\/\/127.*NEO4J_URI/,
  ],
  ['an address in brackets', () => 'bolt://[::1]:1', /^Nothing listens at bolt:\/\/\[::1\]:1\./],
  [
    'a host that nobody has',
    () => 'bolt://no-such-host.invalid',
    /^No host is called "no-such-host\.invalid"/,
  ],
  [
    'a server that says nothing',
    () => `bolt://127.0.0.1:${ports.silent}`,
    /^Neo4j at .* does not answer: it hangs/,
  ],
  ['another protocol', () => `bolt://127.0.0.1:${ports.http}`, /does not speak Bolt.*7687/],
  ['another protocol, encrypted', () => `bolt+ssc://127.0.0.1:${ports.tls}`, /does not speak Bolt.*7687/],
  [
    'encryption that was not asked for',
    () => `bolt://127.0.0.1:${ports.securedBolt}`,
    /is encrypted: use bolt\+s:/,
  ],
  ['no encryption', () => `neo4j+s://127.0.0.1:${ports.bolt}`, /is not encrypted: use neo4j:\/\//],
  [
    'a foreign certificate',
    () => `bolt+s://127.0.0.1:${ports.securedBolt}`,
    /not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\): use \+ssc/,
  ],
  ['Bolt', () => `bolt://127.0.0.1:${ports.bolt}`, undefined],
  ['encrypted Bolt', () => `bolt+ssc://127.0.0.1:${ports.securedBolt}`, undefined],
])('an address with %s is explained', async (_, uri, expected) => {
  const explained = await explainUnreachable(uri());
  if (expected === undefined) expect(explained).toBeUndefined();
  else expect(explained).toMatch(expected);
});

test.each([
  [
    'Neo.ClientError.Security.Unauthorized',
    /refuses the login of "me": correct NEO4J_USER and NEO4J_PASSWORD\.$/,
  ],
  ['Neo.ClientError.Security.AuthenticationRateLimit', /too many logins: wait/],
  ['Neo.ClientError.Database.DatabaseNotFound', /no database "books".*NEO4J_DATABASE/],
])('the refusal %s names the setting and never the password', async (code, expected) => {
  const connection = { uri: 'bolt://127.0.0.1:1', user: 'me', password: 'secret', database: 'books' };
  const failure = graphError(Object.assign(new Error('no'), { code }));
  const explained = await explainConnection(failure, connection);
  expect(explained).toMatchObject({ reason: failure.reason, message: expect.stringMatching(expected) });
  expect(String(explained)).not.toContain('secret');
});

test('a failure whose reason is not known stays as it is', async () => {
  const connection = { uri: 'bolt://127.0.0.1:1', user: 'me', password: '', database: undefined };
  const failure = graphError(
    Object.assign(new Error('no'), { code: 'Neo.DatabaseError.General.UnknownError' }),
  );
  expect(await explainConnection(failure, connection)).toBe(failure);
  const other = new Error('other');
  expect(await explainConnection(other, connection)).toBe(other);
});
