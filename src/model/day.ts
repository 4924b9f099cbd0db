/** Days as numbers that read as dates (20240220), and coarse dates widened to them (§2.1). */

/** Before every day: an open start. */
export const FIRST_DAY = 0;
/** After every day: an open end. */
export const LAST_DAY = 99_991_231;

const COARSE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A half-year or a quarter. */
const PART_OF_YEAR = /^(\d{4})-(?:H([12])|Q([1-4]))$/;
/** A span of months. */
const MONTHS = /^\d{4}-\d{2}\/\d{4}-\d{2}$/;

/** The first day of a coarse date: 2023-09 → 20230901. Undefined where the text is no date. */
export function firstDay(coarse: string): number | undefined {
  return dayOf(coarse, 1, () => 1);
}

/** The last day of a coarse date: 2023-09 → 20230930. Undefined where the text is no date. */
export function lastDay(coarse: string): number | undefined {
  return dayOf(coarse, 12, daysInMonth);
}

/** The first and last day of a period: 2023-Q3 → 20230701 and 20230930. Undefined where the text is none. */
export function periodDays(period: string): { readonly fromDay: number; readonly toDay: number } | undefined {
  const part = PART_OF_YEAR.exec(period);
  const months = part?.[2] === undefined ? 3 : 6;
  const last = Number(part?.[2] ?? part?.[3]) * months;
  const month = (of: number) => `${part?.[1]}-${String(of).padStart(2, '0')}`;
  const [from, to] = part
    ? [month(last - months + 1), month(last)]
    : MONTHS.test(period)
      ? period.split('/')
      : [period, period];
  const fromDay = firstDay(from ?? '');
  const toDay = lastDay(to ?? '');
  return fromDay === undefined || toDay === undefined || fromDay > toDay ? undefined : { fromDay, toDay };
}

/** Whether one of two coarse dates contains the other: 2023 and 2023-09 agree. */
export function datesAgree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Whether a text is a full day of the calendar. */
export function isFullDay(text: string): boolean {
  return text.length === 10 && firstDay(text) !== undefined;
}

/** The day before: 20240301 → 20240229. */
export function dayBefore(day: number): number {
  return day <= FIRST_DAY ? FIRST_DAY : daysLater(day, -1);
}

/** The day some days later, or earlier where they are negative. */
export function daysLater(day: number, days: number): number {
  const date = new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100));
  date.setUTCDate(date.getUTCDate() + days);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** The same day some years before; 29 February gives way to the 28th. */
export function yearsBefore(day: number, years: number): number {
  const earlier = day - years * 10_000;
  const month = dayText(earlier).slice(0, -'-dd'.length);
  return Math.min(earlier, lastDay(month) ?? earlier);
}

/** A day as people write it: 20240220 → 2024-02-20. */
export function dayText(day: number): string {
  return String(day)
    .padStart(8, '0')
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/**
 * Today's date in a time zone.
 * @param timeZone IANA name
 * @returns for example "2024-02-20"
 */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  let format = DAY_FORMATS.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    DAY_FORMATS.set(timeZone, format);
  }
  return format.format(now);
}

/** How days are written in each time zone: making one costs far more than using it. */
const DAY_FORMATS = new Map<string, Intl.DateTimeFormat>();

function dayOf(
  coarse: string,
  month: number,
  day: (year: number, month: number) => number,
): number | undefined {
  const match = COARSE.exec(coarse);
  if (!match) return undefined;
  const y = Number(match[1]);
  const m = match[2] === undefined ? month : Number(match[2]);
  if (y < 1 || m < 1 || m > 12) return undefined;
  const d = match[3] === undefined ? day(y, m) : Number(match[3]);
  return d >= 1 && d <= daysInMonth(y, m) ? y * 10_000 + m * 100 + d : undefined;
}

function daysInMonth(year: number, month: number): number {
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
