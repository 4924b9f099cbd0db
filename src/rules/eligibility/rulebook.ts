/** The rulebook: what measures ask, when one can apply, and what excludes what. It changes as slowly as policies do. */

import { compareText } from '../../diagnostics/compare-text.ts';
import type { Alternative, Condition } from '../../model/words/criterion-sentence.ts';
import { readAlternatives } from '../../model/words/read-alternatives.ts';

/** The kinds of records that criteria and applicants refer to, and so are named in sentences. */
export const NAMED: readonly string[] = ['Industry', 'Place', 'Cluster', 'Measure'];

/** A criterion of a measure. */
export interface RulebookCriterion {
  readonly id: string;
  readonly measure: string;
  readonly position: number;
  readonly alternatives: readonly Alternative[];
}

/** An application window of a measure; an open end is at the extreme. */
export interface RulebookWindow {
  readonly id: string;
  readonly measure: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/** A rule that two measures cannot be combined. */
export interface RulebookExclusion {
  /** The fact's key; empty where a manual edit gave it none. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly modality: number;
  /** Where the rule is written: sources, each with the words of the evidence, which end in the locator, and its check as stored. */
  readonly evidence: readonly { readonly source: string; readonly text: string; readonly check: string }[];
}

/** What a record is called. */
export interface RecordName {
  readonly name: string;
  readonly nameEn: string | undefined;
}

/** The criteria, windows and exclusions of all measures, and the names of what they and applicants refer to. */
export interface Rulebook {
  readonly criteria: ReadonlyMap<string, readonly RulebookCriterion[]>;
  readonly windows: ReadonlyMap<string, readonly RulebookWindow[]>;
  readonly exclusions: ReadonlyMap<string, readonly RulebookExclusion[]>;
  readonly names: ReadonlyMap<string, RecordName>;
}

/**
 * A criterion as it is stored. What is not one, as an edit outside kg may write, is a clause that cannot be checked: its text
 * says what it is.
 */
export function readCriterion(
  id: string,
  measure: string,
  position: number,
  text: string,
): RulebookCriterion {
  const clause: Condition = { attribute: '', operator: 'NOT_CHECKABLE', values: [text, text] };
  return { id, measure, position, alternatives: readAlternatives(text) ?? [{ conditions: [clause] }] };
}

/** What a rulebook is made of. */
export interface RulebookParts {
  readonly criteria: readonly RulebookCriterion[];
  readonly windows: readonly RulebookWindow[];
  readonly exclusions: readonly RulebookExclusion[];
  readonly names: ReadonlyMap<string, RecordName>;
}

/** A rulebook of its parts, by measure. An exclusion counts for both measures, whichever of the two names it. */
export function buildRulebook({ criteria, windows, exclusions, names }: RulebookParts): Rulebook {
  const ordered = [...criteria].sort((a, b) => a.position - b.position || compareText(a.id, b.id));
  const rules = [...exclusions].sort(
    (a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.key, b.key),
  );
  return {
    criteria: grouped(ordered, ({ measure }) => [measure]),
    windows: grouped(windows, ({ measure }) => [measure]),
    exclusions: grouped(rules, ({ from, to }) => (from === to ? [from] : [from, to])),
    names,
  };
}

function grouped<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(item);
    }
  }
  return groups;
}
