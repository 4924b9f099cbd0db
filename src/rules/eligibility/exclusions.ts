/** Which measures cannot be had together, whichever of the two says so (§8.15). */

import { compareText } from '../../diagnostics/compare-text.ts';
import { PLANNED } from '../ground.ts';
import type { When } from './applicant.ts';
import { joined, type Terms } from './found-words.ts';
import type { Rulebook, RulebookExclusion } from './rulebook.ts';

/** A measure that another excludes, or is excluded by, and where the rule is written. */
export interface Exclusion {
  readonly measure: string;
  readonly evidence: RulebookExclusion['evidence'];
}

/** The measures that one cannot be had together with on a day, by their ids. */
export function exclusionsOf(
  { exclusions }: Rulebook,
  measure: string,
  { day, includePlanned }: When,
): readonly Exclusion[] {
  const found = new Map<string, RulebookExclusion['evidence']>();
  for (const rule of exclusions.get(measure) ?? []) {
    const isValid = rule.fromDay <= day && day <= rule.toDay;
    if (!isValid || (!includePlanned && rule.modality >= PLANNED)) continue;
    const other = rule.from === measure ? rule.to : rule.from;
    found.set(other, [...(found.get(other) ?? []), ...rule.evidence]);
  }
  return [...found]
    .map(([other, evidence]) => ({ measure: other, evidence }))
    .sort((a, b) => compareText(a.measure, b.measure));
}

/** What is known of combining a measure with others, in words. */
export function combinationWords(exclusions: readonly Exclusion[], { lang, record }: Terms): string {
  if (exclusions.length === 0) return lang === 'ZH' ? '未见规定' : 'no rule found';
  const names = exclusions.map(({ measure }) => `“${record(measure)}”`);
  return lang === 'ZH' ? `不得与${names.join('、')}同享` : `cannot be combined with ${joined(names, lang)}`;
}
