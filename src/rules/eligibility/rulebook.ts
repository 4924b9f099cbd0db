/** The rulebook: what measures ask, when one can apply, and what excludes what. It changes as slowly as policies do. */

import type { Alternative } from '../../model/words/criterion-sentence.ts';

/** A criterion of a measure. */
export interface RulebookCriterion {
  readonly id: string;
  readonly measure: string;
  readonly position: number;
  readonly alternatives: readonly Alternative[];
}

/** An application window of a measure; an open end is at the extreme. */
export interface RulebookWindow {
  readonly measure: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/** A rule that two measures cannot be combined. */
export interface RulebookExclusion {
  readonly from: string;
  readonly to: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly modality: number;
  /** Where the rule is written: sources, each with the words of the evidence, which end in the locator. */
  readonly evidence: readonly { readonly source: string; readonly text: string }[];
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

/** What a rulebook is made of. */
export interface RulebookParts {
  readonly criteria: readonly RulebookCriterion[];
  readonly windows: readonly RulebookWindow[];
  readonly exclusions: readonly RulebookExclusion[];
  readonly names: ReadonlyMap<string, RecordName>;
}

/** A rulebook of its parts, by measure. An exclusion counts for both measures, whichever of the two names it. */
export function buildRulebook({ criteria, windows, exclusions, names }: RulebookParts): Rulebook {
  const ordered = [...criteria].sort((a, b) => a.position - b.position);
  return {
    criteria: grouped(ordered, ({ measure }) => [measure]),
    windows: grouped(windows, ({ measure }) => [measure]),
    exclusions: grouped(exclusions, ({ from, to }) => (from === to ? [from] : [from, to])),
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
