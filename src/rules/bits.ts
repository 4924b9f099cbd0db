/** Sets of small numbers as bits: union, intersection and count work on 32 numbers at a time. */

/** A set of numbers from 0 up to the size it was created with. */
export type Bits = Uint32Array;

/** An empty set of numbers below `size`. */
export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

export function addBit(bits: Bits, at: number): void {
  const word = at >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (at & 31));
}

export function hasBit(bits: Bits, at: number): boolean {
  return (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/** Adds all of a set to another. */
export function addBits(to: Bits, bits: Bits | undefined): void {
  if (bits) for (let word = 0; word < to.length; word += 1) to[word] = (to[word] ?? 0) | (bits[word] ?? 0);
}

/** Keeps in a set only the members of another. */
export function keepBits(of: Bits, bits: Bits): void {
  for (let word = 0; word < of.length; word += 1) of[word] = (of[word] ?? 0) & (bits[word] ?? 0);
}

/** Removes the members of another set. */
export function dropBits(from: Bits, bits: Bits): void {
  for (let word = 0; word < from.length; word += 1) from[word] = (from[word] ?? 0) & ~(bits[word] ?? 0);
}

/** The size of a set. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    let rest = bits[word] ?? 0;
    rest -= (rest >>> 1) & 0x55555555;
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
    count += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The numbers of a set, ascending. */
export function* eachBit(bits: Bits): Generator<number> {
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
      yield (word << 5) + 31 - Math.clz32(rest & -rest);
    }
  }
}
