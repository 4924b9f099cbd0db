/** Tells how far a long work is, to a person who watches. */

import type { Terminal } from './terminal.ts';

/** How many there were of each kind. */
export type Counts = Record<string, number>;

/** Passes items on, counts them, and shows how far it is. */
export async function* watchProgress<T>(
  values: AsyncIterable<T>,
  terminal: Pick<Terminal, 'working'>,
  counts: Counts,
  kind: string,
): AsyncGenerator<T> {
  let count = 0;
  for await (const value of values) {
    counts[kind] = ++count;
    terminal.working(`${count} ${kind} …`);
    yield value;
  }
}
