/** The readings of Chinese characters, to distinguish a typing error from another word. */

import { pinyin } from 'pinyin-pro';

/** The reading of each character, without tones; a character without one is its own reading. */
export function readingsOf(text: string): readonly string[] {
  return pinyin(text, { type: 'array', toneType: 'none', nonZh: 'spaced', v: true });
}
