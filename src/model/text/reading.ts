/** How Chinese characters are read, to tell a slip of the keyboard from another word. */

import { pinyin } from 'pinyin-pro';

/** The reading of each character, without tones; a character that has none stands for itself. */
export function readingsOf(text: string): readonly string[] {
  return pinyin(text, { type: 'array', toneType: 'none', nonZh: 'spaced', v: true });
}
