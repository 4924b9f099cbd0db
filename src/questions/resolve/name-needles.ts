/** What the graph's text indexes are asked for a name: all that may be meant, and little beside. */

import { foldText, foldWords } from '../../model/text/fold-text.ts';
import { pinyinNeedle, textNeedle } from '../../model/text/search-form.ts';
import type { AskedName } from './asked-name.ts';
import { takeForms } from './legal-forms.ts';
import { withoutDesignator } from './place-names.ts';
import { lettersOf } from './plain-text.ts';

/** What is looked for, in the form in which names are kept for searching. */
export interface NameNeedles {
  /** The texts that may be the name, whole. */
  readonly wholes: readonly string[];
  /** Parts of a text that an entity goes by. */
  readonly parts: readonly string[];
  /** Whole texts that an entity goes by: the name in it is shorter than the one asked. */
  readonly lines: readonly string[];
  /** The name as pinyin; null where it is none. */
  readonly pinyin: string | null;
  /** Pairs of characters: the more of them an entity has, the more it is like the name. */
  readonly pairs: readonly string[];
  /** How the name begins: the text before it in an entity's name may be a place. */
  readonly head: string;
  /** Whole texts that would be the name of a place in it. */
  readonly places: readonly string[];
}

/** Characters that one of several slips leaves whole somewhere. */
const WINDOW = 4;
/** Windows of one name: a title of 64 characters has that many. */
const MOST_WINDOWS = 16;
/** Characters of the longest part that an index is asked for: it looks for each of them, and what is longer has it. */
const LONGEST_PART = 24;
/** Characters of the longest short name in a longer one. */
const LONGEST_SHORT_NAME = 8;
/** Where a place that a name begins with may end. */
const PLACE_ENDS = [2, 3, 4, 5];
/** Characters of the longest place that a name begins with: a free-trade zone's has 20. */
const LONGEST_PLACE = 20;
const MOST_PAIRS = 40;
/** What regions end in where names leave it off: 闵行, 闵行区. */
const DESIGNATORS = ['省', '市', '区', '县', '镇'];

/** The legal forms that most firms have. */
const FORMS = ['', '集团', '(集团)', '控股'].flatMap((group) =>
  ['有限公司', '股份有限公司', '有限责任公司'].map((form) => `${group}${form}`),
);

/** What to look for. */
export function needlesOf(asked: AskedName): NameNeedles {
  const cores = asked.texts.map((text) => takeForms(foldWords(text)).core);
  const folded = cores.map((core) => lettersOf(core));
  const { number } = asked;
  const numbers = number
    ? [`${number.series}(${number.year})${number.number}号`, `${number.year}年第${number.number}号`]
    : [];
  const [first = ''] = folded;
  const wholes = [...asked.texts.map(foldText), ...folded];
  const behindPlaces = folded.flatMap((text) => PLACE_ENDS.map((end) => behind(text, end)));
  // 崇明县 may be 崇明区 by now, and 上海市徐汇 is 徐汇区.
  const shortened = folded.flatMap((text) => withoutDesignator(text) ?? []);
  const regions = [...behindPlaces, ...shortened].filter((text) => text.length <= LONGEST_SHORT_NAME);
  return {
    wholes: needles([
      ...wholes,
      ...numbers,
      ...regions.flatMap((text) => ['', ...DESIGNATORS].map((end) => `${text}${end}`)),
    ]),
    parts: needles([
      ...[...wholes, ...behindPlaces, ...shortened].map(beginningOf),
      ...cores.flatMap(windows),
      ...numbers,
    ]),
    lines: needles(cores.flatMap((core) => [...beginnings(core), ...withForms(core)])),
    pinyin: pinyinNeedle(asked.name) ?? null,
    pairs: needles(folded.flatMap((text) => cut(text, 2, 1))).slice(0, MOST_PAIRS),
    head: textNeedle(isLatin(first) ? first.slice(0, WINDOW) : first.slice(0, 2)),
    places: needles(asked.texts.flatMap((text) => placesIn(foldWords(text)))),
  };
}

function needles(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => Array.from(text).length > 1).map(textNeedle))];
}

function beginningOf(text: string): string {
  return Array.from(text).slice(0, LONGEST_PART).join('');
}

function isLatin(text: string): boolean {
  return /^[a-z0-9]+$/.test(text);
}

function behind(text: string, end: number): string {
  return isLatin(text) ? '' : text.slice(end);
}

/** The words of a Latin name; of a Chinese one pieces, of which slips leave some whole. */
function windows(core: string): readonly string[] {
  const runs = core.split(/[^\p{L}\p{N}]+/u).filter((run) => run !== '');
  const found = runs.flatMap((run) => {
    if (isLatin(run)) return run.length > 2 ? [beginningOf(run)] : [];
    if (run.length < WINDOW) return [run];
    if (run.length < 2 * WINDOW)
      return [run.slice(0, Math.ceil(run.length / 2)), run.slice(Math.ceil(run.length / 2))];
    return [...cut(run, WINDOW, WINDOW), run.slice(-WINDOW)];
  });
  return found.slice(0, MOST_WINDOWS);
}

/** A name with each legal form: where many begin like it, 上海医药 still finds 上海医药集团股份有限公司. */
function withForms(core: string): readonly string[] {
  const text = lettersOf(core);
  return isLatin(text) || text.length > LONGEST_PART ? [] : FORMS.map((form) => `${text}${form}`);
}

/** What of a name may be a whole name by itself. */
function beginnings(core: string): readonly string[] {
  const words = core.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const isShort = (text: string) => text.length <= LONGEST_PART;
  if (isLatin(words.join('')))
    return words.map((_, index) => words.slice(0, index + 1).join('')).filter(isShort);
  const text = lettersOf(core);
  return [
    ...[text].filter(isShort),
    ...Array.from({ length: LONGEST_SHORT_NAME - 1 }, (_, index) => text.slice(0, index + 2)),
  ];
}

/** Every part of a name that would be a place in the places where places stand: ahead, behind, in brackets. */
function placesIn(folded: string): readonly string[] {
  const text = lettersOf(folded);
  const bracketed = [...folded.matchAll(/\(([^()]+)\)/gu)].map((match) => lettersOf(match[1] ?? ''));
  const words = folded.split(/[^\p{L}\p{N}]+/u);
  if (isLatin(text)) return [...words.map((_, index) => words.slice(0, index + 1).join('')), ...bracketed];
  const ahead = PLACE_ENDS.flatMap((start) => PLACE_ENDS.map((length) => text.slice(start, start + length)));
  const first = Array.from({ length: LONGEST_PLACE - 1 }, (_, index) => text.slice(0, index + 2));
  const atEnd = [2, 3, 4].map((length) => text.slice(-length));
  // A place's own brackets are kept with its name: 中国(上海)自由贸易试验区.
  const written = Array.from({ length: LONGEST_PLACE + 2 }, (_, index) => folded.slice(0, index + 2));
  const short = [...first.slice(0, 2), ...ahead.filter((each) => each.length < 4), ...bracketed];
  const whole = short.flatMap((each) => DESIGNATORS.map((designator) => `${each}${designator}`));
  return [...first, ...ahead, ...atEnd, ...written, ...bracketed, ...whole];
}

function cut(text: string, length: number, step: number): readonly string[] {
  const found: string[] = [];
  for (let start = 0; start + length <= text.length; start += step)
    found.push(text.slice(start, start + length));
  return found;
}
