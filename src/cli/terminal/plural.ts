/** How many of a thing, in words. */

/** A count with its word, in the plural where it is not one: `1 file`, `3 files`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
