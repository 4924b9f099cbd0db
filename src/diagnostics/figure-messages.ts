/** Messages to curators about numbers as printed. */

import type { Fault } from './diagnostic.ts';
import { didYouMean, error, fillIn, quote } from './fault.ts';
import { type Position, recordFaults } from './messages.ts';
import { en, type Part, zh } from './text.ts';

/** A word or a key, and what it means: `超过`, MORE_THAN. */
export interface Wording {
  readonly by: string;
  readonly says: Part;
}

export const figureFaults = {
  /** @param unit of a number that only its property counts; undefined where words may say how firm it is, too */
  format: (what: Part, text: string, near: string | undefined, unit?: string): Fault =>
    recordFaults.badFormat(
      what,
      text,
      { en: 'a number as printed', zh: '来源原样的数字' },
      didYouMean(near) ??
        (unit !== undefined
          ? {
              en: `write the number alone, or with its unit and words such as 超过, 至少, 约, 余, 以上: 超过1.6万${unit}`,
              zh: `请只写数字，或连同单位和 超过、至少、约、余、以上 等词：超过1.6万${unit}`,
            }
          : /\d/.test(text)
            ? {
                en: 'write the number, its unit, and words such as 超过, 至少, 约, 余, 以上, 力争, 预计: 超过1.6万亿元',
                zh: '请写数字、单位和 超过、至少、约、余、以上、力争、预计 等词：超过1.6万亿元',
              }
            : {
                en: 'write the number in digits; the words of the source go beside it, as `printed`',
                zh: '请用阿拉伯数字填写；来源的原文另填在 `printed`',
              }),
    ),
  /** @param printedKey where a record has one such number alone: the key that keeps the range as printed */
  range: (what: Part, lower: string, upper: string, printedKey?: string): Fault => {
    const [least, most] = [quote(`至少${lower}`), quote(`不超过${upper}`)];
    return error(
      'value/format',
      {
        en: `${en(what)} takes one number, and this is a range; only a target has two ends`,
        zh: `${zh(what)} 只能填一个数，而这是一个区间；只有目标才有上下限`,
      },
      printedKey === undefined
        ? { en: `write two: ${least} and ${most}`, zh: `请分成两项：${least} 和 ${most}` }
        : {
            en: `write one end, ${least} or ${most}, and the range as ${quote(`${printedKey}:`)}`,
            zh: `请写一端，${least} 或 ${most}，区间原文填在 ${quote(`${printedKey}:`)}`,
          },
    );
  },
  hedgeBeside: (part: string, what: string): Fault =>
    error(
      'figure/contradiction',
      {
        en: `${part} has no meaning beside several stated values of ${what}`,
        zh: `${what} 有多个所述值，${part} 无从对应`,
      },
      {
        en: 'write `bound` and `printed` in each of them',
        zh: '请在每个所述值中分别写 `bound` 和 `printed`',
      },
    ),
  noModality: (what: Part, word: Wording): Fault =>
    error(
      'value/format',
      {
        en: `${en(what)} keeps no modality, and ${quote(word.by)} means ${en(word.says)}`,
        zh: `${zh(what)} 不记录表述性质，而 ${quote(word.by)} 表示 ${zh(word.says)}`,
      },
      {
        en: 'write an observation about the record, which keeps it, or leave the word out where the record itself says that it is planned',
        zh: '请改写为该记录的一条观测值，以保留其性质；如记录本身已注明为规划，可去掉该词',
      },
    ),
  unit: (written: string, unit: string, whose: string, position: Position | undefined): Fault => {
    const at = position === undefined ? '' : ` (${position})`;
    return error(
      'figure/unit',
      {
        en: `${whose}${at} is counted in ${quote(unit)}, not in ${quote(written)}`,
        zh: `${whose}${at} 的单位是 ${quote(unit)}，而不是 ${quote(written)}`,
      },
      {
        en: '万 and 亿 belong to the number; where the unit differs, another one is counted',
        zh: '万、亿属于数字；单位不同，即为另一项指标',
      },
    );
  },
  unitMissing: (whose: string, text: string, unit: string): Fault => {
    const [plain, tenThousand, hundredMillion] = ['', '万', '亿'].map((each) =>
      quote(`${text}${each}${unit}`),
    );
    return error(
      'figure/unit',
      {
        en: `${whose} is money, and ${quote(text)} has no unit`,
        zh: `${whose} 是金额，而 ${quote(text)} 没有单位`,
      },
      {
        en: `write it as the source does: ${plain}, ${tenThousand} or ${hundredMillion}`,
        zh: `请按来源填写：${plain}、${tenThousand} 或 ${hundredMillion}`,
      },
    );
  },
  unitNoBase: (unit: string): Fault =>
    error(
      'figure/unit',
      { en: `${quote(unit)} is not a base unit`, zh: `${quote(unit)} 不是基本单位` },
      { en: '万 and 亿 belong to the numbers: write 元, 家, 人', zh: '万、亿属于数字：单位请写 元、家、人' },
    ),
  backwards: (lowerKey: string, lower: string, upperKey: string, upper: string): Fault =>
    error(
      'figure/contradiction',
      {
        en: `${quote(upperKey)} ${upper} is not more than ${quote(lowerKey)} ${lower}`,
        zh: `${quote(upperKey)} ${upper} 不大于 ${quote(lowerKey)} ${lower}`,
      },
      { en: 'write the lower end first', zh: '请把较小的一端写在前面' },
    ),
  contradiction: (one: Wording, other: Wording): Fault =>
    error('figure/contradiction', disagreement(one, other), {
      en: 'keep what the source says',
      zh: '请以来源为准，保留其一',
    }),
  twoWords: (key: string, one: Wording, other: Wording): Fault =>
    fillIn(
      key,
      error('figure/contradiction', disagreement(one, other), {
        en: `write which one is meant, as ${quote(`${key}:`)}`,
        zh: `请用 ${quote(`${key}:`)} 写明以哪个为准`,
      }),
    ),
} as const;

function disagreement(one: Wording, other: Wording) {
  return {
    en: `${quote(one.by)} says ${en(one.says)}, and ${quote(other.by)} says ${en(other.says)}`,
    zh: `${quote(one.by)} 表示 ${zh(one.says)}，而 ${quote(other.by)} 表示 ${zh(other.says)}`,
  };
}
