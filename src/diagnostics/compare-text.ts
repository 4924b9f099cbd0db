/** The order of texts that is the same on every machine. */

/** Less than 0 where a text comes before another, unit by unit of its code; 0 where they are equal. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
