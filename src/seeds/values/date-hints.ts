/** What a loosely written date or period means: the "did you mean" of days. */

import { didYouMean } from '../../diagnostics/fault.ts';
import type { Text } from '../../diagnostics/text.ts';
import { firstDay, periodDays } from '../../model/day.ts';
import { withDigits } from '../../model/text/chinese-number.ts';

/** Two digits of a year are most often of this century. */
const LOOSE_DATE = /^(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?\s*[月日号]?$/u;
const LOOSE_YEAR = /^(\d{4})\s*年?(?:度|全年)?$/u;
const LOOSE_HALF = /^(\d{4})\s*[-/.年]?\s*(?:([上下])半年|[Hh]([12]))$/u;
const LOOSE_QUARTER = /^(\d{4})\s*[-/.年]?\s*(?:第?\s*([一二三四1-4])\s*季度?|[Qq]([1-4]))$/u;
const LOOSE_MONTHS =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?\s*[-–—~～至到/]\s*(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*月?$/u;
const QUARTERS = '一二三四';

/** A day without its hyphens: 20240220. */
const DIGITS_DATE = /^(\d{4})(\d{2})(\d{2})$/;
/** What looks like a hyphen. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** The time of day that Excel and programs add to a day. */
const CLOCK = /(?:\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
/** What Excel makes of 2024-02, and how it counts days where a cell has lost its format. */
const EXCEL_MONTH = /^([A-Z][a-z]{2})-(\d{2})$/;
const EXCEL_DAY = /^[2-5]\d{4}$/;
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The end of a five-year plan: 十四五期末. */
const END_OF_PLAN = /^[“"]?十([二三四五六七八九])五[”"]?(?:规划)?期?末$/u;
const PLANS = '一二三四五六七八九';

/** The hint of a date that is written loosely. */
export function dateHint(text: string, isDate: (text: string) => boolean, ends: boolean): Text | undefined {
  return didYouMean(meantDate(text, isDate, ends));
}

/**
 * The date that a loosely written one means: 2023年9月 → 2023-09.
 * @param ends whether it means its last day: 2024年上半年 ends in June, and begins some day of 2024
 */
export function meantDate(
  text: string,
  isDate: (text: string) => boolean,
  ends: boolean,
): string | undefined {
  return firstSound([looseDate(text), halfYear(text, ends), endOfPlan(text)], isDate);
}

function halfYear(text: string, ends: boolean): string | undefined {
  const [, year, half, h] = LOOSE_HALF.exec(withDigits(text.trim()).text) ?? [];
  return year && ends ? `${year}-${half === '上' || h === '1' ? '06' : '12'}` : year;
}

/** The sixth plan ended in 1985, and every five years another. */
function endOfPlan(text: string): string | undefined {
  const [, plan] = END_OF_PLAN.exec(text.trim()) ?? [];
  return plan && String(1985 + 5 * (11 + PLANS.indexOf(plan) - 6));
}

/** The hint of a period that is written loosely. */
export function periodHint(text: string): Text | undefined {
  return didYouMean(meantPeriod(text));
}

/** The period that a loosely written one means: 2023年上半年 → 2023-H1. */
export function meantPeriod(text: string): string | undefined {
  const trimmed = withDigits(text.trim()).text;
  const [, halfYear, half, h] = LOOSE_HALF.exec(trimmed) ?? [];
  const [, quarterYear, quarter = '', q] = LOOSE_QUARTER.exec(trimmed) ?? [];
  const [, from, first = '', to = from, last = ''] = LOOSE_MONTHS.exec(trimmed) ?? [];
  const named = QUARTERS.indexOf(quarter) + 1;
  const months = from && `${from}-${first.padStart(2, '0')}/${to}-${last.padStart(2, '0')}`;
  const candidates = [
    LOOSE_YEAR.exec(trimmed)?.[1],
    halfYear && `${halfYear}-H${h ?? (half === '上' ? 1 : 2)}`,
    quarterYear && `${quarterYear}-Q${q ?? (named > 0 && quarter !== '' ? named : quarter)}`,
    ...(trimmed.endsWith('月') ? [months, looseDate(trimmed)] : [looseDate(trimmed), months]),
  ];
  return firstSound(candidates, (each) => firstDay(each) !== undefined || periodDays(each) !== undefined);
}

function looseDate(written: string): string | undefined {
  const text = withDigits(written.normalize('NFKC')).text.replace(DASHES, '-').trim();
  const match = LOOSE_DATE.exec(text.replace(CLOCK, '')) ?? DIGITS_DATE.exec(text);
  if (!match) return LOOSE_YEAR.exec(text)?.[1] ?? excelDate(text);
  const [, year = '', month = '', day] = match;
  return [
    year.padStart(4, '20'),
    month.padStart(2, '0'),
    ...(day === undefined ? [] : [day.padStart(2, '0')]),
  ].join('-');
}

/** The date that Excel has turned into something of its own: Feb-24 → 2024-02, 45342 → 2024-02-20. */
function excelDate(text: string): string | undefined {
  const [, name = '', year] = EXCEL_MONTH.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (month > 0) return `20${year}-${String(month).padStart(2, '0')}`;
  if (!EXCEL_DAY.test(text)) return undefined;
  return new Date(EXCEL_DAY_0 + Number(text) * 86_400_000).toISOString().slice(0, 10);
}

function firstSound(
  candidates: readonly (string | undefined)[],
  isSound: (text: string) => boolean,
): string | undefined {
  return candidates.find((each) => each !== undefined && isSound(each));
}
