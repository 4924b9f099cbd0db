/** A number as a source prints it → the number, its range, its unit and the words around it: 超过1.6万亿元, 三至五家. */

import { withDigits } from '../../model/text/chinese-number.ts';
import { MAX_PRINTED } from '../written/limits.ts';
import {
  type PrintedWord,
  readWordsBefore,
  readWordsBehind,
  readWordsUpTo,
  wordBehind,
} from './printed-words.ts';
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
/** Words between a number and its multiplier that say how it bounds: 3万余亿, 10多万, 十几万. */
const BETWEEN = '(?:[余多来]|几(?![十百千]))';
const MULTIPLYING = `(?:${BETWEEN}|[\\s十百千万亿])*`;
const MULTIPLIER = new RegExp(`^${MULTIPLYING}`, 'u');
const ONLY_MULTIPLIER = new RegExp(`^${MULTIPLYING}$`, 'u');
const BETWEEN_EACH = new RegExp(BETWEEN, 'gu');
const DIGIT = /\p{Nd}/u;
/** What a numeral in characters begins with, and a word of size used as one: 数百, 几十, 百余, 近半. */
const NUMERAL = /[〇零一二两三四五六七八九十百千万亿半]|[数几](?=[十百千万亿])/u;
/** What follows a numeral in characters that is part of a guess, counts parts, or nothing: 一万几千, 三成, 一批. */
const NO_COUNT = /^(?:几[十百千]|分之|系列|大?[成半折番批些])/u;
/** A word of size with a word for more behind it: 百余, 千多. */
const SIZE_AND_MORE = /^[百千万亿]+[余多]/u;
/** Digits in characters that follow one another are a guess or a year, and no number of so many: 三五家. */
const ONE_BY_ONE = /(?<![点〇零一二两三四五六七八九])[一二两三四五六七八九][〇零一二两三四五六七八九]+/gu;

/** Units with digits of their own. */
const UNIT_WITH_DIGIT = /(?:[cdk]?m|CO)[23]/giu;

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
 * The number that a text prints, in digits or in characters; undefined where it prints none, or more than one.
 * @param unit the unit that should follow it, so that 500千瓦 is not read as 500,000 瓦
 */
export function readPrinted(text: string, unit: string | undefined): Printed | undefined {
  if (text.length > MAX_PRINTED) return undefined;
  const inDigits = holdsDigit(text) ? text : charactersRead(text, unit);
  const before = inDigits === undefined ? undefined : readWordsBefore(inDigits);
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
  const units = tails.flatMap((tail) => (tail.unit === '' ? [] : [tail.unit]));
  if (units.some((each) => isNoUnit(each) && (unit === undefined || !isSameUnit(each, unit))))
    return undefined;
  const words = [...before.words, ...tails.flatMap((tail) => tail.words)];
  return { value: ends.value, valueMax: ends.valueMax, words, units };
}

/** Whether a text is no unit at all, but more of the number or a remark: 1_000, 1 000, 0x10, 1.6E+12, 100家(含). */
function isNoUnit(text: string): boolean {
  return /[\p{Nd}_()（）]/u.test(text.replace(UNIT_WITH_DIGIT, ''));
}

/**
 * The words around what is no number that can be read: 近百家, 数千余个, 约三成. None where the text has a digit, for
 * then its number should be read.
 */
export function readHedges(text: string): readonly PrintedWord[] {
  const at = text.length > MAX_PRINTED || holdsDigit(text) ? -1 : text.search(NUMERAL);
  if (at < 0) return [];
  const { words } = readTail(text.slice(at).replace(/^[数几〇零一二两三四五六七八九半]+/u, ''), undefined);
  return [...readWordsUpTo(text.slice(0, at)), ...words];
}

/** A text with digits for its numerals in characters; the unit may look like one: 五千瓦 is 5千瓦 where that is it. */
function charactersRead(text: string, unit: string | undefined): string | undefined {
  const parts = unit === undefined || unit === '' ? [text] : text.split(unit);
  const read = withOne(parts.map((part) => withDigits(part).text).join(unit));
  const behind = readWordsBefore(read)?.rest.replace(/^[\d.]+/, '');
  // 五六 is a range, and read.
  const single = (text.match(ONE_BY_ONE) ?? []).some((run) => !withDigits(run).text.includes('-'));
  return behind === undefined || single || NO_COUNT.test(behind) ? undefined : read;
}

/** A text with the 1 that is left unsaid where a word bounds a size: 超百亿 is 超1百亿, 百余 is 1百余. */
function withOne(text: string): string {
  const at = text.search(/[百千万亿]/u);
  const [before, behind] = [text.slice(0, at), text.slice(at)];
  const words = at < 0 ? [] : readWordsUpTo(before);
  const isBound = words.some(({ bound }) => bound !== undefined) || SIZE_AND_MORE.test(behind);
  return at >= 0 && isBound && !holdsDigit(before) ? `${before}1${behind}` : text;
}

/** Whether a text has a digit, of whatever width. */
export function holdsDigit(text: string): boolean {
  return DIGIT.test(text);
}

/** Whether two texts write one unit. A measure word may precede a unit of several characters: 3个百分点. */
export function isSameUnit(written: string, unit: string): boolean {
  const [a, b] = [spelling(written), spelling(unit)];
  return a === b || a === `个${b}`;
}

/**
 * The ends of a range. A multiplier at its end is meant for both where the lower has none of its own: 3-5万. Where it
 * goes on from the lower's, whether the rest is meant for both is unknown, and neither is read: 1.5万—2万亿.
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

/** What follows digits: what multiplies them, a unit, and words before, between or behind those. */
function readTail(
  tail: string,
  unit: string | undefined,
): { readonly multiplier: string; readonly unit: string; readonly words: readonly PrintedWord[] } {
  const { words, rest } = readWordsBehind(tail);
  const known = unit === undefined ? '' : writtenAtEnd(rest, unit);
  const multiplying = known === '' ? (MULTIPLIER.exec(rest)?.[0] ?? '') : rest.slice(0, -known.length);
  const between = (multiplying.match(BETWEEN_EACH) ?? []).map(wordBehind);
  return {
    multiplier: multiplying.replace(BETWEEN_EACH, '').replace(/\s/g, ''),
    unit: rest.slice(multiplying.length).trim(),
    words: [...between, ...words],
  };
}

/** The unit at the end of a text with nothing but a multiplier before it; empty where it does not. */
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
