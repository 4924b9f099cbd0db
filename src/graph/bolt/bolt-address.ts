/** A Bolt address below the driver: where it leads, and what opens a connection there. */

const DEFAULT_PORT = 7_687;

/**
 * What opens every Bolt connection: its magic number, and four times which versions are wanted. The server answers with
 * four bytes, before any login.
 * @see https://neo4j.com/docs/bolt/current/bolt/handshake/
 */
export const BOLT_HANDSHAKE = Buffer.from('6060b01700000005000404050000040400000003', 'hex');

/** Where a socket has to connect for an address as the driver takes it, for example bolt+s://host:7687. */
export function socketAddress(uri: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(uri);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || DEFAULT_PORT) };
}
