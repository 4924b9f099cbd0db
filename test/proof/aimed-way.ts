/** A door before Neo4j's own that strikes at a chosen message: nothing is mocked, bytes go through as they are. */

import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Which message, and on which side of it. */
export interface Aim {
  readonly message: 'RUN' | 'COMMIT';
  /** The first is 1; counted from the aiming on. */
  readonly nth: number;
  /** Before Neo4j gets it, once it has it, or once it has answered and nobody heard. */
  readonly when: 'before' | 'sent' | 'answered';
}

/** A way to a Neo4j that can strike. */
export interface AimedWay {
  readonly uri: string;
  /** Counts from now on, and strikes once at the aim, where there is one. */
  readonly aim: (aim: Aim | undefined, strike: () => void) => void;
  /** How many of a message have come since the aiming. */
  readonly seen: (message: Aim['message']) => number;
  readonly close: () => void;
}

/**
 * How messages begin on the wire: RUN by its signature and a string, its statement; COMMIT, which has no fields, whole
 * with the length of its chunk.
 * @see https://neo4j.com/docs/bolt/current/bolt/message/
 */
const MESSAGES: readonly (readonly [Aim['message'], Buffer])[] = [
  ...[0xd0, 0xd1, 0xd2].map((text) => ['RUN', Buffer.from([0xb3, 0x10, text])] as const),
  ['COMMIT', Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])],
];
const LONGEST = 6;

/** Opens a way to the Neo4j at a Bolt address. */
export async function openAimedWay(uri: string): Promise<AimedWay> {
  const { hostname, port } = new URL(uri);
  const counts = new Map<Aim['message'], number>();
  let aimed: Aim | undefined;
  let strike: () => void = () => undefined;
  const hit = () => {
    aimed = undefined;
    strike();
  };
  const open = (client: Socket) => {
    const neo4j = connect(Number(port), hostname);
    let tail: Buffer = Buffer.alloc(0);
    let waitsForAnswer = false;
    let stopped = false;
    client.on('data', (chunk: Buffer) => {
      if (stopped) return;
      const bytes = Buffer.concat([tail, chunk]);
      let aimedHere = false;
      for (const [message, pattern] of MESSAGES) {
        for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + 1)) {
          if (at + pattern.length <= tail.length) continue;
          const count = (counts.get(message) ?? 0) + 1;
          counts.set(message, count);
          if (aimed?.message === message && aimed.nth === count) aimedHere = true;
        }
      }
      tail = bytes.subarray(-(LONGEST - 1));
      if (aimedHere && aimed?.when === 'before') {
        stopped = true;
        hit();
        return;
      }
      if (aimedHere && aimed?.when === 'answered') waitsForAnswer = true;
      neo4j.write(chunk, () => {
        if (aimedHere && aimed?.when === 'sent') hit();
      });
    });
    neo4j.on('data', (chunk: Buffer) => {
      if (waitsForAnswer) {
        waitsForAnswer = false;
        stopped = true;
        hit();
      } else if (!stopped) client.write(chunk);
    });
    // As the network would: who dies leaves a closed connection to the other.
    for (const [one, other] of [
      [client, neo4j],
      [neo4j, client],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => other.destroy());
    }
  };
  const server = createServer(open);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    aim(aim, onHit) {
      counts.clear();
      aimed = aim;
      strike = onHit;
    },
    seen: (message) => counts.get(message) ?? 0,
    close: () => server.close(),
  };
}
