/** The tests that an answer of `support` passes, and the variants in which one of them is dropped (§6.11). */

import { FIRST_DAY, LAST_DAY } from '../../model/day.ts';
import type { SupportArguments } from './support-cypher.ts';

/**
 * Which tests hold. Each reason of `whyNot` drops one. They reach the statement as a parameter, in a form that needs
 * no OR there: a dropped date is a bound that every day keeps.
 */
export interface SupportTests {
  /** What is there must have begun by this day: the day asked, or the last of all days. */
  readonly begunBy: number;
  /** What is there must not have ended before this day: the day asked, or the first of all days. */
  readonly endedFrom: number;
  /** The day that stands for a start that is not known: after all days, or before them. */
  readonly unknownStart: number;
  /** Rule 2, and the `industry` argument. */
  readonly industry: boolean;
  /** Rule 3, and the `place` argument. */
  readonly place: boolean;
  /** The `instrument` argument, and with it the measure's own industries and places. */
  readonly instrument: boolean;
  /**
   * The worlds in which answers are looked for: without planned facts, with them, or both. What a measure names as
   * its own differs between the two, so that with `instrument` both are walked.
   */
  readonly worlds: readonly boolean[];
}

/** The reasons of `whyNot` that stand for one dropped test, in the order they are told. */
const REASONS = [
  'NOT_VALID_ON_DATE',
  'START_UNKNOWN',
  'OTHER_INDUSTRY',
  'OTHER_PLACE',
  'OTHER_INSTRUMENT',
  'ONLY_PLANNED',
] as const;

type Reason = (typeof REASONS)[number];

/**
 * All tests, as the question is asked.
 * @param day the day of the question
 */
export function allTests(day: number, includePlanned: boolean): SupportTests {
  return {
    begunBy: day,
    endedFrom: day,
    unknownStart: LAST_DAY + 1,
    industry: true,
    place: true,
    instrument: true,
    worlds: includePlanned ? [false, true] : [false],
  };
}

/** The argument without which a reason is left out. */
const ARGUMENTS: Readonly<Partial<Record<Reason, keyof SupportArguments>>> = {
  OTHER_INDUSTRY: 'industry',
  OTHER_PLACE: 'place',
  OTHER_INSTRUMENT: 'instrument',
};

/** The reasons that the question can have, each with the tests that are left without its own. */
export function droppedTests(
  tests: SupportTests,
  args: SupportArguments,
): readonly (SupportTests & { readonly reason: Reason })[] {
  return REASONS.filter((reason) => {
    const argument = ARGUMENTS[reason];
    if (argument !== undefined) return args[argument] !== undefined;
    return reason !== 'ONLY_PLANNED' || !tests.worlds.includes(true);
  }).map((reason) => ({ ...without(tests, reason), reason }));
}

function without(tests: SupportTests, reason: Reason): SupportTests {
  switch (reason) {
    case 'NOT_VALID_ON_DATE':
      return { ...tests, begunBy: LAST_DAY, endedFrom: FIRST_DAY };
    case 'START_UNKNOWN':
      return { ...tests, unknownStart: FIRST_DAY };
    case 'OTHER_INDUSTRY':
      return { ...tests, industry: false };
    case 'OTHER_PLACE':
      return { ...tests, place: false };
    case 'OTHER_INSTRUMENT':
      return { ...tests, instrument: false };
    case 'ONLY_PLANNED':
      return { ...tests, worlds: [false, true] };
  }
}
