/** Finds dates in a text: 2023年9月, 去年, 明年6月, 上半年. */

import { withDigits } from '../../model/text/chinese-number.ts';

/** A date in a text, as exact as it is written. */
interface WrittenDate {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** What dates in a text are reckoned from. */
export interface DateContext {
  /** When the source was published, as far as known: 2024-02-20. */
  readonly publishedOn: string | undefined;
}

/** The dates in a text. */
export interface DateText {
  readonly dates: readonly WrittenDate[];
  /** The month and day of the source itself. */
  readonly now: readonly WrittenDate[];
  /** Numbers of years that spans last: 三年, 有效期5年. */
  readonly spans: readonly number[];
  readonly text: string;
}

const YEAR = '((?:19|20)\\d{2})';
const REST = '(?:\\s*[年\\-/.]\\s*(\\d{1,2})(?!\\d)(?:\\s*[月\\-/.]\\s*(\\d{1,2})(?!\\d))?)?';
const WRITTEN = new RegExp(`(?<![\\d.])${YEAR}(?!\\d)${REST}`, 'gu');
const COMPACT = new RegExp(`(?<!\\d)${YEAR}(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)`, 'gu');
/** Words for years, by how far they lie from that of the source. */
const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['今年', 0],
  ['本年', 0],
  ['当年', 0],
  ['年内', 0],
  ['去年', -1],
  ['上年', -1],
  ['上一年', -1],
  ['前年', -2],
  ['明年', 1],
  ['次年', 1],
  ['来年', 1],
  ['后年', 2],
]);
const RELATIVE_WORD = new RegExp(
  `(${[...RELATIVE.keys()].join('|')})度?(?:\\s*(\\d{1,2})月(?:\\s*(\\d{1,2})日)?)?`,
  'gu',
);
const MONTH_ALONE = /(?<![\d年])(\d{1,2})月(?:\s*(\d{1,2})日)?/gu;
const SPAN = /(?<!\d)(\d{1,2})\s*(?:个)?(?:整|周)?年/gu;
const PARTS: ReadonlyMap<string, RegExp> = new Map([
  ['H1', /上半年|前六个月|前6个月|[1一]\s*[-—~至到]\s*[6六]月|H1/u],
  ['H2', /下半年|[7七]\s*[-—~至到]\s*(?:12|十二)月|H2/u],
  ['Q1', /[1一]季度|[1一]\s*[-—~至到]\s*[3三]月|Q1/u],
  ['Q2', /[2二]季度|[4四]\s*[-—~至到]\s*[6六]月|Q2/u],
  ['Q3', /[3三]季度|[7七]\s*[-—~至到]\s*[9九]月|Q3/u],
  ['Q4', /[4四]季度|(?:10|十)\s*[-—~至到]\s*(?:12|十二)月|Q4/u],
]);

/** The dates in a text, in digits and in words. */
export function readDates(text: string, { publishedOn }: DateContext): DateText {
  const plain = withDigits(text.normalize('NFKC')).text;
  const dates: WrittenDate[] = [];
  for (const match of [...plain.matchAll(WRITTEN), ...plain.matchAll(COMPACT)]) {
    dates.push({ year: Number(match[1]), month: numberOf(match[2]), day: numberOf(match[3]) });
  }
  const published = numberOf(publishedOn?.slice(0, 4));
  // What holds now is as of the source's own month; its year alone would fit too much.
  const [, ownMonth, ownDay] = publishedOn?.split('-') ?? [];
  const now =
    published === undefined || ownMonth === undefined
      ? []
      : [{ year: published, month: Number(ownMonth), day: numberOf(ownDay) }];
  if (published !== undefined) {
    for (const [, word = '', month, day] of plain.matchAll(RELATIVE_WORD)) {
      dates.push({ year: published + (RELATIVE.get(word) ?? 0), month: numberOf(month), day: numberOf(day) });
    }
  }
  const years = new Set([...dates.map(({ year }) => year), ...(published === undefined ? [] : [published])]);
  for (const [, month, day] of plain.matchAll(MONTH_ALONE)) {
    for (const year of years) dates.push({ year, month: numberOf(month), day: numberOf(day) });
  }
  return { dates, now, spans: [...plain.matchAll(SPAN)].map(([, years]) => Number(years)), text: plain };
}

/**
 * Whether a text has a coarse date or a period: 2023, 2023-09, 2023-09-19, 2023-H1, 2024-01/2024-09.
 * @param lastDay whether it ends something, which a text may give by its duration: 自2023年起三年 ends with 2025
 */
export function holdsDate(text: DateText, date: string, lastDay: boolean): boolean {
  if (date.includes('/')) return date.split('/').every((end) => isToldMonth(text, end));
  const [year = '', part = ''] = date.split('-');
  const words = PARTS.get(part);
  if (words) return isWritten(text, year) && words.test(text.text);
  return isWritten(text, date) || (lastDay && isEndOfSpan(text, date));
}

/** The ends of 2024-01/2024-09 are also written 前三季度 or 1—9月. */
function isToldMonth(text: DateText, month: string): boolean {
  return isWritten(text, month) || (isWritten(text, month.slice(0, 4)) && /季度|月|半年/u.test(text.text));
}

function isWritten({ dates, now }: DateText, date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return (month === undefined ? dates : [...dates, ...now]).some(
    (each) =>
      each.year === year &&
      (month === undefined || each.month === month) &&
      (day === undefined || each.day === day),
  );
}

function isEndOfSpan({ dates, spans, text }: DateText, date: string): boolean {
  const [year = 0] = date.split('-').map(Number);
  const inclusive = /起|有效期|以来/u.test(text);
  return dates.some((start) =>
    spans.some((years) => {
      const end = start.year + years;
      // From the first of a month or of a year on, the last day lies in the year before.
      return (inclusive && end - 1 === year) || (start.day !== undefined && end === year);
    }),
  );
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text);
}
