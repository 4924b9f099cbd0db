/** A way to a Neo4j on which connections can fall silent, as behind a firewall that forgot them: open, and dead. */

import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/** A way that is open. */
export interface SilentWay {
  readonly uri: string;
  /** The connections that are open. */
  readonly open: () => number;
  /** From now on, the connections that are open carry nothing; new ones do. Gives a promise for the end of all of them. */
  readonly silenceOpen: () => Promise<void>;
  /** From now on no connection carries anything, nor do new ones, until the end of the silence. */
  readonly silenceAll: () => void;
  /** New connections carry again; those opened before stay silent. */
  readonly endSilence: () => void;
  readonly close: () => Promise<void>;
}

/** Opens a way to where a Neo4j listens. */
export async function openSilentWay(target: string): Promise<SilentWay> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<{ readonly near: Socket; silent: boolean }>();
  let silence = false;
  const server = createServer((near) => {
    const far = dial(Number(port), hostname);
    const pair = { near, silent: silence };
    pairs.add(pair);
    near.on('data', (chunk) => pair.silent || far.write(chunk));
    far.on('data', (chunk) => pair.silent || near.write(chunk));
    for (const each of [near, far]) each.on('error', () => undefined);
    near.on('close', () => {
      pairs.delete(pair);
      far.destroy();
    });
    far.on('close', () => pair.silent || near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const silenceOpen = async () => {
    const ends = [...pairs].map((pair) => {
      pair.silent = true;
      return once(pair.near, 'close');
    });
    await Promise.all(ends);
  };
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: () => pairs.size,
    silenceOpen,
    silenceAll() {
      silence = true;
      for (const pair of pairs) pair.silent = true;
    },
    endSilence() {
      silence = false;
    },
    close: async () => {
      server.close();
      for (const { near } of pairs) near.destroy();
      await once(server, 'close');
    },
  };
}
