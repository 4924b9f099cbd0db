/** Of several observations of one period, the one that is chosen, as stated values are (§9.2). */

import { compareText } from '../../diagnostics/compare-text.ts';
import { compareSources, type StatedIn } from '../../model/stored/compare-sources.ts';
import type { Observed } from './progress-facts.ts';

/**
 * One observation for each period, oldest first. Of two periods that end together the one that begins later is the
 * newer: it is more exact about the time.
 * @param tiers source tiers, strongest first
 */
export function chooseObservations(
  observed: readonly Observed[],
  tiers: readonly string[],
): readonly Observed[] {
  const byPeriod = new Map<string, Observed[]>();
  for (const each of observed) {
    const days = `${each.fromDay}-${each.toDay}`;
    byPeriod.set(days, [...(byPeriod.get(days) ?? []), each]);
  }
  return [...byPeriod.values()]
    .flatMap((same) => strongest(same, tiers))
    .sort((a, b) => a.toDay - b.toDay || a.fromDay - b.fromDay);
}

/** The one that counts, if there is any: by the weight of their sources, then by value; ids only break ties. */
export function strongest<T extends Pick<Observed, 'id' | 'value' | 'readings'>>(
  same: readonly T[],
  tiers: readonly string[],
): readonly T[] {
  const claims = same.flatMap((each) =>
    each.readings.length === 0
      ? [{ each, reading: NOWHERE }]
      : each.readings.map((reading) => ({ each, reading })),
  );
  const [first] = claims.sort(
    (a, b) =>
      compareSources(a.reading, b.reading, tiers) ||
      compareText(a.each.value, b.each.value) ||
      compareText(a.each.id, b.each.id),
  );
  return first ? [first.each] : [];
}

const NOWHERE: StatedIn = { tier: '', publishedOn: undefined, source: '', locator: '' };
