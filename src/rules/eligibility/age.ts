/** How old a firm is on a day, in years, exactly. */

import { firstDay, lastDay, yearsBefore } from '../../model/day.ts';
import type { ExactNumber } from '../figures/exact-number.ts';

const DAY_MS = 86_400_000;

/** Whole years since the founding, and the share of the year that has begun; undefined before it. */
export function ageOn(day: number, foundedOn: string): ExactNumber | undefined {
  const founded = firstDay(foundedOn);
  if (founded === undefined || founded > day) return undefined;
  const whole = Math.floor(day / 10_000) - Math.floor(founded / 10_000);
  const years = birthday(founded, whole) <= day ? whole : whole - 1;
  const last = birthday(founded, years);
  const length = daysBetween(last, birthday(founded, years + 1));
  return { above: BigInt(years * length + daysBetween(last, day)), below: BigInt(length) };
}

/** The same day some years later; where a year has no 29 February, the 28th. */
function birthday(founded: number, years: number): number {
  return yearsBefore(founded, -years);
}

function daysBetween(from: number, to: number): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS);
}

function timeOf(day: number): number {
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
}

/** Holds a founding date against a day of a criterion by the convention of coarse dates (§2.2). */
export function holdDay(foundedOn: string, operator: string, value: string): boolean | undefined {
  const [founded, first, last] = [firstDay(foundedOn), firstDay(value), lastDay(value)];
  if (founded === undefined || first === undefined || last === undefined) return undefined;
  switch (operator) {
    case 'GTE':
      return founded >= first;
    case 'GT':
      return founded > last;
    case 'LTE':
      return founded <= last;
    case 'LT':
      return founded < first;
    default:
      return founded >= first && founded <= last;
  }
}
