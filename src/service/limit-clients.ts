/** How much one client may ask: so many questions a minute, so many at once. */

import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** What one client may ask; what is left out is not limited. */
export interface ClientLimits {
  /** Questions a minute; so many may also come at once after a quiet minute. */
  readonly rate?: number | undefined;
  /** Questions under way at once. */
  readonly concurrency?: number | undefined;
  /** Addresses of proxies whose word on whom they ask for is taken. */
  readonly trustedProxies: BlockList;
}

/** A question that may begin, or the limit that it is over and when to come again. */
export type Entry =
  | { readonly leave: () => void }
  | { readonly over: 'rate' | 'clientConcurrency'; readonly seconds: number };

/** Asks whether a question may begin; its client is found by the request. */
export type EnterQuestion = (request: IncomingMessage) => Entry;

interface Client {
  /** Questions that it may still ask. */
  left: number;
  /** When that was so, in ms. */
  at: number;
  underWay: number;
}

const MINUTE = 60_000;
/** How many clients are remembered; past it the one that was heard of longest ago, and asks nothing now, begins anew. */
const MOST_CLIENTS = 10_000;

/**
 * Limits clients.
 * @param now the time in ms
 */
export function limitClients(
  { rate, concurrency, trustedProxies }: ClientLimits,
  now: () => number = () => performance.now(),
): EnterQuestion {
  if (rate === undefined && concurrency === undefined) return () => ({ leave: () => undefined });
  /** The one heard of last comes last. */
  const clients = new Map<string, Client>();
  const clientOf = (address: string): Client => {
    const found = clients.get(address) ?? { left: rate ?? 0, at: now(), underWay: 0 };
    clients.delete(address);
    clients.set(address, found);
    for (const [oldest, { underWay }] of clients) {
      if (clients.size <= MOST_CLIENTS) break;
      if (underWay === 0) clients.delete(oldest);
    }
    return found;
  };
  return (request) => {
    const client = clientOf(addressOf(request, trustedProxies));
    if (concurrency !== undefined && client.underWay >= concurrency)
      return { over: 'clientConcurrency', seconds: 1 };
    if (rate !== undefined) {
      const time = now();
      client.left = Math.min(rate, client.left + ((time - client.at) * rate) / MINUTE);
      client.at = time;
      if (client.left < 1)
        return { over: 'rate', seconds: Math.ceil(((1 - client.left) * MINUTE) / rate / 1_000) };
      client.left -= 1;
    }
    client.underWay++;
    let left = false;
    return {
      leave() {
        if (!left) client.underWay--;
        left = true;
      },
    };
  };
}

/**
 * Addresses and networks between commas, like 10.0.0.0/8.
 * @returns undefined where one is none
 */
export function readNetworks(items: readonly string[]): BlockList | undefined {
  const networks = new BlockList();
  for (const item of items) {
    const [address = '', prefix] = item.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const length = prefix === undefined ? most : Number(prefix);
    if (family === 0 || !/^\d{1,3}$/.test(prefix ?? '0') || length > most) return undefined;
    networks.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4');
  }
  return networks;
}

/** The client: the sender, or whom the last proxies that are trusted name. */
function addressOf({ socket, headers }: IncomingMessage, trusted: BlockList): string {
  let address = plain(socket.remoteAddress ?? '');
  const named = String(headers['x-forwarded-for'] ?? '').split(',');
  while (named.length > 0 && isIn(trusted, address)) {
    const before = plain(named.pop()?.trim() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return isIP(address) === 6 ? networkOf(address) : address;
}

/** An IPv4 address inside an IPv6 one as it is. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function isIn(networks: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && networks.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** The network of an IPv6 address: whoever has one has 2^64. */
function networkOf(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - behind.length) }, () => '0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...behind];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
