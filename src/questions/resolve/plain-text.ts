/** Names reduced to what tells them apart: letters, digits and characters. */

import { foldText } from '../../model/fold-text.ts';

const NUMERALS = '一二三四五六七八九';

/** A text folded word by word: single spaces stay, so that English words are still words. */
export function foldWords(text: string): string {
  return text.trim().split(/\s+/u).map(foldText).join(' ');
}

/** A folded text without marks and spaces, its Chinese numerals as digits: “十四五”三年 → 十453年. */
export function plainText(folded: string): string {
  return lettersOf(folded).replace(/[一二三四五六七八九]/gu, (numeral) => `${NUMERALS.indexOf(numeral) + 1}`);
}

/** A folded text without marks and spaces. */
export function lettersOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

/** How many characters a text has. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
