/** A way to a Neo4j that can be closed and opened again: to whoever goes by it, the Neo4j is away meanwhile. */

import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/** A way that is open. */
export interface DatabaseWay {
  readonly uri: string;
  readonly close: () => Promise<void>;
  readonly open: () => Promise<void>;
}

/** Opens a way to where a Neo4j listens. */
export async function openProxy(target: string): Promise<DatabaseWay> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(Number(port), hostname);
    for (const each of [near, far]) {
      sockets.add(each);
      each.on('error', () => undefined);
      each.on('close', () => {
        sockets.delete(each);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  let at = 0;
  const open = async () => {
    await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
    at = (server.address() as AddressInfo).port;
  };
  await open();
  return {
    uri: `bolt://127.0.0.1:${at}`,
    open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const each of sockets) each.destroy();
      }),
  };
}
