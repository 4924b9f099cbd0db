/** Items in a random order that a generator draws as one number. */

import fc, { type GeneratorValue } from 'fast-check';

const SEED = fc.noBias(fc.nat());
/** The same function each time: a generator keeps what it built by the function that did. */
const seed = () => SEED;

/**
 * The same items in any order.
 *
 * `fc.shuffledSubarray` would do, but a generator keeps every list it was ever given, and compares each new one with
 * all of them: after some thousands of shuffles that is all that a proof does.
 */
export function shuffled<T>(items: readonly T[], generate: GeneratorValue): readonly T[] {
  const all = [...items];
  const below = dice(generate(seed));
  for (let left = all.length; left > 1; left -= 1) all.push(...all.splice(below(left), 1));
  return all;
}

/** Whole numbers below a limit, the same again for the same seed (Mulberry32). */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
