/** The straight line from what there was to what is wanted (§9.7). */

import { lastDay } from '../../model/day.ts';
import {
  compareExact,
  type ExactNumber,
  minus,
  over,
  plus,
  times,
} from '../../rules/figures/exact-number.ts';

/** A number at the end of a day. */
interface Point {
  readonly day: number;
  readonly number: ExactNumber;
}

/** What the line through two points says of a day; undefined where both are of one day. */
export function lineAt(day: number, from: Point, to: Point): ExactNumber | undefined {
  const passed = minus(calendarTime(day), calendarTime(from.day));
  const share = over(passed, minus(calendarTime(to.day), calendarTime(from.day)));
  return share && plus(from.number, times(minus(to.number, from.number), share));
}

/** The number of a range that is nearest to another. */
export function nearestIn(low: ExactNumber, high: ExactNumber, to: ExactNumber): ExactNumber {
  if (compareExact(to, low) < 0) return low;
  return compareExact(to, high) > 0 ? high : to;
}

/** The end of a day in months since year 0. Months count as equally long, so that years are too. */
function calendarTime(day: number): ExactNumber {
  const year = Math.floor(day / 10_000);
  const month = Math.floor(day / 100) % 100;
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  const length = (lastDay(text) ?? day) % 100;
  return { above: BigInt((year * 12 + month - 1) * length + (day % 100)), below: BigInt(length) };
}
