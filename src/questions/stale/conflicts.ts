/** Whether two stated figures or dates contradict each other. */

import type { PropertyModel } from '../../model/model.ts';
import {
  compareExact,
  type ExactNumber,
  exact,
  minus,
  plus,
  sizeOf,
  times,
} from '../progress/exact-number.ts';

/** A figure as stated. */
export interface StatedFigure {
  readonly value: string;
  /** As printed: how exact it is. Undefined where only the value is known. */
  readonly printed: string | undefined;
  readonly bound: string;
}

/** Powers of ten of the words that multiply. */
const POWERS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);
/** The last number printed, with what multiplies it. */
const LAST = /(\d[\d,]*)(?:\.(\d+))?[\s余多]*([十百千]?(?:万亿|万|亿)|[十百千])?[^\d]*$/u;
const ABOUT = exact('0.05');
/** From here on a whole number is taken to be rounded to its last digit that is not 0. */
const ROUNDED_FROM = 10_000n;

/**
 * Whether the intervals of two figures have nothing in common: half a unit of the last digit either way, 5 % of ABOUT.
 * The upper end itself is outside, as it is when numbers are rounded: 100 and 101 conflict.
 */
export function figuresConflict(a: StatedFigure, b: StatedFigure): boolean {
  const [x, y] = [intervalOf(a), intervalOf(b)];
  return isBelow(x, y) || isBelow(y, x);
}

/** Whether neither of two coarse dates contains the other: 2023 and 2023-09 agree. */
function datesConflict(a: string, b: string): boolean {
  return !a.startsWith(b) && !b.startsWith(a);
}

/** Whether two values of a property contradict each other. Texts that differ are other words for one thing. */
export function valuesConflict({ valueKind }: PropertyModel, a: string, b: string): boolean {
  if (valueKind === 'date' || valueKind === 'coarseDate') return datesConflict(a, b);
  const [[x = '', unit], [y = '', other]] = [a.split(' '), b.split(' ')];
  if (!['decimal', 'int', 'money'].includes(valueKind) || unit !== other) return false;
  return figuresConflict(
    { value: x, printed: undefined, bound: 'EXACT' },
    { value: y, printed: undefined, bound: 'EXACT' },
  );
}

interface Range {
  readonly low: ExactNumber | undefined;
  readonly high: ExactNumber | undefined;
}

function isBelow(a: Range, b: Range): boolean {
  return a.high !== undefined && b.low !== undefined && compareExact(a.high, b.low) <= 0;
}

function intervalOf({ value, printed, bound }: StatedFigure): Range {
  const number = exact(value);
  const margin = bound === 'ABOUT' ? times(sizeOf(number), ABOUT) : halfUnit(value, printed);
  const [low, high] = [minus(number, margin), plus(number, margin)];
  if (bound === 'MORE_THAN' || bound === 'AT_LEAST') return { low: number, high: undefined };
  if (bound === 'LESS_THAN' || bound === 'AT_MOST') return { low: undefined, high: number };
  return { low, high };
}

function halfUnit(value: string, printed: string | undefined): ExactNumber {
  const match = printed === undefined ? null : LAST.exec(printed.normalize('NFKC'));
  if (!match) return halfOf(placesOf(value));
  const power = [...(match[3] ?? '')].reduce((sum, word) => sum + (POWERS.get(word) ?? 0), 0);
  return halfOf(power - (match[2]?.length ?? 0));
}

/** The power of ten of the last digit that was meant, as far as the number itself tells. */
function placesOf(value: string): number {
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  if (fraction !== undefined) return -fraction.length;
  return BigInt(whole) < ROUNDED_FROM ? 0 : (/0*$/.exec(whole)?.[0].length ?? 0);
}

function halfOf(power: number): ExactNumber {
  return power >= 0
    ? { above: 10n ** BigInt(power), below: 2n }
    : { above: 1n, below: 2n * 10n ** BigInt(-power) };
}
