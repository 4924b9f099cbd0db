/** Finds a figure in a text, in whatever form it is written. */

import { withDigits } from '../../model/text/chinese-number.ts';
import { readMoney } from '../../seeds/values/read-money.ts';
import { isSameUnit, readPrinted } from '../../seeds/values/read-printed.ts';

/** A figure that is looked for: canonical decimal or money. */
export interface Figure {
  readonly value: string;
  /** The unit that it is counted in; undefined where the model names none. */
  readonly unit: string | undefined;
  /** Whether it is an amount of money, "5000000 CNY". */
  readonly money: boolean;
}

/** A number in a text. */
export interface FoundNumber {
  /** The digits as written; of a range, its ends in canonical form. */
  readonly numbers: readonly string[];
  /** What multiplies the digits: 万. */
  readonly multiplier: string;
  /** The text behind number and multiplier. */
  readonly after: string;
  /** The text right before. */
  readonly before: string;
  /** Written in characters, which words that are no figures contain as well. */
  readonly inCharacters: boolean;
}

/** The numbers of a text. */
export type FigureText = readonly FoundNumber[];

const NUMBER = /(?<![\d.A-Za-z第])(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?/gu;
const MULTIPLIER = /^[\s余多几来]*[十百千万亿]*[余多]?[万亿]*/u;
const RANGE = /^\s*(?:——|[-–—~至到])\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([\s余多]*[十百千万亿]*)/u;
/** Circled numbers are marks of items, and fold to digits. */
const ITEM_MARKS = /[①-⓿❶-➓㈠-㉃㊀-㊿]/gu;
/** A fall is written without a sign. */
const FALL = /(?:下降|减少|降低|回落|下跌|缩减|负|亏损|-)[^\d，。；,;]{0,8}$/u;
/** Measure words that count the same things, by the unit that is looked for. 个 counts what another text counts in 家. */
const MEASURES: ReadonlyMap<string, string> = new Map([
  ['家', '户个'],
  ['户', '家个'],
  ['个', '项件种款处'],
  ['项', '个件'],
  ['件', '个项'],
  ['种', '个款类'],
  ['人', '名位'],
  ['座', '栋幢'],
  ['栋', '座幢'],
  ['台', '套'],
  ['年', '岁'],
]);
const OTHER_UNIT =
  /^(?:个?百分点|%|‰|[美欧日港澳加]元|元|平方米|平方公里|公里|千米|米|m2|km2|亩|公顷|万吨|吨|公斤|千克|克|[千兆]?瓦|升|度|年|月|日|号|时|分钟|天|周|G\b|[家户个项件种款处条批次类份篇座栋幢人名位台套辆艘架只支部层倍岁])/u;
/** What may follow a number that has no unit: the end, a mark, a separator of cells. */
const NO_UNIT = /^(?:\s|$|[\p{P}|])/u;
/** Characters of the longest unit that is looked for behind a number, beyond the unit's own. */
const SPELLING = 6;
/** Characters around a number that show what it is. */
const AROUND = 40;
/** 单位：万元, or （亿元） in the head of a table. */
const HEAD_UNIT = /(?:单位\s*[::]\s*|\()\s*([十百千]?(?:万亿|万|亿))[^()\d]{0,6}(?:\)|\s|$)/gu;

/** The numbers in a text, in digits and in characters. */
export function readFigures(text: string): FigureText {
  const plain = text.replace(ITEM_MARKS, ' ').normalize('NFKC');
  const inDigits = withDigits(plain);
  return [...numbersOf(plain, undefined), ...numbersOf(inDigits.text, inDigits.converted)];
}

/** Multipliers that heads of tables give to bare numbers: 单位：万元. */
export function headMultipliers(text: string): readonly string[] {
  return [...new Set([...text.normalize('NFKC').matchAll(HEAD_UNIT)].map(([, word = '']) => word))];
}

/**
 * The numbers of a text that match a figure.
 * @param heads what multiplies bare numbers in its tables
 */
export function findFigure(text: FigureText, figure: Figure, heads: readonly string[]): FigureText {
  return text.filter((found) => readings(found, heads).some((each) => isFigure(each, found, figure)));
}

function numbersOf(text: string, only: ReadonlySet<number> | undefined): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const at = match.index;
    if (only && !only.has(at)) continue;
    const [digits] = match;
    const rest = text.slice(at + digits.length, at + digits.length + AROUND);
    const multiplier = MULTIPLIER.exec(rest)?.[0] ?? '';
    const after = rest.slice(multiplier.length);
    const place = { before: text.slice(Math.max(0, at - AROUND), at), inCharacters: only !== undefined };
    const range = RANGE.exec(after)?.[0];
    const ends = range === undefined ? undefined : readPrinted(`${digits}${multiplier}${range}`, undefined);
    if (range !== undefined && ends?.valueMax !== undefined) {
      const numbers = [ends.value, ends.valueMax];
      found.push({ ...place, numbers, multiplier: '', after: after.slice(range.length) });
    } else found.push({ ...place, numbers: [digits], multiplier, after });
  }
  return found;
}

/** One way to read a number: as much of the multiplier as is no beginning of the unit, 500千瓦 as 500. */
interface ReadingOf {
  readonly number: string;
  readonly behind: string;
  /** Whether the unit itself must follow it. */
  readonly strict: boolean;
}

function readings(
  { numbers, multiplier, after }: FoundNumber,
  heads: readonly string[],
): readonly ReadingOf[] {
  const whole = numbers.map((number) => ({ number: number + multiplier, behind: after, strict: false }));
  const less = Array.from(multiplier, (_, at) =>
    numbers.map((number) => ({
      number: number + multiplier.slice(0, at),
      behind: multiplier.slice(at) + after,
      strict: true,
    })),
  );
  const bare = multiplier.trim() === '' && NO_UNIT.test(after);
  const headed = bare
    ? heads.flatMap((head) =>
        numbers.map((number) => ({ number: number + head, behind: after, strict: false })),
      )
    : [];
  return [...whole, ...less.flat(), ...headed];
}

function isFigure({ number, behind, strict }: ReadingOf, found: FoundNumber, figure: Figure): boolean {
  const value = readPrinted(number, undefined)?.value;
  if (value === undefined) return false;
  if (figure.money) return isMoney(value, behind, figure.value);
  const isFall = figure.value === `-${value}` && FALL.test(found.before);
  if (value !== figure.value && !isFall) return false;
  const [unit] = figure.unit?.split('/') ?? [];
  if (unit === undefined) return fitsAnyUnit(behind, found.inCharacters);
  if (beginsWithUnit(behind, unit)) return true;
  return !strict && mayBeUnit(behind, unit, found.inCharacters);
}

function isMoney(amount: string, behind: string, money: string): boolean {
  if (NO_UNIT.test(behind)) return money.startsWith(`${amount} `);
  const lengths = Array.from({ length: SPELLING }, (_, at) => at + 1);
  return lengths.some((length) => readMoney(amount + behind.slice(0, length)) === money);
}

function beginsWithUnit(text: string, unit: string): boolean {
  const lengths = Array.from({ length: unit.length + SPELLING }, (_, at) => at + 1);
  return lengths.some((length) => isSameUnit(text.slice(0, length), unit));
}

/** Whether what follows a number may be its unit in other words, or leaves the unit open: 2000企业. */
function mayBeUnit(behind: string, unit: string, inCharacters: boolean): boolean {
  const [first = ''] = behind;
  if (first !== '' && MEASURES.get(unit)?.includes(first)) return true;
  if (inCharacters || OTHER_UNIT.test(behind)) return false;
  return NO_UNIT.test(behind) || (unit !== '%' && !/^[A-Za-z]/.test(behind));
}

/** A count without a unit of its own: anything but a date or a name may be counted. */
function fitsAnyUnit(behind: string, inCharacters: boolean): boolean {
  if (/^[A-Za-z年月日号]/u.test(behind) && !/^(?:m2|km|㎡)/u.test(behind)) return false;
  return !inCharacters || OTHER_UNIT.test(behind);
}
