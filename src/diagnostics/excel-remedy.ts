/** What Excel has made of a value, and how to fix it. */

import type { Text } from './text.ts';

/** As Excel writes a number that is too long for its cell. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E[+-]\d+$/;
const FORMULA_FAILED = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|#+)$/;

/** How to fix a text that Excel shows in place of a value; undefined for any other text. */
export function excelRemedy(text: string): Text | undefined {
  if (SHORTENED.test(text)) {
    return {
      en: 'Excel has shortened it: format the column as text (文本) and type the number again, its digits are lost',
      zh: 'Excel 已将其截短，部分数字丢失：请把该列设为“文本”格式，重新录入',
    };
  }
  return FORMULA_FAILED.test(text)
    ? {
        en: 'a formula of Excel has failed here: write the value itself',
        zh: '此处的 Excel 公式出错：请直接填写值',
      }
    : undefined;
}
