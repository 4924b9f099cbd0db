/** Whether a Neo4j answers at all, asked below the driver, which never gives up an unanswered connection. */

import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { BOLT_HANDSHAKE, socketAddress } from './bolt-address.ts';

/** Parts that the waiting is made of. */
const PARTS = 10;

/**
 * Resolves once whatever listens at a Bolt address has answered the handshake of a new connection.
 * @param timeout how long it may take, in ms
 * @throws Error where nothing listens there, or what does says nothing in time
 */
export async function askBolt(uri: string, timeout: number): Promise<void> {
  const { protocol } = new URL(uri);
  const address = socketAddress(uri);
  // Only whether a server answers is asked here: the driver checks which.
  const socket: Socket = protocol.includes('+s')
    ? connectTls({ ...address, rejectUnauthorized: false })
    : connect(address);
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      // While this process is busy, the server is not the silent one: a timer that fires late counts as one part only.
      const wait = (parts: number) => {
        timer = setTimeout(() => (parts > 1 ? wait(parts - 1) : setImmediate(late)), timeout / PARTS);
      };
      const late = () => reject(new Error(`${uri} said nothing within ${timeout} ms`));
      wait(PARTS);
      socket.on('error', reject);
      socket.once('close', () => reject(new Error(`${uri} closed the connection`)));
      socket.once('data', () => resolve());
      socket.write(BOLT_HANDSHAKE);
    });
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}
