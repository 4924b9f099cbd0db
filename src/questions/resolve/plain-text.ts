/** Names reduced to what distinguishes them: letters, digits and characters. */

const NUMERALS = '一二三四五六七八九';

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
