/** Which of several sources of one thing counts: the order in which claims are chosen (§1.7). */

import { compareText } from '../diagnostics/compare-text.ts';

/** What weighs of a place where something is stated. */
export interface StatedIn {
  readonly tier: string;
  /** The first day that the source's date of publication means; undefined where it has none. */
  readonly publishedOn: number | undefined;
  readonly source: string;
  readonly locator: string;
}

/**
 * Less than 0 where `a` counts before `b`: by tier, newest publication (none last), source and locator.
 * @param tiers source tiers, strongest first; others come after them
 */
export function compareSources(a: StatedIn, b: StatedIn, tiers: readonly string[]): number {
  const weight = ({ tier }: StatedIn) => (tiers.includes(tier) ? tiers.indexOf(tier) : tiers.length);
  return (
    weight(a) - weight(b) ||
    (b.publishedOn ?? -1) - (a.publishedOn ?? -1) ||
    compareText(a.source, b.source) ||
    compareText(a.locator, b.locator)
  );
}
