/** Exact numbers to reckon with: fractions of whole numbers of any size, never rounded on the way. */

import { invariant } from '../../diagnostics/invariant.ts';

/** A fraction; its denominator is above zero. */
export interface ExactNumber {
  readonly above: bigint;
  readonly below: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whether a text is a decimal: an edit outside kg may have written anything. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** The number that a decimal text is: "-43.9". */
export function exact(decimal: string): ExactNumber {
  const match = DECIMAL.exec(decimal);
  invariant(match, `${decimal} is no decimal`);
  const [, sign = '', whole = '', fraction = ''] = match;
  return { above: BigInt(`${sign}${whole}${fraction}`), below: 10n ** BigInt(fraction.length) };
}

/** a + b. */
export function plus(a: ExactNumber, b: ExactNumber): ExactNumber {
  return { above: a.above * b.below + b.above * a.below, below: a.below * b.below };
}

/**
 * A sum of decimals as a decimal, without trailing zeros.
 * @example exactText(plus(exact('0.1'), exact('0.20'))) // '0.3'
 */
export function exactText(a: ExactNumber): string {
  const { above, below } = sizeOf(a);
  const places = String(below).length - 1;
  invariant(below === 10n ** BigInt(places), 'a sum of decimals is a decimal');
  const digits = String(above).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${a.above < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** a − b. */
export function minus(a: ExactNumber, b: ExactNumber): ExactNumber {
  return plus(a, { above: -b.above, below: b.below });
}

/** a × b. */
export function times(a: ExactNumber, b: ExactNumber): ExactNumber {
  return { above: a.above * b.above, below: a.below * b.below };
}

/** a ÷ b; undefined where b is nothing. */
export function over(a: ExactNumber, b: ExactNumber): ExactNumber | undefined {
  if (b.above === 0n) return undefined;
  const sign = b.above < 0n ? -1n : 1n;
  return { above: a.above * b.below * sign, below: a.below * b.above * sign };
}

/** Less than 0 where a is less than b, 0 where they are equal, else more. */
export function compareExact(a: ExactNumber, b: ExactNumber): number {
  const difference = minus(a, b).above;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The size of a number, its sign apart. */
export function sizeOf(a: ExactNumber): ExactNumber {
  return { above: a.above < 0n ? -a.above : a.above, below: a.below };
}

/**
 * A number with six decimals, halves rounded up in size, without trailing zeros.
 * @example sixDecimals({ above: 16n, below: 18n }) // '0.888889'
 */
export function sixDecimals(a: ExactNumber): string {
  const { above, below } = sizeOf(a);
  const millionths = (2_000_000n * above + below) / (2n * below);
  const digits = String(millionths).padStart(7, '0');
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
  return a.above < 0n && millionths > 0n ? `-${text}` : text;
}
