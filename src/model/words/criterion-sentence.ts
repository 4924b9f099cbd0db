/** A criterion in words, made from its conditions, so that rule and text cannot drift apart (§8.11). */

import type { Language } from '../language.ts';
import { dateWords } from './date-words.ts';

/** One test of an applicant, as stored. */
export interface Condition {
  readonly attribute: string;
  readonly of?: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly unit?: string;
  readonly basis?: string;
}

/** Conditions that must all hold. */
export interface Alternative {
  readonly conditions: readonly Condition[];
}

/** What the conditions' values and attributes are called. */
export interface Vocabulary {
  /** What an attribute is called. */
  readonly attribute: (name: string) => string;
  /** What a value is called that is the id of a record or a value of an enum; undefined for any other. */
  readonly value: (value: string) => string | undefined;
}

/** What an operator says of a number, a day, and anything else. */
interface OperatorWords {
  readonly number?: string;
  readonly day?: string;
  readonly other?: string;
}

const OPERATORS: Readonly<Record<Language, Readonly<Record<string, OperatorWords>>>> = {
  ZH: {
    EQ: { number: '为', other: '为' },
    IN: { number: '为', other: '为' },
    NOT_IN: { number: '不为', other: '不为' },
    GTE: { number: '不低于', day: '不早于' },
    GT: { number: '超过', day: '晚于' },
    LTE: { number: '不超过', day: '不晚于' },
    LT: { number: '低于', day: '早于' },
    IS_IN: { other: '属于' },
    HOLDS: { other: '符合' },
  },
  EN: {
    EQ: { number: 'exactly', day: 'on', other: 'is' },
    IN: { number: 'exactly', day: 'on', other: 'is' },
    NOT_IN: { number: 'other than', day: 'not on', other: 'is not' },
    GTE: { number: 'at least', day: 'not before' },
    GT: { number: 'more than', day: 'after' },
    LTE: { number: 'at most', day: 'not after' },
    LT: { number: 'less than', day: 'before' },
    IS_IN: { other: 'in' },
    HOLDS: { other: 'holds:' },
  },
};

const DAY = 'FOUNDED_ON';
const TITLE = 'TITLE';
const SATISFIES = 'SATISFIES';
const LISTED = 'LISTED';
const NOT_CHECKABLE = 'NOT_CHECKABLE';

/** Units whose numbers count the attribute itself: 50 employees. */
const COUNTED: ReadonlySet<string> = new Set(['人', '件', '家']);

/** The plural ending of a label: employees, members of the platform. */
const SEVERAL = /s(?= of|$)/;

/** Units as English words, singular and plural; empty where the number alone is enough. */
const UNIT_WORDS: ReadonlyMap<string, readonly [one: string, several: string]> = new Map([
  ['年', [' year', ' years']],
  ['分', [' point', ' points']],
  ['位', ['', '']],
]);

/**
 * The sentence of a criterion.
 * @example
 * criterionSentence([{ conditions: [{ attribute: 'EMPLOYEES', operator: 'GTE', values: ['50'], unit: '人' }] }], 'EN', …)
 * // 'At least 50 employees'
 */
export function criterionSentence(
  alternatives: readonly Alternative[],
  lang: Language,
  vocabulary: Vocabulary,
): string {
  const inner = lang === 'ZH' ? '且' : ' and ';
  const parts = alternatives.map(({ conditions }) =>
    conditions.map((condition) => SENTENCES[lang](condition, vocabulary)).join(inner),
  );
  const isNested = alternatives.some(({ conditions }) => conditions.length > 1);
  const outer = lang === 'ZH' ? (isNested ? '；或' : '或') : isNested ? '; or ' : ' or ';
  const sentence = parts.join(outer);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const SENTENCES: Readonly<Record<Language, (condition: Condition, vocabulary: Vocabulary) => string>> = {
  ZH: inChinese,
  EN: inEnglish,
};

function inChinese(condition: Condition, vocabulary: Vocabulary): string {
  const { attribute, operator, values, unit, of } = condition;
  if (operator === NOT_CHECKABLE) return values[0] ?? '';
  if (attribute === LISTED) return isTrue(condition) ? '已上市' : '未上市';
  const shown = values.map(
    (value) =>
      vocabulary.value(value) ??
      dayIn(condition, value, 'ZH') ??
      `${amountInChinese(value, unit)}${unit ?? ''}`,
  );
  const list = shown.join(operator === 'NOT_IN' ? '、' : '或');
  if (attribute === SATISFIES) return `${operator === 'NOT_IN' ? '不' : ''}符合${list}的条件`;
  if (attribute === TITLE) return `${operator === 'NOT_IN' ? '未' : ''}获评${list}`;
  const label = `${vocabulary.attribute(attribute)}${of === undefined ? '' : `（${of}）`}`;
  if (values.length === 0) return `未写明${label}`;
  const words = wordsOf(condition, 'ZH');
  return `${basisInChinese(condition.basis)}${label}${operator === 'IS_IN' && attribute.endsWith('PLACE') ? '位于' : words}${list}`;
}

function inEnglish(condition: Condition, vocabulary: Vocabulary): string {
  const { attribute, operator, values, unit, of } = condition;
  if (operator === NOT_CHECKABLE) return values[1] ?? '';
  if (attribute === LISTED) return isTrue(condition) ? 'listed on an exchange' : 'not listed on an exchange';
  const shown = values.map(
    (value) => vocabulary.value(value) ?? dayIn(condition, value, 'EN') ?? amountInEnglish(value, unit),
  );
  const list = shown.join(' or ');
  if (attribute === SATISFIES)
    return `${operator === 'NOT_IN' ? 'does not meet' : 'meets'} the criteria of ${list}`;
  if (attribute === TITLE) return `${operator === 'NOT_IN' ? 'does not hold' : 'holds'} the title ${list}`;
  const label = `${vocabulary.attribute(attribute)}${of === undefined ? '' : ` (${of})`}`;
  if (values.length === 0) return `${label} not named`;
  const words = wordsOf(condition, 'EN');
  const basis = basisInEnglish(condition.basis);
  if (attribute === DAY) return `founded ${words} ${list}${basis}`;
  if (unit === undefined) return `${label} ${words} ${list}${basis}`;
  if (!COUNTED.has(unit)) return `${label} of ${words} ${list}${basis}`;
  return `${words} ${list} ${values[0] === '1' ? label.replace(SEVERAL, '') : label}${basis}`;
}

function dayIn({ attribute }: Condition, value: string, lang: Language): string | undefined {
  return attribute === DAY ? dateWords(value, lang) : undefined;
}

function wordsOf({ attribute, operator, unit }: Condition, lang: Language): string {
  const words = OPERATORS[lang][operator] ?? {};
  const { number, day, other } = words;
  return (
    (attribute === DAY ? (day ?? other) : unit === undefined ? other : number) ?? other ?? number ?? operator
  );
}

function isTrue({ operator, values }: Condition): boolean {
  return (values[0] === 'true') !== (operator === 'NOT_IN');
}

/** An amount of 元 with 万 or 亿 where it is large: the same number, exactly. */
export function amountInChinese(value: string, unit: string | undefined): string {
  if (unit !== '元') return value;
  const whole = value.split('.')[0]?.replace('-', '').length ?? 0;
  if (whole > 8) return `${shiftedLeft(value, 8)}亿`;
  return whole > 4 ? `${shiftedLeft(value, 4)}万` : value;
}

/** A decimal with its point moved to the left. */
export function shiftedLeft(value: string, places: number): string {
  const [sign, digits] = value.startsWith('-') ? ['-', value.slice(1)] : ['', value];
  const [whole = '', fraction = ''] = digits.split('.');
  const moved = `${whole.slice(-places)}${fraction}`.replace(/0+$/, '');
  return `${sign}${whole.slice(0, -places)}${moved && `.${moved}`}`;
}

/** An amount with its unit, digits in groups. */
export function amountInEnglish(value: string, unit: string | undefined): string {
  if (unit === undefined) return value;
  const [whole = '', fraction] = value.split('.');
  const amount = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
  if (unit === '元') return `CNY ${amount}`;
  if (unit === '%') return `${amount}%`;
  const [one, several] = UNIT_WORDS.get(unit) ?? [` ${unit}`, ` ${unit}`];
  if (COUNTED.has(unit)) return amount;
  return `${amount}${value === '1' ? one : several}`;
}

const BASIS = /^(EACH|SUM|MEAN)_OF_(\d+)_YEARS$/;

/** How many of the newest years a condition reads, and how. */
export interface YearsRead {
  readonly kind: 'EACH' | 'SUM' | 'MEAN';
  readonly years: number;
}

/** The years that a basis reads: the newest one where it is LAST_YEAR or left out. */
export function basisYears(basis: string | undefined): YearsRead {
  const [, kind, years] = BASIS.exec(basis ?? '') ?? [];
  return kind === undefined
    ? { kind: 'EACH', years: 1 }
    : { kind: kind as YearsRead['kind'], years: Number(years) };
}

function basisInChinese(basis: string | undefined): string {
  if (basis === undefined) return '';
  const [, kind, years] = BASIS.exec(basis) ?? [];
  if (kind === undefined) return '上一年度';
  return `近${years}年${kind === 'EACH' ? '每年' : kind === 'SUM' ? '合计' : '平均'}`;
}

function basisInEnglish(basis: string | undefined): string {
  if (basis === undefined) return '';
  const [, kind, years] = BASIS.exec(basis) ?? [];
  if (kind === undefined) return ' in the last year';
  const over = { EACH: 'in each of', SUM: 'summed over', MEAN: 'on average over' }[kind];
  return ` ${over} the last ${years} years`;
}
