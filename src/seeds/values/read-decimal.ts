/** Exact numbers as people write them: 43.9, 47,218.66亿, 1.6万亿. Never a float. */

import { MAX_DIGITS } from '../written/limits.ts';

const NUMBER = /^(-?)([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|0)(?:\.(\d+))?(?![\d.,])\s*(.*)$/su;

/** Powers of ten of the words that multiply. */
const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['十万', 5],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['十亿', 9],
  ['百亿', 10],
  ['千亿', 11],
  ['万亿', 12],
]);

/** Multipliers first, so that a unit is what is left: 万亿元 is 万亿 and 元. */
const MULTIPLIER = /^[十百千]?(?:万亿|万|亿)|^[十百千]/u;

/** A number and the text after it, which is empty or a unit. */
export interface LeadingDecimal {
  readonly decimal: string;
  readonly rest: string;
}

/** Digits as written, without grouping. */
export interface Digits {
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
  /** The text behind them. */
  readonly after: string;
}

/**
 * A decimal in canonical form: no exponent, no trailing zeros, no grouping.
 * @returns undefined where the text is anything else
 * @example readDecimal('1.60万亿') // '1600000000000'
 */
export function readDecimal(text: string): string | undefined {
  const leading = readLeadingDecimal(text);
  return leading?.rest === '' ? leading.decimal : undefined;
}

/** The decimal that a text begins with, its multiplier included: 500万元 → 5000000 and 元. */
export function readLeadingDecimal(text: string): LeadingDecimal | undefined {
  const digits = readDigits(text);
  if (!digits) return undefined;
  const word = MULTIPLIER.exec(digits.after)?.[0] ?? '';
  const decimal = multiplied(digits, word);
  return decimal === undefined ? undefined : { decimal, rest: digits.after.slice(word.length).trim() };
}

/** The digits that a text begins with, before any word that multiplies them. */
export function readDigits(text: string): Digits | undefined {
  const match = NUMBER.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', after = ''] = match;
  if (whole.length + fraction.length > MAX_DIGITS) return undefined;
  return { sign, whole: whole.replaceAll(',', ''), fraction, after };
}

/**
 * The number that digits and a word that multiplies them make.
 * @param word 万亿, or empty
 * @returns undefined where the word is no multiplier
 */
export function multiplied({ sign, whole, fraction }: Digits, word: string): string | undefined {
  const power = word === '' ? 0 : MULTIPLIERS.get(word);
  return power === undefined ? undefined : shifted(sign, whole, fraction, power);
}

/** Digits with the point moved to the right, in canonical form. */
function shifted(sign: string, whole: string, fraction: string, power: number): string {
  const moved = fraction.padEnd(power, '0');
  const integer = BigInt(whole + moved.slice(0, power)).toString();
  const rest = moved.slice(power).replace(/0+$/, '');
  const digits = rest === '' ? integer : `${integer}.${rest}`;
  return digits === '0' ? digits : sign + digits;
}
