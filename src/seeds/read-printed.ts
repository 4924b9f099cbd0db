/** A number as a source prints it → the number, its range, its unit and the words around it: 超过1.6万亿元, 3—5家. */

import { MAX_PRINTED } from './limits.ts';
import { type PrintedWord, readWordsBefore, readWordsBehind, wordBehind } from './printed-words.ts';
import { type Digits, multiplied, readDigits } from './read-decimal.ts';

/** A printed number, read. */
export interface Printed {
  readonly value: string;
  /** The upper end, where a range is printed. */
  readonly valueMax: string | undefined;
  readonly words: readonly PrintedWord[];
  /** The units written, none where none is. */
  readonly units: readonly string[];
}

const RANGE = /^(.*?)\s*(?:——|[-–—－~～至到])\s*(?=\d)(.*)$/su;
/** What multiplies a number, with what may stand between: 3万余亿, 10多万. */
const MULTIPLYING = '[\\s余多十百千万亿]*';
const MULTIPLIER = new RegExp(`^${MULTIPLYING}`, 'u');
const ONLY_MULTIPLIER = new RegExp(`^${MULTIPLYING}$`, 'u');

/** Other ways to write a unit; width and superscripts are folded before. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['m2', '平方米'],
  ['平米', '平方米'],
  ['km2', '平方公里'],
  ['平方千米', '平方公里'],
  ['名', '人'],
  ['人民币', '元'],
  ['人民币元', '元'],
  ['元人民币', '元'],
  ['CNY', '元'],
]);

/**
 * The number that a text prints; undefined where it prints none, or more than one.
 * @param unit the unit that should stand behind it, so that 500千瓦 is not read as 500,000 瓦
 */
export function readPrinted(text: string, unit: string | undefined): Printed | undefined {
  const before = text.length > MAX_PRINTED ? undefined : readWordsBefore(text);
  const digits = before && readDigits(before.rest);
  if (!digits) return undefined;
  const [, firstTail, upper] = RANGE.exec(digits.after) ?? [];
  const upperDigits = upper === undefined ? undefined : readDigits(upper);
  if (upper !== undefined && !upperDigits) return undefined;
  const last = readTail(upperDigits?.after ?? digits.after, unit);
  const first = firstTail === undefined ? last : readTail(firstTail, unit);
  const ends = upperDigits
    ? readEnds({ digits, word: first.multiplier }, { digits: upperDigits, word: last.multiplier })
    : { value: multiplied(digits, last.multiplier), valueMax: undefined };
  if (ends?.value === undefined) return undefined;
  const tails = first === last ? [last] : [first, last];
  return {
    value: ends.value,
    valueMax: ends.valueMax,
    words: [...before.words, ...tails.flatMap(({ words }) => words)],
    units: tails.flatMap((tail) => (tail.unit === '' ? [] : [tail.unit])),
  };
}

/** Whether two texts write one unit. A measure word may stand before a unit of several characters: 3个百分点. */
export function isSameUnit(written: string, unit: string): boolean {
  const [a, b] = [spelling(written), spelling(unit)];
  return a === b || a === `个${b}`;
}

/**
 * The ends of a range. A multiplier at its end is meant for both where the lower has none of its own: 3-5万. Where it
 * goes on from the lower's, nobody can tell whether the rest is meant for both, and none is read: 1.5万—2万亿.
 */
function readEnds(
  lower: { readonly digits: Digits; readonly word: string },
  upper: { readonly digits: Digits; readonly word: string },
): { readonly value: string; readonly valueMax: string } | undefined {
  if (lower.word !== '' && lower.word !== upper.word && upper.word.startsWith(lower.word)) return undefined;
  const valueMax = multiplied(upper.digits, upper.word);
  const words = lower.word === '' ? [upper.word, ''] : [lower.word];
  for (const word of words) {
    const value = multiplied(lower.digits, word);
    if (value !== undefined && valueMax !== undefined && isLess(value, valueMax)) return { value, valueMax };
  }
  return undefined;
}

/** Whether a decimal in canonical form is less than another, exactly. */
export function isLess(a: string, b: string): boolean {
  const places = Math.max(...[a, b].map((each) => each.split('.')[1]?.length ?? 0));
  const [x, y] = [a, b].map((each) => {
    const [whole = '', fraction = ''] = each.split('.');
    return BigInt(whole + fraction.padEnd(places, '0'));
  });
  return x !== undefined && y !== undefined && x < y;
}

/** What stands behind digits: what multiplies them, a unit, and words before, between or behind those. */
function readTail(
  tail: string,
  unit: string | undefined,
): { readonly multiplier: string; readonly unit: string; readonly words: readonly PrintedWord[] } {
  const { words, rest } = readWordsBehind(tail);
  const known = unit === undefined ? '' : writtenAtEnd(rest, unit);
  const multiplying = known === '' ? (MULTIPLIER.exec(rest)?.[0] ?? '') : rest.slice(0, -known.length);
  const between = [...multiplying].filter((each) => each === '余' || each === '多').map(wordBehind);
  return {
    multiplier: multiplying.replace(/[\s余多]/gu, ''),
    unit: rest.slice(multiplying.length).trim(),
    words: [...between, ...words],
  };
}

/** The unit as it stands at the end of a text with nothing but a multiplier before it; empty where it does not. */
function writtenAtEnd(text: string, unit: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (!ONLY_MULTIPLIER.test(text.slice(0, at))) return '';
    if (isSameUnit(text.slice(at), unit)) return text.slice(at);
  }
  return '';
}

function spelling(unit: string): string {
  const folded = unit.normalize('NFKC').replace(/\s/g, '');
  return SPELLINGS.get(folded) ?? folded;
}
