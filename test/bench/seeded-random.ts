/** Random numbers that a number alone decides: the same seed draws the same on every machine. */

/** Draws from one stream. */
export interface SeededRandom {
  /** A fraction from 0 up to 1, never 1. */
  readonly fraction: () => number;
  /** A whole number from `least` to `most`, both possible. */
  readonly between: (least: number, most: number) => number;
  /** Whether something comes to pass that does in so many of 100 cases. */
  readonly percent: (share: number) => boolean;
  /** One of some values. */
  readonly pick: <T>(values: readonly T[]) => T;
  /** Values each once, at most `count`; `draw` may give the same one again. */
  readonly distinct: <T>(count: number, draw: () => T) => readonly T[];
}

/**
 * A stream of random numbers (mulberry32: whole numbers of 32 bits, which every machine multiplies alike).
 * @see https://github.com/cprosche/mulberry32
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    between,
    percent: (share) => fraction() * 100 < share,
    pick: (values) => values[between(0, values.length - 1)] as (typeof values)[number],
    distinct: (count, draw) => [...new Set(Array.from({ length: count }, draw))],
  };
}

/** Draws from values of which the n-th comes up 1/n as often as the first: few have very much, most very little. */
export function zipf<T>(random: SeededRandom, values: readonly T[]): () => T {
  let sum = 0;
  const sums = values.map((_, at) => {
    sum += 1 / (at + 1);
    return sum;
  });
  return () => {
    const wanted = random.fraction() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return values[low] as T;
  };
}

/** The values in an order that the stream decides. */
export function shuffled<T>(random: SeededRandom, values: readonly T[]): readonly T[] {
  return values
    .map((value, at) => ({ value, at, weight: random.fraction() }))
    .sort((a, b) => a.weight - b.weight || a.at - b.at)
    .map(({ value }) => value);
}
