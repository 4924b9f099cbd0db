/** Clients are told apart by who really sends, and each is held to its limits exactly. */

import type { IncomingMessage } from 'node:http';
import { describe, expect, it, test } from 'vitest';
import { type Entry, limitClients, readNetworks } from '../../src/service/limit-clients.ts';

function networks(...items: readonly string[]) {
  const found = readNetworks(items);
  if (!found) throw new Error(`${items.join()} are no networks`);
  return found;
}
const NOBODY = networks();

/** A request as the limits see it: where its socket is from, and what its headers claim. */
function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}
const overOf = (entry: Entry) => ('over' in entry ? entry.over : undefined);

describe('the rate', () => {
  it('lets n questions through at once and not the next, until the time for one has passed', () => {
    let time = 0;
    const enter = limitClients({ rate: 6, trustedProxies: NOBODY }, () => time);
    const ask = () => enter(from('192.0.2.1'));
    for (let each = 0; each < 6; each++) expect(overOf(ask())).toBeUndefined();
    expect(ask()).toEqual({ over: 'rate', seconds: 10 });
    time = 9_999;
    expect(ask()).toEqual({ over: 'rate', seconds: 1 });
    time = 10_000;
    expect(overOf(ask())).toBeUndefined();
    expect(overOf(ask())).toBe('rate');
    time = 10_000_000;
    for (let each = 0; each < 6; each++) expect(overOf(ask())).toBeUndefined();
    expect(overOf(ask())).toBe('rate');
  });

  it('is that of each client: another one is not refused', () => {
    const enter = limitClients({ rate: 1, trustedProxies: NOBODY }, () => 0);
    expect(
      [from('192.0.2.1'), from('192.0.2.1'), from('192.0.2.2')].map((each) => overOf(enter(each))),
    ).toEqual([undefined, 'rate', undefined]);
  });
});

describe('concurrency', () => {
  it('lets n questions be under way and not one more, until one has ended', () => {
    const enter = limitClients({ concurrency: 3, trustedProxies: NOBODY });
    const entries = Array.from({ length: 3 }, () => enter(from('192.0.2.1')));
    expect(entries.map(overOf)).toEqual([undefined, undefined, undefined]);
    expect(overOf(enter(from('192.0.2.1')))).toBe('clientConcurrency');
    const [first] = entries;
    if (!first || !('leave' in first)) throw new Error('the first question was refused');
    first.leave();
    first.leave();
    expect(overOf(enter(from('192.0.2.1')))).toBeUndefined();
    expect(overOf(enter(from('192.0.2.1')))).toBe('clientConcurrency');
  });

  it('is remembered of a client under way however many others come', () => {
    const enter = limitClients({ concurrency: 1, trustedProxies: NOBODY });
    enter(from('192.0.2.1'));
    for (let each = 0; each < 20_000; each++) {
      const entry = enter(from(`10.${each >> 16}.${(each >> 8) & 255}.${each & 255}`));
      if ('leave' in entry) entry.leave();
    }
    expect(overOf(enter(from('192.0.2.1')))).toBe('clientConcurrency');
  });
});

it('without limits nobody is refused', () => {
  const enter = limitClients({ trustedProxies: NOBODY });
  for (let each = 0; each < 1_000; each++) expect(overOf(enter(from('192.0.2.1')))).toBeUndefined();
});

/** Whether two requests are of one client. */
function isOne(a: IncomingMessage, b: IncomingMessage, ...trusted: readonly string[]): boolean {
  const enter = limitClients({ rate: 1, trustedProxies: networks(...trusted) }, () => 0);
  enter(a);
  return overOf(enter(b)) === 'rate';
}

describe('a client', () => {
  test.each([
    [
      'a header of anybody is not believed',
      from('192.0.2.1', '1.1.1.1'),
      from('192.0.2.1', '2.2.2.2'),
      [],
      true,
    ],
    [
      'behind a trusted proxy it is whom that names',
      from('10.0.0.1', '1.1.1.1'),
      from('10.0.0.1', '2.2.2.2'),
      ['10.0.0.0/8'],
      false,
    ],
    [
      'what stands before the last untrusted one is not believed',
      from('10.0.0.1', '7.7.7.7, 1.1.1.1'),
      from('10.0.0.1', '8.8.8.8, 1.1.1.1'),
      ['10.0.0.0/8'],
      true,
    ],
    [
      'behind two trusted proxies it is whom the first names',
      from('10.0.0.1', '1.1.1.1, 10.0.0.2'),
      from('10.0.0.1', '2.2.2.2, 10.0.0.2'),
      ['10.0.0.0/8'],
      false,
    ],
    [
      'a proxy that names nobody is the client itself',
      from('10.0.0.1', 'unknown'),
      from('10.0.0.1'),
      ['10.0.0.1'],
      true,
    ],
    [
      'a proxy that is not in the list is a client',
      from('11.0.0.1', '1.1.1.1'),
      from('11.0.0.1', '2.2.2.2'),
      ['10.0.0.0/8'],
      true,
    ],
    ['IPv4 inside IPv6 is the same client', from('::ffff:192.0.2.1'), from('192.0.2.1'), [], true],
    [
      'addresses of one IPv6 network are one client',
      from('2001:db8::1'),
      from('2001:db8:0:0:ffff::2'),
      [],
      true,
    ],
    ['those of two IPv6 networks are two', from('2001:db8::1'), from('2001:db8:0:1::1'), [], false],
  ] as const)('%s', (_, a, b, trusted, expected) => {
    expect(isOne(a, b, ...trusted)).toBe(expected);
  });
});

test.each([['10.0.0.0/33'], ['10.0.0'], ['proxy.example'], ['10.0.0.1/x'], ['::1/129'], ['']])(
  '"%s" is no address or network',
  (item) => {
    expect(readNetworks([item])).toBeUndefined();
  },
);
