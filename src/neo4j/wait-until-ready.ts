/** Waits for a Neo4j that starts. */

import { setTimeout } from 'node:timers/promises';

/** Whether the HTTP side of a Neo4j answers at an address. */
async function answersHttp(httpUrl: string): Promise<boolean> {
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
 * @throws Error where it has ended (saying how) or has not answered in time; the reason of `signal` once that is aborted
 */
export async function waitUntilReady(options: {
  readonly httpUrl: string;
  /** Throws while it does not answer over Bolt as the one that is waited for. */
  readonly prove: () => Promise<void>;
  readonly milliseconds: number;
  /** Fulfilled where it ends before it answers. */
  readonly ended: Promise<string>;
  /** Whether it is of no use to wait longer after this failure of `prove`. */
  readonly isFinal?: (fault: unknown) => Promise<boolean>;
  readonly signal?: AbortSignal | undefined;
}): Promise<void> {
  let end: string | undefined;
  void options.ended.then((how) => {
    end = how;
  });
  const deadline = Date.now() + options.milliseconds;
  let lastFault: unknown;
  for (;;) {
    options.signal?.throwIfAborted();
    if (end !== undefined) throw new Error(`it ended (${end}) before it answered`);
    if (Date.now() > deadline) {
      const seconds = Math.round(options.milliseconds / 1000);
      throw new Error(`it did not answer within ${seconds} s`, { cause: lastFault });
    }
    if (await answersHttp(options.httpUrl)) {
      try {
        await options.prove();
        return;
      } catch (error) {
        lastFault = error;
      }
      if (await options.isFinal?.(lastFault)) throw lastFault;
    }
    await setTimeout(200);
  }
}
