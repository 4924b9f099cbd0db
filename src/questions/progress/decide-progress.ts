/** How far a target is, decided from the figures that are visible on the day asked (§9). */

import { yearsBefore } from '../../model/day.ts';
import {
  compareExact,
  type ExactNumber,
  exact,
  over,
  plus,
  sixDecimals,
} from '../../rules/figures/exact-number.ts';
import {
  boundedBy,
  type Interval,
  isInside,
  openFrom,
  sumOf,
  wantedBy,
} from '../../rules/figures/interval.ts';
import { chooseObservations } from './choose-observations.ts';
import type { IndicatorName, Observed, ProgressFacts, Wanted } from './progress-facts.ts';
import { lineAt, nearestIn } from './straight-line.ts';
import { tileSpan } from './tile-span.ts';

/** What can be said of a target. */
export type ProgressState =
  | 'MET'
  | 'MISSED'
  | 'ON_TRACK'
  | 'BEHIND'
  | 'NO_BASELINE'
  | 'NOT_MEASURED'
  | 'NOT_COMPARABLE';

/** How far a target is. */
export interface Decision {
  readonly state: ProgressState;
  readonly latest?: Observed | undefined;
  /** Six decimals. */
  readonly ratio?: string | undefined;
  /** What the straight line begins with, where it decides. */
  readonly baseline?: Observed | undefined;
  /** What that line says of the end of `latest`; six decimals. */
  readonly line?: string | undefined;
  /** With NOT_COMPARABLE: the indicator that has what the target's own lacks. */
  readonly instead?: IndicatorName | undefined;
}

/** How many years `latest` may lie before the target is due. */
const YEARS_BACK = 3;

/**
 * How far a target is.
 * @param tiers source tiers, strongest first
 */
export function decideProgress(facts: ProgressFacts, tiers: readonly string[]): Decision {
  const { wanted, instead } = facts;
  const { behaviour } = facts.indicator;
  const seen = chooseObservations(facts.observed, tiers);
  if (seen.length === 0) return instead ? { state: 'NOT_COMPARABLE', instead } : { state: 'NOT_MEASURED' };
  return behaviour === 'FLOW' || behaviour === 'RATE'
    ? decideSpan(wanted, seen, behaviour)
    : decideLevel(wanted, seen);
}

/** FLOW and RATE: only what covers the target's own span decides. */
function decideSpan(wanted: Wanted, seen: readonly Observed[], behaviour: string): Decision {
  const { span } = wanted;
  const whole = seen.filter(({ fromDay, toDay }) => fromDay === span.fromDay && toDay === span.toDay);
  const pieces = tileSpan(behaviour === 'FLOW' ? seen : whole, span);
  if (!pieces) return { state: 'NOT_MEASURED', latest: seen.at(-1) };
  return {
    state: satisfies(wanted, sumOf(pieces.map(intervalOf))) ? 'MET' : 'MISSED',
    latest: pieces.at(-1),
    ratio: ratioOf(pieces.map(({ value }) => exact(value)).reduce(plus), wanted),
  };
}

/** STOCK and YEARLY: the newest at or before the day it is due decides, and until then the line to it. */
function decideLevel(wanted: Wanted, seen: readonly Observed[]): Decision {
  const due = wanted.span.toDay;
  const intime = seen.filter(({ toDay }) => toDay <= due);
  const latest = intime.at(-1);
  if (!latest || latest.toDay < yearsBefore(due, YEARS_BACK)) return { state: 'NOT_MEASURED' };
  return { ...onLevel(wanted, intime, latest), latest, ratio: ratioOf(exact(latest.value), wanted) };
}

function onLevel(
  wanted: Wanted,
  intime: readonly Observed[],
  latest: Observed,
): Pick<Decision, 'state' | 'baseline' | 'line'> {
  if (satisfies(wanted, intervalOf(latest))) return { state: 'MET' };
  // What is visible has ended: with an observation up to the due day, the due period is over and observed.
  if (latest.toDay === wanted.span.toDay) return { state: 'MISSED' };
  const { begins } = wanted;
  const before = begins === undefined ? [] : intime.filter(({ toDay }) => toDay < begins);
  const baseline = before.at(-1) ?? intime[0];
  if (!baseline || baseline === latest) return { state: 'NO_BASELINE' };
  return { ...alongLine(wanted, baseline, latest), baseline };
}

/**
 * Whether `latest` is on the target's side of the line: above it where more is wanted, below it where less is, and
 * where a certain number is, on the side to which the line leads.
 */
function alongLine(wanted: Wanted, baseline: Observed, latest: Observed): Pick<Decision, 'state' | 'line'> {
  const [low, high] = rangeOf(wanted);
  const start = exact(baseline.value);
  const goal = nearestIn(low, high, start);
  const line = lineAt(
    latest.toDay,
    { day: baseline.toDay, number: start },
    { day: wanted.span.toDay, number: goal },
  );
  const side = sideOf(wanted.comparator, compareExact(goal, start));
  const isOnSide = line !== undefined && side !== undefined;
  return {
    state: isOnSide && isInside(intervalOf(latest), openFrom(line, side)) ? 'ON_TRACK' : 'BEHIND',
    line: line && sixDecimals(line),
  };
}

function sideOf(comparator: string, slope: number): 'UP' | 'DOWN' | undefined {
  if (comparator === 'AT_LEAST' || comparator === 'MORE_THAN') return 'UP';
  if (comparator === 'AT_MOST' || comparator === 'LESS_THAN') return 'DOWN';
  if (slope === 0) return undefined;
  return slope > 0 ? 'UP' : 'DOWN';
}

function satisfies(wanted: Wanted, interval: Interval): boolean {
  return isInside(interval, wantedBy(wanted.comparator, ...rangeOf(wanted)));
}

/** The target's number, twice where it has no upper end. */
function rangeOf({ comparator, value, valueMax }: Wanted): readonly [ExactNumber, ExactNumber] {
  return [exact(value), exact(comparator === 'BETWEEN' ? (valueMax ?? value) : value)];
}

function intervalOf({ bound, value }: Observed): Interval {
  return boundedBy(bound, exact(value));
}

function ratioOf(reached: ExactNumber, { value }: Wanted): string | undefined {
  const ratio = over(reached, exact(value));
  return ratio && sixDecimals(ratio);
}
