/** Ports that nothing listens on. */

import { createServer } from 'node:net';

/** The wanted port where it is free, else one that the system picks. */
export async function findFreePort(wanted: number): Promise<number> {
  if (wanted !== 0 && (await isFree(wanted))) return wanted;
  const { port } = await listenBriefly(0, '127.0.0.1');
  return port;
}

/** Why a server could not listen at an address, as the code of the error; undefined where it could. */
export async function whyNotListen(port: number, host: string): Promise<string | undefined> {
  return (await listenBriefly(port, host)).code;
}

async function isFree(port: number): Promise<boolean> {
  // A name like localhost leads to either address, so one that is taken on the other would mislead.
  for (const host of ['127.0.0.1', '::1']) {
    const { code } = await listenBriefly(port, host);
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
  }
  return true;
}

function listenBriefly(port: number, host: string): Promise<{ port: number; code: string | undefined }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ port, code: error.code }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve({ port: bound, code: undefined }));
    });
  });
}
