/** Leases that processes hold for as long as they live: what one of them holds, no other gets. */

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Leases the numbers from 0 up to a count. */
export interface Leases {
  /** Where `takeLease` asks for one. */
  readonly port: number;
  close(): Promise<void>;
}

/** Opens leases. Who asks while all are held waits for the first that is given back, by its holder's end at the latest. */
export async function openLeases(count: number): Promise<Leases> {
  const free = Array.from({ length: count }, (_, at) => at);
  const waiting: Socket[] = [];
  const sockets = new Set<Socket>();
  const lend = () => {
    while (free.length > 0 && waiting.length > 0) {
      const [number, socket] = [free.shift() as number, waiting.shift() as Socket];
      socket.once('close', () => {
        free.push(number);
        lend();
      });
      socket.write(String(number));
    }
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      sockets.delete(socket);
      if (waiting.includes(socket)) waiting.splice(waiting.indexOf(socket), 1);
    });
    waiting.push(socket);
    lend();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Leases have no port.');
  return {
    port: address.port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a process holds. */
export interface Lease {
  readonly number: number;
  /** Gives it back before the process ends. */
  release(): void;
}

/** Takes a lease, waiting for one where all are held. */
export async function takeLease(port: number): Promise<Lease> {
  const socket = connect(port, '127.0.0.1');
  const [number] = await Promise.race([
    once(socket, 'data'),
    once(socket, 'close').then(() => {
      throw new Error('The leases were closed.');
    }),
  ]);
  // It is held, and keeps no process from ending.
  socket.unref();
  return { number: Number(String(number)), release: () => socket.destroy() };
}
