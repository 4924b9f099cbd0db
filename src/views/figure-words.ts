/** Numbers as people read them: large sums of money with 万 or 亿, million or billion, exactly. */

import type { Language } from '../model/language.ts';
import { amountInChinese, amountInEnglish, shiftedLeft } from '../model/words/criterion-sentence.ts';

/** The large numbers of English, by their zeros. */
const LARGE = [
  [9, 'billion'],
  [6, 'million'],
] as const;

/** A number with its unit. */
export function amountWords(value: string, unit: string, language: Language): string {
  if (language === 'ZH') return `${amountInChinese(value, unit)}${unit}`;
  const digits = value.replace('-', '').split('.')[0]?.length ?? 0;
  const large = unit === '元' ? LARGE.find(([zeros]) => digits > zeros) : undefined;
  if (!large) return amountInEnglish(value, unit);
  const [zeros, word] = large;
  return `${amountInEnglish(shiftedLeft(value, zeros), unit)} ${word}`;
}
