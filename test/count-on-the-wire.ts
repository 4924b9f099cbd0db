/** A door before Neo4j's own that counts the statements which really pass it, whoever sent them. */

import { type AddressInfo, connect, createServer } from 'node:net';

/** A counting way to a Neo4j. */
export interface CountedWay {
  readonly uri: string;
  /** How many statements have passed so far. */
  readonly statements: () => number;
  readonly close: () => void;
}

/**
 * The start of a Bolt RUN message: a structure of three fields, its signature, and a string, the statement.
 * @see https://neo4j.com/docs/bolt/current/bolt/message/#messages-run
 */
const RUN = [0xd0, 0xd1, 0xd2].map((text) => Buffer.from([0xb3, 0x10, text]));

/** Opens a way to the Neo4j at a Bolt address; bytes go through as they are. */
export async function countOnTheWire(uri: string): Promise<CountedWay> {
  const { hostname, port } = new URL(uri);
  const sent: Buffer[][] = [];
  const server = createServer((client) => {
    const bytes: Buffer[] = [];
    sent.push(bytes);
    const neo4j = connect(Number(port), hostname);
    client.on('data', (chunk) => bytes.push(Buffer.from(chunk)));
    client.pipe(neo4j).pipe(client);
    client.on('error', () => neo4j.destroy());
    neo4j.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    statements: () => sent.reduce((total, bytes) => total + countRuns(Buffer.concat(bytes)), 0),
    close: () => server.close(),
  };
}

function countRuns(bytes: Buffer): number {
  let count = 0;
  for (const run of RUN) {
    for (let at = bytes.indexOf(run); at >= 0; at = bytes.indexOf(run, at + 1)) count++;
  }
  return count;
}
