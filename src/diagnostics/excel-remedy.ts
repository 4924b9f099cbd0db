/** What Excel has made of a value, and how to fix it. */

/** As Excel writes a number that is too long for its cell. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E[+-]\d+$/;
const FORMULA_FAILED = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|#+)$/;

/** How to fix a text that Excel shows in place of a value; undefined for any other text. */
export function excelRemedy(text: string): string | undefined {
  if (SHORTENED.test(text)) {
    return 'Excel has shortened it: format the column as text (文本) and type the number again, its digits are lost';
  }
  return FORMULA_FAILED.test(text) ? 'a formula of Excel has failed here: write the value itself' : undefined;
}
