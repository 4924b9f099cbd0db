/** What a record is found by: its names, folded and in pinyin, in the form in which text indexes are quick (§15.1). */

import { pinyin } from 'pinyin-pro';
import type { Properties, Value } from '../dataset.ts';
import { foldText, foldWords } from './fold-text.ts';

/** The properties that a record is found by, in the order of their slots; aliases, a list, are the last. */
export const SEARCHED = ['name', 'nameEn', 'number', 'aliases'] as const;

/** How many of the first slots are names. */
export const NAME_SLOTS = 2;

/** How often each character of a text is repeated in its line: parts of the index have three letters. */
const TIMES = 3;
/** Letters of the longest pinyin, or text in Latin letters, that is looked for. */
const LONGEST_PINYIN = 64;
/** Bytes that Neo4j can index of one text, with some to spare. @see https://neo4j.com/docs/cypher-manual/current/indexes/ */
const MOST_BYTES = 32_000;
/** How many syllables of a text pinyin may begin with: no text of that length is looked for by what follows. */
const MOST_READINGS = 100;

/**
 * The companions of a record that it is found by. In both, each searched text has a line, empty where there is none.
 * - `searchText`: the folded text, each character three times. An index of three-letter parts so finds a single
 *   Chinese character as well as a long text, and one text is a part of another exactly where it is so tripled.
 * - `searchPinyin`: the Latin words from each on, each after a slash; the pinyin from each syllable on, then the
 *   initials, each after a bar.
 * @example
 * { searchText: '张张张江江江\nzzzjjj\n', searchPinyin: '|zhangjiang|jiang|zj|j\n/zj\n' }
 */
export function searchForm(properties: Properties): Properties {
  const texts = SEARCHED.flatMap((name) => textsOf(properties[name], name === 'aliases'));
  return {
    searchText: lines(texts.map(textNeedle)),
    searchPinyin: lines(texts.map((text) => latinWords(text) + readings(foldText(text)))),
  };
}

/** What a text that is looked for is in `searchText`: a part of a line of it. */
export function textNeedle(text: string): string {
  return tripled(foldText(text));
}

/** The folded text of a line of `searchText`. */
export function textOfLine(line: string): string {
  return Array.from(line)
    .filter((_, index) => index % TIMES === 0)
    .join('');
}

/**
 * What a text that is looked for is in `searchPinyin`; undefined where it is no pinyin: other than Latin letters and
 * digits, a single letter, or longer than any that is looked for. Tones and apostrophes are left aside, ü is v.
 */
export function pinyinNeedle(text: string): string | undefined {
  const letters = foldText(text)
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\p{M}'’-]/gu, '');
  if (!/^(?=.*[a-z])[a-z0-9]{2,}$/.test(letters) || letters.length > LONGEST_PINYIN) return undefined;
  return `|${letters}`;
}

/**
 * What a text in Latin letters is in `searchPinyin`, where it begins a word; undefined where it has other characters,
 * no letter, or more than are looked for. Such a text is never looked for inside words: AI is no part of Shanghai.
 */
export function latinNeedle(text: string): string | undefined {
  const letters = latinLetters(foldText(text));
  const isLatin = !/[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}]/u.test(foldText(text)) && /[a-z]/.test(letters);
  return isLatin && letters.length <= LONGEST_PINYIN ? `/${letters}` : undefined;
}

/** The words of a text that is looked for, as they are separated by spaces. */
export function searchedWords(text: string): readonly string[] {
  return foldWords(text).split(' ').filter(isSearchable);
}

/** Whether there is anything to look for: a letter, a digit or a character. */
export function isSearchable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function textsOf(value: Value | undefined, list: boolean): readonly string[] {
  if (Array.isArray(value)) return value;
  if (list) return [];
  return [typeof value === 'string' ? value : ''];
}

/** Lines as one text that can be indexed: where they are too much together, one that no longer fits is left empty. */
function lines(texts: readonly string[]): string {
  let left = MOST_BYTES - texts.length;
  const kept = texts.map((text) => {
    const size = Buffer.byteLength(text);
    if (size > left) return '';
    left -= size;
    return text;
  });
  return kept.join('\n');
}

function tripled(folded: string): string {
  return Array.from(folded, (character) => character.repeat(TIMES)).join('');
}

/** The Latin words of a text, from each on to the next character that is not Latin. */
function latinWords(text: string): string {
  const runs = foldWords(text).split(/[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{S} ]+/u);
  return runs
    .map((run) =>
      run
        .split(/[^\p{L}\p{N}\p{M}]+/u)
        .map(latinLetters)
        .filter((word) => word !== ''),
    )
    .flatMap((words) => fromEachOn(words, '/').filter((_, at) => /[a-z]/.test(words.slice(at).join(''))))
    .join('');
}

/** Letters without accents, and digits. */
function latinLetters(folded: string): string {
  return folded.normalize('NFD').replace(/[^a-z0-9]/g, '');
}

/** The pinyin of a folded text from each syllable on, then its initials; nothing where no character has a reading. */
function readings(folded: string): string {
  const parts = pinyin(folded, { type: 'all', toneType: 'none', nonZh: 'consecutive', v: true });
  if (!parts.some((part) => part.isZh)) return '';
  const spelled = parts.flatMap((part) => {
    const letters = (part.isZh ? part.pinyin : part.origin).replace(/[^a-z0-9]/g, '');
    return letters === '' ? [] : [{ letters, initial: part.isZh ? letters.charAt(0) : letters }];
  });
  return [
    ...fromEachOn(
      spelled.map((each) => each.letters),
      '|',
    ),
    ...fromEachOn(
      spelled.map((each) => each.initial),
      '|',
    ),
  ].join('');
}

function fromEachOn(spellings: readonly string[], mark: string): readonly string[] {
  return spellings.slice(0, MOST_READINGS).map(
    (_, start) =>
      `${mark}${spellings
        .slice(start, start + LONGEST_PINYIN)
        .join('')
        .slice(0, LONGEST_PINYIN)}`,
  );
}
