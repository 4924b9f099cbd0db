/** How well Latin letters fit a Chinese name as its pinyin, in full or by initials. */

import { foldText } from '../../model/text/fold-text.ts';
import { readingsOf } from '../../model/text/reading.ts';
import { pinyinNeedle } from '../../model/text/search-form.ts';
import type { Judgement } from './judgement.ts';
import { lettersOf } from './plain-text.ts';

/** Letters of the shortest beginning that says anything. */
const SHORTEST_BEGINNING = 6;

/** The letters of a text that can be pinyin; undefined where it can be none. */
export function pinyinLetters(text: string): string | undefined {
  return pinyinNeedle(text)?.slice(1);
}

/** How well letters spell a text; undefined where they do not. */
export function judgePinyin(letters: string, text: string): Pick<Judgement, 'how' | 'score'> | undefined {
  const readings = readingsOf(lettersOf(foldText(text)));
  if (!/\p{sc=Han}/u.test(text)) return undefined;
  const full = readings.join('');
  if (letters === full) return { how: 'PINYIN', score: 0.86 };
  const initials = readings.map((each) => (/^[a-z]+$/.test(each) ? each.charAt(0) : each)).join('');
  if (letters === initials) return { how: 'INITIALS', score: letters.length > 3 ? 0.82 : 0.6 };
  if (!full.startsWith(letters) || letters.length < SHORTEST_BEGINNING) return undefined;
  return { how: 'PINYIN_BEGINS', score: 0.5 + (0.25 * letters.length) / full.length };
}
