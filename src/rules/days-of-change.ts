/** The days on which what holds changes: where something begins, or has just ended. */

import { daysLater, FIRST_DAY, LAST_DAY } from '../model/day.ts';
import type { Ground } from './ground.ts';

/** The days on which a span of days begins, and has just ended; open ends have none. */
export function turnsOf(fromDay: number, toDay: number): readonly number[] {
  return [
    ...(fromDay > FIRST_DAY ? [fromDay] : []),
    ...(toDay > FIRST_DAY && toDay < LAST_DAY ? [daysLater(toDay, 1)] : []),
  ];
}

/** The days on which facts change, ascending, from the first of all days: between two of them the same facts hold. */
export function turnsOfFacts({ facts }: Ground): Int32Array {
  const days = Object.values(facts).flatMap(({ fromDay, toDay }) =>
    [...fromDay].flatMap((from, fact) => turnsOf(from, toDay[fact] ?? LAST_DAY)),
  );
  return ascending([FIRST_DAY, ...days]);
}

/** Those days, and the days on which policies come into force or cease to be: between two of them nothing changes. */
export function turnsOfAll(ground: Ground): Int32Array {
  const { policies, startDay, endDay } = ground;
  const days = [...policies].flatMap((policy) =>
    turnsOf(startDay[policy] ?? FIRST_DAY, endDay[policy] ?? LAST_DAY),
  );
  return ascending([...turnsOfFacts(ground), ...days]);
}

function ascending(days: readonly number[]): Int32Array {
  return Int32Array.from(new Set(days)).sort();
}
