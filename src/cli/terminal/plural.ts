/** A count with its noun, in English. */

/** A count with its word, in the plural where it is not one: `1 file`, `3 files`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
