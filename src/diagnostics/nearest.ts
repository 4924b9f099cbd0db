/** The nearest of some candidates: every "did you mean". */

import { distance } from 'fastest-levenshtein';

/** Shorter beginnings say too little. */
const MIN_PREFIX = 3;
/** The share of the longer word that two of one stem have in common: industry, industries. */
const STEM = 0.6;

/**
 * The candidate that a text most likely means: the fewest letters apart, else one that begins as it does; undefined
 * where none is near. Case makes no difference; of equals, one that it begins, then by alphabet.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const cost = costOf(wanted, candidate.toLowerCase(), limit);
    if (cost < least || (cost === least && best !== undefined && candidate < best)) {
      best = candidate;
      least = cost;
    }
  }
  return least === Number.POSITIVE_INFINITY ? undefined : best;
}

function costOf(wanted: string, candidate: string, limit: number): number {
  if (Math.abs(wanted.length - candidate.length) <= limit) {
    const apart = distance(wanted, candidate);
    if (apart <= limit) return candidate.startsWith(wanted) ? apart - 0.5 : apart;
  }
  const [shorter, longer] = wanted.length < candidate.length ? [wanted, candidate] : [candidate, wanted];
  let common = 0;
  while (common < shorter.length && shorter[common] === longer[common]) common += 1;
  const begins = common >= MIN_PREFIX && (common === shorter.length || common >= longer.length * STEM);
  return begins ? limit + longer.length - common : Number.POSITIVE_INFINITY;
}
