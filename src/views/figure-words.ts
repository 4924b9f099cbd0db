/** Numbers as people read them: 元 with 万 or 亿 where they are large, exactly. */

import type { Language } from '../model/language.ts';
import { amountInChinese, amountInEnglish } from '../model/words/criterion-sentence.ts';

/** A number with its unit. */
export function amountWords(value: string, unit: string, language: Language): string {
  return language === 'ZH' ? `${amountInChinese(value, unit)}${unit}` : amountInEnglish(value, unit);
}
