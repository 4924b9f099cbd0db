/** The figures of an applicant by year, and the years that a condition reads (§8.4). */

import { compareText } from '../../diagnostics/compare-text.ts';
import { periodDays, yearsBefore } from '../../model/day.ts';
import { compareSources } from '../../model/stored/compare-sources.ts';
import { basisYears, type Condition } from '../../model/words/criterion-sentence.ts';
import { exact } from '../figures/exact-number.ts';
import { about, boundedBy, hullOf, type Interval, meanOf, sumOf } from '../figures/interval.ts';
import { PLANNED } from '../ground.ts';
import { type Applicant, type FigureFact, isFirmEnough, type When } from './applicant.ts';
import type { Doubt } from './verdict.ts';

/** How many years the newest may lie before the day. */
const YEARS_BACK = 3;
/** From the first day of a year, or from its last, to the last day of it. */
const NEW_YEAR = 101;
const YEARS_END = 1231;
const SHARE = '%';

/** A figure with the year that it is of. */
export interface YearFigure {
  readonly year: number;
  readonly figure: FigureFact;
}

/** The figures that a condition reads, newest first, or why it reads none. */
export type FiguresRead = { readonly read: readonly YearFigure[]; readonly doubt?: Doubt };

/**
 * The figures that a condition reads: the newest whole year on record, or the newest of them without a gap.
 * @param tiers source tiers, strongest first
 */
export function figuresRead(
  { figures }: Applicant,
  condition: Condition,
  when: When,
  tiers: readonly string[],
): FiguresRead {
  const ofThis = figures.filter(
    (each) => each.attribute === condition.attribute && each.of === condition.of && isFirmEnough(each, when),
  );
  const byYear = new Map<number, FigureFact>();
  for (const figure of [...ofThis].sort((a, b) => compareFigures(a, b, tiers))) {
    const year = yearOf(figure, when.day);
    if (year !== undefined && !byYear.has(year)) byYear.set(year, figure);
  }
  const newest = Math.max(...byYear.keys());
  if (!Number.isFinite(newest)) return { read: [], doubt: 'NOT_ON_RECORD' };
  const { years } = basisYears(condition.basis);
  const read = Array.from({ length: years }, (_, back) => newest - back).flatMap((year) => {
    const figure = byYear.get(year);
    return figure ? [{ year, figure }] : [];
  });
  if (newest * 10_000 + YEARS_END < yearsBefore(when.day, YEARS_BACK)) return { read, doubt: 'TOO_OLD' };
  return read.length < years ? { read, doubt: 'YEARS_MISSING' } : { read };
}

/** The intervals that a condition holds its values against: one for each year, or one for all together. */
export function intervalsRead(read: readonly YearFigure[], { basis, unit }: Condition): readonly Interval[] {
  const intervals = read.map(({ figure }) => intervalOf(figure));
  const { kind } = basisYears(basis);
  if (kind === 'MEAN') return [meanOf(intervals)];
  // The share over several years lies between the smallest and the largest of a year.
  if (kind === 'SUM') return [unit === SHARE ? hullOf(intervals) : sumOf(intervals)];
  return intervals;
}

/** The whole year that a figure is of, once it is over: that of its period, or of a level on the last day of a year. */
function yearOf({ period }: FigureFact, day: number): number | undefined {
  const lastWhole = Math.floor(day / 10_000) - (day % 10_000 < YEARS_END ? 1 : 0);
  if (period === undefined) return lastWhole;
  const { fromDay, toDay } = periodDays(period) ?? { fromDay: 0, toDay: 0 };
  const year = Math.floor(toDay / 10_000);
  const isWhole = fromDay === year * 10_000 + NEW_YEAR || fromDay === toDay;
  return isWhole && toDay % 10_000 === YEARS_END && year <= lastWhole ? year : undefined;
}

/** Firmer figures first, then as claims are chosen (§1.7); a whole year before a level at its end. */
function compareFigures(a: FigureFact, b: FigureFact, tiers: readonly string[]): number {
  return (
    Number(a.modality >= PLANNED) - Number(b.modality >= PLANNED) ||
    (a.period?.length ?? 0) - (b.period?.length ?? 0) ||
    compareReadings(a, b, tiers) ||
    compareText(a.value, b.value)
  );
}

function compareReadings(a: FigureFact, b: FigureFact, tiers: readonly string[]): number {
  const [first, second] = [a.readings[0], b.readings[0]];
  if (first && second) return compareSources(first, second, tiers);
  return Number(first === undefined) - Number(second === undefined);
}

function intervalOf({ bound, value }: FigureFact): Interval {
  const number = exact(value);
  return boundedBy(bound, number, bound === 'ABOUT' ? about(number) : undefined);
}
