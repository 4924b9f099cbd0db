/** Which of several sources of one thing counts: the order in which claims are chosen (§1.7). */

import { compareText } from '../../diagnostics/compare-text.ts';

/** What the weight of a statement depends on: its source and locator. */
export interface StatedIn {
  readonly tier: string;
  /** How much of the source was read; undefined where it is not recorded. */
  readonly read?: string | undefined;
  /** The first day that the source's date of publication means; undefined where it has none. */
  readonly publishedOn: number | undefined;
  readonly source: string;
  readonly locator: string;
  /** Who checked it and when, as stored; it makes no difference to the weight. */
  readonly check?: string | undefined;
}

/**
 * The tier whose weight a source has at most, by how much of it was read. The rest of the text may limit an excerpt, and a
 * title is a summary: an excerpt weighs no more than a full copy, a title no more than a report.
 */
const AT_MOST: ReadonlyMap<string | undefined, string> = new Map([
  ['EXCERPT', 'REPRINT'],
  ['TITLE', 'NEWS'],
]);

/**
 * Less than 0 where `a` counts before `b`: by the weight of its tier as far as it was read, then by tier, newest
 * publication (none last), source and locator.
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
