/** Why two indicators of one quantity are not compared, in words (§9.8). */

import type { Language } from '../../model/language.ts';
import type { IndicatorName } from './progress-facts.ts';

/** The sentence, with both indicators named. */
export function refusalOf(own: IndicatorName, instead: IndicatorName, lang: Language): string {
  return lang === 'EN'
    ? `The target counts "${own.nameEn ?? own.name}", but only "${instead.nameEn ?? instead.name}" was observed: under another definition, so that the two cannot be compared.`
    : `目标的指标是“${own.name}”，而现有数据的指标是“${instead.name}”：口径不同，不可比。`;
}
