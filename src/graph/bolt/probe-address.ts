/** Why a Neo4j that was given cannot be reached: its driver says only that it cannot. */

import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { BOLT_HANDSHAKE, socketAddress } from './bolt-address.ts';

/** How long each attempt may take, in ms. */
const PATIENCE = 2_000;
const REMEDY = 'Correct NEO4J_URI, or leave it out to have a Neo4j started here.';

/**
 * Tries to reach an address step by step: the name, the port, encryption, Bolt.
 * @param uri an address as the driver takes it, for example bolt+s://host:7687
 * @returns what is wrong and what to do; undefined where Bolt is answered
 */
export async function explainUnreachable(uri: string): Promise<string | undefined> {
  const { protocol } = new URL(uri);
  const address = socketAddress(uri);
  const encrypted = /\+ss?c?:$/.test(protocol);
  const opened = await attempt(() => connectTcp(address), 'connect');
  if (opened !== undefined) return tcpFault(opened, uri, address.host);
  const trusting = { ...address, servername: /^[\d.]+$|:/.test(address.host) ? '' : address.host };
  const secured = () => connectTls({ ...trusting, rejectUnauthorized: false });
  const speaksTls = (await attempt(secured, 'secureConnect')) === undefined;
  if (encrypted && !speaksTls)
    return `${uri} is not encrypted: use ${protocol.replace(/\+.*/, '')}:// without +s, or encrypt that Neo4j.`;
  if (!encrypted && speaksTls)
    return `${uri} is encrypted: use ${protocol.replace(':', '')}+s://, or +ssc:// for a certificate that it signed itself.`;
  if (protocol.endsWith('+s:')) {
    const distrust = await attempt(() => connectTls(trusting), 'secureConnect');
    if (distrust !== undefined)
      return `The certificate of ${uri} is not trusted (${distrust}): use +ssc:// where it is signed by itself, or correct the certificate.`;
  }
  const answered = await attempt(() => greet(encrypted ? secured() : connectTcp(address)), 'data');
  if (answered === 'ETIMEDOUT')
    return `Neo4j at ${uri} takes connections and does not answer: it hangs, or is still starting. Try again, or restart it.`;
  if (answered !== undefined)
    return `What listens at ${uri} does not speak Bolt: Neo4j has Bolt on port 7687, and HTTP on 7474.`;
  return undefined;
}

function tcpFault(code: string, uri: string, host: string): string {
  if (code === 'ECONNREFUSED') return `Nothing listens at ${uri}. Start that Neo4j. ${REMEDY}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `No host is called "${host}" (${uri}). ${REMEDY}`;
  return `${uri} does not answer (${code}): a wrong address, or a firewall in between. ${REMEDY}`;
}

function greet(socket: Socket): Socket {
  // A server that speaks no Bolt answers with something else, or not at all.
  socket.write(BOLT_HANDSHAKE);
  return socket;
}

/** Waits for an event of a socket, and closes it. Gives the code of what went wrong instead; undefined where nothing did. */
async function attempt(open: () => Socket, event: string): Promise<string | undefined> {
  const socket = open();
  try {
    const ended = once(socket, 'close').then(() => {
      throw Object.assign(new Error('it closed the connection'), { code: 'ECONNRESET' });
    });
    const first = once(socket, event, { signal: AbortSignal.timeout(PATIENCE) });
    const [data] = await Promise.race([first, ended]);
    return event === 'data' && !isBoltVersion(data) ? 'EPROTO' : undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return code === 'ABORT_ERR' ? 'ETIMEDOUT' : code;
  } finally {
    socket.destroy();
  }
}

/** A Neo4j answers the greeting with the version it chose, four bytes. */
function isBoltVersion(data: unknown): boolean {
  return Buffer.isBuffer(data) && data.length === 4;
}
