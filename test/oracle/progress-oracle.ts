/** `progress` as §9 says it, over plain values: slow, plain, and made to check the real one. */

/** What is counted; figures name it by its id. */
export interface CountedThing {
  readonly id: string;
  readonly behaviour: 'STOCK' | 'YEARLY' | 'FLOW' | 'RATE';
  readonly quantity?: string | undefined;
}

/** Where a figure was read. */
export interface Reading {
  /** OFFICIAL first, EDITORIAL last. */
  readonly tier: string;
  /** How much of it was read: FULL, EXCERPT or TITLE. */
  readonly read?: string | undefined;
  /** A coarse date. */
  readonly publishedOn?: string | undefined;
  readonly source: string;
  readonly locator: string;
}

/** A figure of one period. */
export interface Observed {
  readonly id: string;
  readonly indicator: string;
  readonly place?: string | undefined;
  readonly industry?: string | undefined;
  readonly about?: string | undefined;
  readonly period: string;
  readonly value: string;
  readonly bound: string;
  readonly modality: string;
  readonly readings: readonly Reading[];
}

/** What is to be reached. */
export interface Aim {
  readonly id: string;
  readonly indicator: string;
  readonly policy?: string | undefined;
  readonly place?: string | undefined;
  readonly industry?: string | undefined;
  readonly from?: string | undefined;
  readonly due: string;
  readonly comparator: string;
  readonly value: string;
  readonly valueMax?: string | undefined;
}

/** All that an answer is worked out from. */
export interface Figures {
  readonly indicators: readonly CountedThing[];
  /** The day a policy begins, as a coarse date, where it is known. */
  readonly policies: Readonly<Record<string, string | undefined>>;
  readonly targets: readonly Aim[];
  readonly observations: readonly Observed[];
  /** Smaller place to larger, narrower industry to broader. */
  readonly steps: readonly (readonly [inner: string, outer: string])[];
}

/** What is asked; absent arguments do not limit. */
export interface ProgressQuestion {
  readonly policy?: string | undefined;
  readonly indicator?: string | undefined;
  readonly industry?: string | undefined;
  readonly place?: string | undefined;
  /** A full day: 2024-10-01. */
  readonly on: string;
}

/** One target, and how far it is. */
export interface ProgressRow {
  readonly target: string;
  readonly state: string;
  readonly latest: string | null;
  readonly ratio: string | null;
  /** The indicator that has a figure in place of the target's own. */
  readonly instead: string | null;
}

const TIERS = ['OFFICIAL', 'FILING', 'DATASET', 'REPRINT', 'NEWS', 'EDITORIAL'];

/** The answer, in order. */
export function progressOracle(figures: Figures, question: ProgressQuestion): ProgressRow[] {
  const rows: { readonly key: readonly string[]; readonly row: ProgressRow }[] = [];
  const today = lastOf(question.on);
  for (const target of figures.targets) {
    if (question.policy !== undefined && target.policy !== question.policy) continue;
    if (question.indicator !== undefined && target.indicator !== question.indicator) continue;
    if (question.industry !== undefined && !isIn(figures, target.industry, question.industry)) continue;
    if (question.place !== undefined && !isIn(figures, target.place, question.place)) continue;
    const begins = startOf(figures, target);
    if (begins !== undefined && begins > today) continue;
    if (target.from !== undefined && firstOf(target.from) > today) continue;
    const due = String(lastOf(target.due) + 1_000_000);
    const key = [target.policy ?? '~', target.indicator, due, target.id];
    rows.push({ key, row: rowOf(figures, target, today) });
  }
  rows.sort((a, b) => {
    for (let place = 0; place < 4; place++) {
      const [x, y] = [a.key[place] ?? '', b.key[place] ?? ''];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
  return rows.map(({ row }) => row);
}

function isIn(figures: Figures, inner: string | undefined, outer: string): boolean {
  if (inner === undefined) return false;
  if (inner === outer || outer === 'industry:all') return true;
  return figures.steps.some(([from, to]) => from === inner && isIn(figures, to, outer));
}

function startOf(figures: Figures, target: Aim): number | undefined {
  const start = target.policy === undefined ? undefined : figures.policies[target.policy];
  return start === undefined ? undefined : firstOf(start);
}

function rowOf(figures: Figures, target: Aim, today: number): ProgressRow {
  const indicator = figures.indicators.find(({ id }) => id === target.indicator);
  if (!indicator) throw new Error(`${target.indicator} is not there`);
  const answer = (state: string, latest: Observed | undefined, reached?: bigint, instead?: string) => ({
    target: target.id,
    state,
    latest: latest?.id ?? null,
    ratio: reached === undefined ? null : quotient(reached, scaled(target.value)),
    instead: instead ?? null,
  });
  const seen = candidates(figures, target, indicator, today);
  if (seen.length === 0) {
    const others = figures.indicators
      .filter(
        ({ id, quantity }) =>
          id !== indicator.id && quantity !== undefined && quantity === indicator.quantity,
      )
      .filter((other) => candidates(figures, target, other, today).length > 0)
      .map(({ id }) => id)
      .sort();
    return others[0] === undefined
      ? answer('NOT_MEASURED', undefined)
      : answer('NOT_COMPARABLE', undefined, undefined, others[0]);
  }
  const due = lastOf(target.due);

  if (indicator.behaviour === 'FLOW' || indicator.behaviour === 'RATE') {
    const newest = seen[seen.length - 1];
    const begin = firstOf(target.from ?? target.due);
    const most = indicator.behaviour === 'RATE' ? 1 : seen.length;
    const pieces = shortestTiling(seen, begin, due, most);
    if (!pieces) return answer('NOT_MEASURED', newest);
    const last = pieces[pieces.length - 1];
    return answer(satisfied(target, pieces) ? 'MET' : 'MISSED', last, total(pieces));
  }

  const before = seen.filter(({ period }) => lastOf(period) <= due);
  const latest = before[before.length - 1];
  if (!latest || lastOf(latest.period) < threeYearsBefore(due)) return answer('NOT_MEASURED', undefined);
  const reached = scaled(latest.value);
  if (satisfied(target, [latest])) return answer('MET', latest, reached);
  if (due <= today && lastOf(latest.period) === due) return answer('MISSED', latest, reached);
  const policyStart =
    startOf(figures, target) ?? (target.from === undefined ? undefined : firstOf(target.from));
  const earlier =
    policyStart === undefined ? [] : before.filter(({ period }) => lastOf(period) < policyStart);
  const baseline = earlier[earlier.length - 1] ?? before[0];
  if (!baseline || baseline === latest) return answer('NO_BASELINE', latest, reached);
  return answer(onTheTargetsSide(target, baseline, latest) ? 'ON_TRACK' : 'BEHIND', latest, reached);
}

/** Visible figures, one for each period, oldest first; of two that end together the shorter is the newer. */
function candidates(figures: Figures, target: Aim, indicator: CountedThing, today: number): Observed[] {
  const byPeriod: Record<string, Observed[]> = {};
  for (const observed of figures.observations) {
    const { period } = observed;
    if (observed.indicator !== indicator.id || observed.about !== undefined) continue;
    if (observed.place !== target.place || observed.industry !== target.industry) continue;
    if (observed.modality !== 'STATED' && observed.modality !== 'ESTIMATED') continue;
    if (lastOf(period) > today) continue;
    if (indicator.behaviour === 'YEARLY' && !isWholeYear(period)) continue;
    const days = `${firstOf(period)} ${lastOf(period)}`;
    byPeriod[days] = [...(byPeriod[days] ?? []), observed];
  }
  return Object.values(byPeriod)
    .map(chosen)
    .sort((a, b) => lastOf(a.period) - lastOf(b.period) || firstOf(a.period) - firstOf(b.period));
}

/** By weight, tier, newest publication (none: last), source id, locator, value; in the end by id. */
function chosen(same: readonly Observed[]): Observed {
  const claims = same.flatMap((observed) =>
    observed.readings.map((reading) => {
      const published = reading.publishedOn === undefined ? 999_999 : 900_000 - firstOf(reading.publishedOn);
      const rank = [weightOf(reading), TIERS.indexOf(reading.tier), published].map((part) =>
        String(part).padStart(6, '0'),
      );
      return { observed, rank: [...rank, reading.source, reading.locator, observed.value, observed.id] };
    }),
  );
  let best = claims[0];
  for (const claim of claims) if (best && isSmaller(claim.rank, best.rank)) best = claim;
  if (!best) throw new Error('a figure without a source');
  return best.observed;
}

/** An excerpt weighs no more than a reprint, a title no more than news. */
function weightOf({ tier, read }: Reading): number {
  const own = TIERS.indexOf(tier);
  if (read === 'EXCERPT' && own < TIERS.indexOf('REPRINT')) return TIERS.indexOf('REPRINT');
  if (read === 'TITLE' && own < TIERS.indexOf('NEWS')) return TIERS.indexOf('NEWS');
  return own;
}

function isSmaller(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? '') < (b[at] ?? '');
}

/** All tilings are tried: the one with the fewest pieces, then the one whose first pieces reach farthest. */
function shortestTiling(
  seen: readonly Observed[],
  begin: number,
  end: number,
  most: number,
): readonly Observed[] | undefined {
  const all: Observed[][] = [];
  const extend = (pieces: Observed[], next: number): void => {
    if (next === end + 1 && pieces.length > 0) all.push(pieces);
    if (next > end || pieces.length === most) return;
    for (const piece of seen) {
      if (firstOf(piece.period) === next) extend([...pieces, piece], lastOf(piece.period) + 1);
    }
  };
  extend([], begin);
  const reach = (pieces: readonly Observed[]) =>
    pieces.map(({ period }) => 999_999 - lastOf(period)).join(' ');
  return all.sort((a, b) => a.length - b.length || (reach(a) < reach(b) ? -1 : 1))[0];
}

/** Whether the whole of what the figures may sum up to is what the target wants. */
function satisfied(target: Aim, pieces: readonly Observed[]): boolean {
  const sum = total(pieces);
  const bounds = pieces.map(({ bound }) => bound);
  const upward = bounds.some((bound) => bound === 'MORE_THAN' || bound === 'AT_LEAST');
  const downward = bounds.some((bound) => bound === 'LESS_THAN' || bound === 'AT_MOST');
  const above = bounds.includes('MORE_THAN');
  const below = bounds.includes('LESS_THAN');
  const value = scaled(target.value);
  const size = value < 0n ? -value : value;
  switch (target.comparator) {
    case 'AT_LEAST':
      return !downward && sum >= value;
    case 'MORE_THAN':
      return !downward && (sum > value || (sum === value && above));
    case 'AT_MOST':
      return !upward && sum <= value;
    case 'LESS_THAN':
      return !upward && (sum < value || (sum === value && below));
    case 'EXACTLY':
      return !upward && !downward && sum === value;
    case 'ABOUT':
      return !upward && !downward && 20n * (sum > value ? sum - value : value - sum) <= size;
    default:
      return !upward && !downward && sum >= value && sum <= scaled(target.valueMax ?? target.value);
  }
}

function onTheTargetsSide(target: Aim, baseline: Observed, latest: Observed): boolean {
  const start = scaled(baseline.value);
  const low = scaled(target.value);
  const high = target.comparator === 'BETWEEN' ? scaled(target.valueMax ?? target.value) : low;
  const goal = start < low ? low : start > high ? high : start;
  const reached = scaled(latest.value);
  // The line at the day of `latest` is start + (goal - start) * passed / whole; multiplied out, nothing is divided.
  const whole = calendar(lastOf(target.due)) - calendar(lastOf(baseline.period));
  const passed = calendar(lastOf(latest.period)) - calendar(lastOf(baseline.period));
  const ahead = (reached - start) * whole - (goal - start) * passed;
  const up = ahead >= 0n && ['EXACT', 'ABOUT', 'MORE_THAN', 'AT_LEAST'].includes(latest.bound);
  const down = ahead <= 0n && ['EXACT', 'ABOUT', 'LESS_THAN', 'AT_MOST'].includes(latest.bound);
  if (target.comparator === 'AT_LEAST' || target.comparator === 'MORE_THAN') return up;
  if (target.comparator === 'AT_MOST' || target.comparator === 'LESS_THAN') return down;
  if (goal > start) return up;
  return goal < start && down;
}

function total(pieces: readonly Observed[]): bigint {
  let sum = 0n;
  for (const { value } of pieces) sum += scaled(value);
  return sum;
}

/** A decimal in trillionths. */
function scaled(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(12, '0'));
  return text.startsWith('-') ? -size : size;
}

/** Six decimals, half up; none by nothing. */
function quotient(a: bigint, b: bigint): string | null {
  if (b === 0n) return null;
  const size = (n: bigint) => (n < 0n ? -n : n);
  const millionths = String((size(a) * 2_000_000n + size(b)) / (2n * size(b))).padStart(7, '0');
  const text = `${millionths.slice(0, -6)}.${millionths.slice(-6)}`.replace(/\.?0+$/, '');
  return a < 0n !== b < 0n && text !== '0' ? `-${text}` : text;
}

const DAY = 86_400_000;

/** The first day of a coarse date or a period, counted from 1970. */
function firstOf(text: string): number {
  const [year = '', part = '01', day = '01'] = (text.split('/')[0] ?? '').split('-');
  const month = part.startsWith('H')
    ? Number(part[1]) * 6 - 5
    : part.startsWith('Q')
      ? Number(part[1]) * 3 - 2
      : Number(part);
  return Date.UTC(Number(year), month - 1, Number(day)) / DAY;
}

/** The last day of a coarse date or a period. */
function lastOf(text: string): number {
  const [year = '', part = '12', day] = (text.split('/')[1] ?? text).split('-');
  if (day !== undefined) return firstOf(text);
  const month = part.startsWith('H')
    ? Number(part[1]) * 6
    : part.startsWith('Q')
      ? Number(part[1]) * 3
      : Number(part);
  return Date.UTC(Number(year), month, 0) / DAY;
}

function isWholeYear(period: string): boolean {
  const [first, last] = [new Date(firstOf(period) * DAY), new Date(lastOf(period) * DAY)];
  const ends = [first.getUTCMonth(), first.getUTCDate(), last.getUTCMonth(), last.getUTCDate()].join(' ');
  return ends === '0 1 11 31' && first.getUTCFullYear() === last.getUTCFullYear();
}

/** Three years earlier in the calendar; the last of February stays the last. */
function threeYearsBefore(day: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear() - 3, date.getUTCMonth()];
  return Math.min(Date.UTC(year, month, date.getUTCDate()), Date.UTC(year, month + 1, 0)) / DAY;
}

/** Where a day ends in a calendar whose months are equally long, so that years are too: in parts of a month. */
function calendar(day: number): bigint {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const parts = 28 * 29 * 30 * 31;
  return BigInt(year * 12 + month) * BigInt(parts) + BigInt((parts / length) * date.getUTCDate());
}
