/** Words that hedge a figure or a place in a text: 力争, 超过, 约, 以上 at a figure, 部分 at a place (§1.3, §1.4). */

import { foldText } from '../../model/text/fold-text.ts';
import { type PrintedWord, readWordBehindUnit, readWordsUpTo } from '../../seeds/values/printed-words.ts';
import { type Figure, type FigureText, type FoundNumber, findFigure } from './figure-text.ts';

/** How a value is stated. */
export interface Hedge {
  /** A value of `Bound`, or of `Comparator`. */
  readonly bound: string;
  /** A value of `Modality`; undefined where the model has no property for one. */
  readonly modality: string | undefined;
}

const STATED = 'STATED';
const BETWEEN = 'BETWEEN';
/** The end of a sentence. A word at its beginning may govern it: 力争到2025年，产业规模达到1000亿元. */
const SENTENCE_END = /[。;!?\n]/u;
/** Words that govern more than the next number. 将, 拟 and 计划 are parts of too many other words. */
const GOVERNING: ReadonlyMap<string, string> = new Map([
  ['力争', 'AIMED_FOR'],
  ['争取', 'AIMED_FOR'],
  ['预计', 'ESTIMATED'],
]);
/** A year does not end the range of such a word. */
const YEAR = /\d{4}\s*年/gu;
/** A word between digits and their multiplier or unit: 3000多家. */
const MORE = /[余多几]/u;
/** Characters between a name and a word that is about it: 浦东新区的部分区域. */
const NEAR = 2;

/**
 * The word by which a text hedges a figure differently from the seed; undefined where one mention is as the seed states
 * it, or where there is no mention.
 */
export function hedgeOfFigure(
  text: FigureText,
  figure: Figure,
  heads: readonly string[],
  stated: Hedge,
): string | undefined {
  const words = findFigure(text, figure, heads).map((found) => beyond(wordsAround(found), stated));
  return words.every((word) => word !== undefined) ? words[0] : undefined;
}

/**
 * The word next to a name, where every mention of the name has one; undefined otherwise.
 * @param folded the text, folded
 */
export function wordBesideName(
  folded: string,
  names: readonly string[],
  words: readonly string[],
): string | undefined {
  const ways = names.map(foldText).flatMap((name) => placesOf(folded, name));
  const found = ways.map(({ start, end }) => {
    const [before, behind] = [folded.slice(0, start), folded.slice(end)];
    return words.find((word) => {
      const [reach, folds] = [word.length + NEAR, foldText(word)];
      return before.slice(-reach).includes(folds) || behind.slice(0, reach).includes(folds);
    });
  });
  return found.every((word) => word !== undefined) ? found[0] : undefined;
}

function placesOf(text: string, name: string): readonly { readonly start: number; readonly end: number }[] {
  const places = [];
  for (let at = text.indexOf(name); name !== '' && at >= 0; at = text.indexOf(name, at + 1)) {
    places.push({ start: at, end: at + name.length });
  }
  return places;
}

/** The first word that the stated value does not cover. Of two bounds in a text (约3000多家) one is enough. */
function beyond(words: readonly PrintedWord[], { bound, modality }: Hedge): string | undefined {
  const bounds = words.filter((word) => word.bound !== undefined);
  const isBounded = bound === BETWEEN || bounds.some((word) => word.bound === bound);
  if (bounds[0] && !isBounded) return bounds[0].word;
  if (modality !== STATED) return undefined;
  return words.find((word) => word.modality !== undefined && word.modality !== STATED)?.word;
}

/** The words around a number, the nearest first. */
function wordsAround({ before, multiplier, after }: FoundNumber): readonly PrintedWord[] {
  const more = MORE.exec(multiplier)?.[0];
  const behind = readWordBehindUnit(after);
  const adjacent = [...readWordsUpTo(before)].reverse();
  return [
    ...(more === undefined ? [] : [{ word: more, bound: 'MORE_THAN' }]),
    ...(behind ? [behind] : []),
    ...adjacent,
    ...governing(before),
  ];
}

/** The word earlier in the sentence that governs a number, where no other figure is between them. */
function governing(before: string): readonly PrintedWord[] {
  const sentence = before.split(SENTENCE_END).at(-1)?.replace(YEAR, '') ?? '';
  return [...GOVERNING].flatMap(([word, modality]) => {
    const at = sentence.lastIndexOf(word);
    return at < 0 || /\d/.test(sentence.slice(at)) ? [] : [{ word, modality }];
  });
}
