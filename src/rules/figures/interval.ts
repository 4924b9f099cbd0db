/** Intervals: what a bounded figure may be, and what a target lets it be (§1.9). */

import { compareExact, type ExactNumber, exact, minus, plus, sizeOf, times } from './exact-number.ts';

/** Where an interval ends: at a number, or right beside it where the number itself is outside. */
interface Edge {
  readonly at: ExactNumber;
  /** 1: right above the number, −1: right below it, 0: the number itself. */
  readonly beside: -1 | 0 | 1;
}

/** All numbers between two edges; a missing edge is open without end. */
export interface Interval {
  readonly low?: Edge | undefined;
  readonly high?: Edge | undefined;
}

/** ABOUT is 5 % either way. */
const ABOUT = exact('0.05');

/** From a number on: up without end, or down. */
export function openFrom(at: ExactNumber, towards: 'UP' | 'DOWN'): Interval {
  return towards === 'UP' ? { low: { at, beside: 0 } } : { high: { at, beside: 0 } };
}

/**
 * What a figure with its bound may be.
 * @param otherwise what an EXACT or ABOUT one may be: its number, or what that may have been rounded from
 */
export function boundedBy(bound: string, at: ExactNumber, otherwise: Interval = between(at, at)): Interval {
  switch (bound) {
    case 'AT_LEAST':
      return openFrom(at, 'UP');
    case 'AT_MOST':
      return openFrom(at, 'DOWN');
    case 'MORE_THAN':
      return { low: { at, beside: 1 } };
    case 'LESS_THAN':
      return { high: { at, beside: -1 } };
    default:
      return otherwise;
  }
}

/** What ABOUT a number is. */
export function about(at: ExactNumber): Interval {
  const margin = times(sizeOf(at), ABOUT);
  return between(minus(at, margin), plus(at, margin));
}

/** What is rounded to a number: the upper end itself is rounded to the next. */
export function roundedTo(at: ExactNumber, halfUnit: ExactNumber): Interval {
  return { low: { at: minus(at, halfUnit), beside: 0 }, high: { at: plus(at, halfUnit), beside: -1 } };
}

/** What a comparator lets a figure be. */
export function wantedBy(comparator: string, value: ExactNumber, valueMax: ExactNumber): Interval {
  if (comparator === 'BETWEEN') return between(value, valueMax);
  return boundedBy(comparator, value, comparator === 'ABOUT' ? about(value) : undefined);
}

/** What the sum of figures may be. */
export function sumOf(intervals: readonly Interval[]): Interval {
  return intervals.reduce((a, b) => ({ low: addEdges(a.low, b.low), high: addEdges(a.high, b.high) }));
}

/** The mean of figures. */
export function meanOf(intervals: readonly Interval[]): Interval {
  const share: ExactNumber = { above: 1n, below: BigInt(intervals.length) };
  const shared = (edge: Edge | undefined) => edge && { ...edge, at: times(edge.at, share) };
  const { low, high } = sumOf(intervals);
  return { low: shared(low), high: shared(high) };
}

/** The smallest interval that all of some lie in. */
export function hullOf(intervals: readonly Interval[]): Interval {
  return intervals.reduce((a, b) => ({
    low: a.low && b.low && (compareEdges(a.low, b.low) <= 0 ? a.low : b.low),
    high: a.high && b.high && (compareEdges(a.high, b.high) >= 0 ? a.high : b.high),
  }));
}

/** How far apart two intervals are, from the nearer ends; undefined where they have a number in common. */
export function gapBetween(a: Interval, b: Interval): ExactNumber | undefined {
  if (isBelow(a, b) && a.high && b.low) return minus(b.low.at, a.high.at);
  if (isBelow(b, a) && b.high && a.low) return minus(a.low.at, b.high.at);
  return undefined;
}

/** Whether the whole of an interval is inside another. */
export function isInside(inner: Interval, outer: Interval): boolean {
  const low = !outer.low || (inner.low !== undefined && compareEdges(inner.low, outer.low) >= 0);
  const high = !outer.high || (inner.high !== undefined && compareEdges(inner.high, outer.high) <= 0);
  return low && high;
}

/** Whether two intervals have no number in common. */
export function areDisjoint(a: Interval, b: Interval): boolean {
  return isBelow(a, b) || isBelow(b, a);
}

function isBelow(a: Interval, b: Interval): boolean {
  return a.high !== undefined && b.low !== undefined && compareEdges(a.high, b.low) < 0;
}

function between(low: ExactNumber, high: ExactNumber): Interval {
  return { low: { at: low, beside: 0 }, high: { at: high, beside: 0 } };
}

function addEdges(a: Edge | undefined, b: Edge | undefined): Edge | undefined {
  return a && b && { at: plus(a.at, b.at), beside: a.beside || b.beside };
}

function compareEdges(a: Edge, b: Edge): number {
  return compareExact(a.at, b.at) || a.beside - b.beside;
}
