/** Waits for a Neo4j that starts. */

import { setTimeout } from 'node:timers/promises';
import type { Ask, Connection } from './database.ts';

/** Whether the HTTP side of a Neo4j answers at an address. */
export async function answersHttp(httpUrl: string): Promise<boolean> {
  try {
    const response = await fetch(httpUrl, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(2000),
    });
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'neo4j_version' in body;
  } catch {
    return false;
  }
}

/**
 * Waits until a Neo4j answers over HTTP and then over Bolt: its ports open before its database does.
 * @throws Error where it has ended (saying how) or has not answered in time
 */
export async function waitUntilReady(options: {
  readonly httpUrl: string;
  readonly connection: Connection;
  readonly ask: Ask;
  readonly milliseconds: number;
  /** Fulfilled where it ends before it answers. */
  readonly ended: Promise<string>;
}): Promise<void> {
  let end: string | undefined;
  void options.ended.then((how) => {
    end = how;
  });
  const deadline = Date.now() + options.milliseconds;
  let lastFault: unknown;
  for (;;) {
    if (end !== undefined) throw new Error(`it ended (${end}) before it answered`);
    if (Date.now() > deadline) {
      const seconds = Math.round(options.milliseconds / 1000);
      throw new Error(`it did not answer within ${seconds} s`, { cause: lastFault });
    }
    if (await answersHttp(options.httpUrl)) {
      try {
        await options.ask(options.connection);
        return;
      } catch (error) {
        lastFault = error;
      }
    }
    await setTimeout(200);
  }
}
