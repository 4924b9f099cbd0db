/** A number held against a condition: whether its whole interval is on the right side, and how far it is from it. */

import type { Condition } from '../../model/words/criterion-sentence.ts';
import { compareExact, type ExactNumber, exact, isDecimal } from '../figures/exact-number.ts';
import { areDisjoint, boundedBy, gapBetween, type Interval, isInside } from '../figures/interval.ts';
import { negated, type Verdict } from './verdict.ts';

/** What operators that compare let a number be, as bounds. */
const BOUNDS: ReadonlyMap<string, string> = new Map([
  ['GTE', 'AT_LEAST'],
  ['GT', 'MORE_THAN'],
  ['LTE', 'AT_MOST'],
  ['LT', 'LESS_THAN'],
]);

/** What holding a number gives. */
export interface Held {
  readonly verdict: Verdict;
  readonly distance?: ExactNumber | undefined;
}

/** Holds what a figure may be against the values of a condition (§8.5). */
export function holdNumber(interval: Interval, { operator, values }: Condition): Held {
  // An edit outside kg may have written anything.
  if (!values.every(isDecimal)) return { verdict: 'NOT_CHECKABLE' };
  const bound = BOUNDS.get(operator) ?? 'EXACT';
  const wanted = values.map((value) => boundedBy(bound, exact(value)));
  if (operator === 'NOT_IN') return { verdict: negated(verdictOf(interval, wanted)) };
  const verdict = verdictOf(interval, wanted);
  return verdict === 'NOT_MET' ? { verdict, distance: nearest(interval, wanted) } : { verdict };
}

function verdictOf(interval: Interval, wanted: readonly Interval[]): Verdict {
  if (wanted.some((each) => isInside(interval, each))) return 'MET';
  return wanted.every((each) => areDisjoint(interval, each)) ? 'NOT_MET' : 'UNKNOWN';
}

function nearest(interval: Interval, wanted: readonly Interval[]): ExactNumber | undefined {
  return wanted.flatMap((each) => gapBetween(interval, each) ?? []).sort(compareExact)[0];
}
