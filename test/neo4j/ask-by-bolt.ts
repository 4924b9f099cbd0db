/** Shakes hands over Bolt: as much as can be asked without a driver. */

import { connect } from 'node:net';
import type { Connection } from '../../src/neo4j/database.ts';

/** The preamble of Bolt, and four versions to choose from: 5.0 to 5.4, then none. */
const HANDSHAKE = Buffer.from('6060b01700040405000000000000000000000000', 'hex');

/** Throws where no Bolt server answers with a version. */
export function askByBolt({ uri }: Connection): Promise<void> {
  const { hostname, port } = new URL(uri);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 5000 }, () =>
      socket.write(HANDSHAKE),
    );
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('no answer over Bolt')));
    socket.once('close', () => reject(new Error('closed without an answer over Bolt')));
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.readUInt32BE() === 0) reject(new Error('no common version of Bolt'));
      else resolve();
    });
  });
}
