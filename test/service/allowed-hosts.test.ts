/** Which hosts a server answers for. */

import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { allowHosts } from '../../src/service/allowed-hosts.ts';

/** The status that a request for hosts is refused with; 200 where it is not. */
function statusOf(listening: string, names: readonly string[], ...hosts: readonly string[]): number {
  const request = new IncomingMessage(new Socket());
  if (hosts[0] !== undefined) request.headers = { host: hosts[0] };
  request.headersDistinct = hosts.length > 0 ? { host: [...hosts] } : {};
  return allowHosts(listening, names)(request)?.[0] ?? 200;
}

test.each(['localhost', 'LOCALHOST:4000', 'localhost.', '127.0.0.1', '127.0.0.1:1', '[::1]:4000', '127.1'])(
  'the loopback host %s is served whatever is listened on',
  (host) => {
    expect(statusOf('kg.example.org', [], host)).toBe(200);
    expect(statusOf('0.0.0.0', [], host)).toBe(200);
  },
);

test('the host that is listened on and the names in the setting are served', () => {
  expect(statusOf('KG.example.org', [], 'kg.example.org:4000')).toBe(200);
  expect(statusOf('fe80::1', [], '[FE80:0::1]:4000')).toBe(200);
  expect(statusOf('127.0.0.1', ['kg.example.org'], 'KG.Example.org.:80')).toBe(200);
});

test.each(['evil.example', 'evil.example:4000', 'localhost.evil.example', '10.0.0.7', '[fe80::1]', 'kg'])(
  'the host %s is answered 421 by a server on loopback',
  (host) => {
    expect(statusOf('127.0.0.1', ['kg.example.org'], host)).toBe(421);
  },
);

test('a server on all addresses serves each address, and still no name that it does not know', () => {
  for (const listening of ['0.0.0.0', '::']) {
    expect(statusOf(listening, [], '10.0.0.7:4000')).toBe(200);
    expect(statusOf(listening, [], '[fe80::1]')).toBe(200);
    expect(statusOf(listening, [], 'evil.example')).toBe(421);
    expect(statusOf(listening, [], '10.0.0.7.evil.example')).toBe(421);
  }
});

test.each([
  '',
  '..',
  '.',
  'a..b',
  'a b',
  '[',
  '::1',
  'x:y',
  'x:99999',
  'a@b',
  'a/b',
  '%41',
  '<b>',
  '256.1.1.1',
])('the host "%s" names none and is answered 400', (host) => {
  expect(statusOf('0.0.0.0', [], host)).toBe(400);
});

test('no host, or more than one, is answered 400', () => {
  expect(statusOf('127.0.0.1', [])).toBe(400);
  expect(statusOf('127.0.0.1', [], 'localhost', 'localhost')).toBe(400);
});
