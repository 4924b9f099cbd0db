/** Which of several sources of one thing counts: the order in which claims are chosen (§1.7). */

import { compareText } from '../diagnostics/compare-text.ts';

/** What weighs of a place where something is stated. */
export interface StatedIn {
  readonly tier: string;
  /** How much of the source was read; left out where nobody recorded it. */
  readonly read?: string | undefined;
  /** The first day that the source's date of publication means; undefined where it has none. */
  readonly publishedOn: number | undefined;
  readonly source: string;
  readonly locator: string;
}

/**
 * What a source weighs as at most, by how much of it was read. The rest of the text may limit what an excerpt states, and
 * a title shortens; so neither counts before what was read in full and is itself a full copy, or a report.
 */
const AT_MOST: ReadonlyMap<string | undefined, string> = new Map([
  ['EXCERPT', 'REPRINT'],
  ['TITLE', 'NEWS'],
]);

/**
 * Less than 0 where `a` counts before `b`: by what its tier weighs as far as it was read, then by tier, newest publication
 * (none last), source and locator.
 * @param tiers source tiers, strongest first; others come after them
 */
export function compareSources(a: StatedIn, b: StatedIn, tiers: readonly string[]): number {
  const rank = (tier: string) => (tiers.includes(tier) ? tiers.indexOf(tier) : tiers.length);
  const weight = ({ tier, read }: StatedIn) => Math.max(rank(tier), rank(AT_MOST.get(read) ?? tier));
  return (
    weight(a) - weight(b) ||
    rank(a.tier) - rank(b.tier) ||
    (b.publishedOn ?? -1) - (a.publishedOn ?? -1) ||
    compareText(a.source, b.source) ||
    compareText(a.locator, b.locator)
  );
}
