/** Which hosts a request may ask for, so that no page of a stranger reaches this server by a name of its own (DNS rebinding). */

import type { IncomingMessage } from 'node:http';

/** Why a request is refused for its header `Host`, with the status; undefined where the host is allowed. */
export type RefuseHost = (request: IncomingMessage) => readonly [status: number, message: string] | undefined;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const EVERY_ADDRESS = ['0.0.0.0', '[::]'];
const HOST = /^(?:\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*\.?)(?::\d{1,5})?$/i;
const ADDRESS = /^(?:\[.*\]|\d+\.\d+\.\d+\.\d+)$/;

/**
 * Loopback names, the host that is listened on, and the names given; the port never matters. A server that listens on
 * all addresses of its machine answers for every address: an address is asked for as it is, no name can be bent to it.
 * @param host what the server listens on
 * @param names further host names
 */
export function allowHosts(host: string, names: readonly string[]): RefuseHost {
  const own = hostName(host.includes(':') ? `[${host}]` : host) ?? host;
  const allowed = new Set([...LOOPBACK, own, ...names]);
  return ({ headers, headersDistinct }) => {
    const asked = headers.host ?? '';
    const name = headersDistinct.host?.length === 1 ? hostName(asked) : undefined;
    if (name === undefined) return [400, 'The header "host" must name one host.'];
    if (allowed.has(name) || (EVERY_ADDRESS.includes(own) && ADDRESS.test(name))) return undefined;
    return [
      421,
      `The host "${asked}" is not served here. Add its name to KG_ALLOWED_HOSTS, or ask for ${own}.`,
    ];
  };
}

/** The name in a host with or without a port, as browsers compare it: lower case, addresses in one form. */
export function hostName(host: string): string | undefined {
  if (!HOST.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname.replace(/\.$/, '');
}
