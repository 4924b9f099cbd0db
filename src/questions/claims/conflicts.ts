/** Whether two stated figures or dates contradict each other (§1.10). */

import { datesAgree } from '../../model/day.ts';
import type { PropertyModel } from '../../model/model.ts';
import { type ExactNumber, exact, isDecimal } from '../../rules/figures/exact-number.ts';
import { about, areDisjoint, boundedBy, type Interval, roundedTo } from '../../rules/figures/interval.ts';

/** A figure as stated. */
export interface StatedFigure {
  readonly value: string;
  /** As printed: how exact it is. Undefined where only the value is known. */
  readonly printed: string | undefined;
  readonly bound: string;
}

/** Numbers in a printed text. */
const NUMBER = /\d[\d,]*(?:\.\d+)?/gu;
/** From here on a whole number is taken to be rounded to its last digit that is not 0. */
const ROUNDED_FROM = 10_000n;

/** Whether the intervals of two figures have nothing in common: half a unit of the last digit either way, 5 % of ABOUT. */
export function figuresConflict(a: StatedFigure, b: StatedFigure): boolean {
  // What is not a number, as an edit outside kg may have left it, contradicts none.
  return isDecimal(a.value) && isDecimal(b.value) && areDisjoint(intervalOf(a), intervalOf(b));
}

/**
 * Whether two stated values of a property contradict each other. Texts that differ are other words for one thing. A
 * number that is itself a ceiling is what a source prints as a maximum: 最高1000万元 and 最高500万元 are two ceilings.
 */
export function valuesConflict(property: PropertyModel, a: StatedFigure, b: StatedFigure): boolean {
  const { valueKind, ceiling } = property;
  if (valueKind === 'date' || valueKind === 'coarseDate') return !datesAgree(a.value, b.value);
  if (!['decimal', 'int', 'money'].includes(valueKind)) return false;
  const [[x = '', currency], [y = '', other]] = [a.value.split(' '), b.value.split(' ')];
  const boundOf = ({ bound }: StatedFigure) => (ceiling && bound === 'AT_MOST' ? 'EXACT' : bound);
  return (
    currency === other &&
    figuresConflict({ ...a, value: x, bound: boundOf(a) }, { ...b, value: y, bound: boundOf(b) })
  );
}

function intervalOf({ value, printed, bound }: StatedFigure): Interval {
  const number = exact(value);
  const power = lastPowerPrinted(value, printed ?? '') ?? lastPowerMeant(value);
  return boundedBy(bound, number, bound === 'ABOUT' ? about(number) : roundedTo(number, halfOf(power)));
}

/**
 * The power of ten of the last digit printed. A printed number is the figure's where the two have the same digits, but
 * for zeros around them; its multiplier need not be read again: the value implies it.
 * @example lastPowerPrinted('4720000000000', '4.72万亿元') // 10
 * @returns undefined where no number printed has the value's digits, as where it is written in characters
 */
function lastPowerPrinted(value: string, printed: string): number | undefined {
  const figure = digitsOf(value);
  const fits = [...printed.normalize('NFKC').matchAll(NUMBER)]
    .map(([number]) => digitsOf(number.replaceAll(',', '')))
    .find(({ significant }) => significant === figure.significant);
  return fits && figure.lastPower - fits.zerosBehind;
}

interface Digits {
  /** Without zeros around them. */
  readonly significant: string;
  /** The power of ten of the last of these. */
  readonly lastPower: number;
  /** How many zeros are written behind these. */
  readonly zerosBehind: number;
}

function digitsOf(decimal: string): Digits {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const written = whole + fraction;
  const zerosBehind = /0*$/.exec(written)?.[0].length ?? 0;
  const significant = written.slice(0, written.length - zerosBehind).replace(/^0+/, '');
  return { significant, lastPower: zerosBehind - fraction.length, zerosBehind };
}

/** The power of ten of the last digit that was meant, as far as the number itself shows. */
function lastPowerMeant(value: string): number {
  const { lastPower } = digitsOf(value);
  const whole = BigInt(value.replace('-', '').split('.')[0] ?? 0);
  return lastPower > 0 && whole < ROUNDED_FROM ? 0 : lastPower;
}

function halfOf(power: number): ExactNumber {
  return power >= 0
    ? { above: 10n ** BigInt(power), below: 2n }
    : { above: 1n, below: 2n * 10n ** BigInt(-power) };
}
