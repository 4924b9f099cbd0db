/** Tells how far a long work is, to a person who watches. */

import type { Terminal } from './terminal.ts';

/** Nothing is told of work that ends before that, in ms. */
const QUIET = 1_000;
/** Then, how often. */
const EVERY = 2_000;

/** How many there were of each kind. */
export type Counts = Record<string, number>;

/** Gives on what comes, counts it, and tells now and then how far it is. */
export async function* watchProgress<T>(
  values: AsyncIterable<T>,
  terminal: Pick<Terminal, 'progress'>,
  counts: Counts,
  kind: string,
): AsyncGenerator<T> {
  let count = 0;
  let next = Date.now() + QUIET;
  for await (const value of values) {
    counts[kind] = ++count;
    if (Date.now() >= next) {
      terminal.progress(`${count} ${kind} …`);
      next = Date.now() + EVERY;
    }
    yield value;
  }
}
