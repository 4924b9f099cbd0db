/** What is said to a curator of numbers as printed. */

import type { Fault } from './diagnostic.ts';
import { error, fillIn, type Place, quote, recordFaults } from './messages.ts';

/** What a word or a key says, and where it says so: `超过`, MORE_THAN. */
export interface Voice {
  readonly by: string;
  readonly says: string;
}

export const figureFaults = {
  /** @param unit of a number that only its property counts; undefined where words may say how firm it is, too */
  format: (what: string, text: string, near: string | undefined, unit?: string): Fault =>
    recordFaults.badFormat(
      what,
      text,
      'a number as printed',
      near !== undefined
        ? `did you mean ${quote(near)}?`
        : unit !== undefined
          ? `write the number alone, or with its unit and words such as 超过, 至少, 约, 余, 以上: 超过1.6万${unit}`
          : /\d/.test(text)
            ? 'write the number, its unit, and words such as 超过, 至少, 约, 余, 以上, 力争, 预计: 超过1.6万亿元'
            : 'write the number in digits; the words of the source go beside it, as `printed`',
    ),
  /** @param printedKey where a record has one such number alone: the key that keeps the range as printed */
  range: (what: string, lower: string, upper: string, printedKey?: string): Fault =>
    error(
      'value/format',
      `${what} takes one number, and this is a range; only a target has two ends`,
      printedKey === undefined
        ? `write two: ${quote(`至少${lower}`)} and ${quote(`不超过${upper}`)}`
        : `write one end, ${quote(`至少${lower}`)} or ${quote(`不超过${upper}`)}, and the range as ${quote(`${printedKey}:`)}`,
    ),
  hedgeBeside: (part: string, what: string): Fault =>
    error(
      'figure/contradiction',
      `${part} says nothing beside several stated values of ${what}`,
      'write `bound` and `printed` in each of them',
    ),
  noModality: (what: string, word: Voice): Fault =>
    error(
      'value/format',
      `${what} keeps no modality, and ${quote(word.by)} says ${word.says}`,
      'write an observation about the record, which keeps it, or leave the word out where the record itself says that it is planned',
    ),
  unit: (written: string, unit: string, whose: string, place: Place | undefined): Fault =>
    error(
      'figure/unit',
      `${whose}${place === undefined ? '' : ` (${place})`} is counted in ${quote(unit)}, not in ${quote(written)}`,
      '万 and 亿 belong to the number; where the unit differs, another one is counted',
    ),
  unitMissing: (whose: string, text: string, unit: string): Fault =>
    error(
      'figure/unit',
      `${whose} is money, and ${quote(text)} has no unit`,
      `write it as the source does: ${quote(`${text}${unit}`)}, ${quote(`${text}万${unit}`)} or ${quote(`${text}亿${unit}`)}`,
    ),
  unitNoBase: (unit: string): Fault =>
    error(
      'figure/unit',
      `${quote(unit)} is not a base unit`,
      '万 and 亿 belong to the numbers: write 元, 家, 人',
    ),
  backwards: (lowerKey: string, lower: string, upperKey: string, upper: string): Fault =>
    error(
      'figure/contradiction',
      `${quote(upperKey)} ${upper} is not more than ${quote(lowerKey)} ${lower}`,
      'write the lower end first',
    ),
  contradiction: (a: Voice, b: Voice): Fault =>
    error(
      'figure/contradiction',
      `${quote(a.by)} says ${a.says}, and ${quote(b.by)} says ${b.says}`,
      'keep what the source says',
    ),
  twoWords: (key: string, a: Voice, b: Voice): Fault =>
    fillIn(
      key,
      error(
        'figure/contradiction',
        `${quote(a.by)} says ${a.says}, and ${quote(b.by)} says ${b.says}`,
        `say which one is meant, as ${quote(`${key}:`)}`,
      ),
    ),
} as const;
