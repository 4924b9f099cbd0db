/** What to find out next, in words (§20.6). */

import type { Language } from '../../model/language.ts';
import type { WorkItem } from '../../rules/worklist/work-item.ts';

/** What a sentence names. */
export interface WorkNames {
  readonly about: string;
  /** Of an empty cell. */
  readonly place: string;
  /** Of a criterion: itself in words. */
  readonly criterion: string;
}

/** The sentence about an item. */
export function worklistSentence(
  { kind, weight, firms, facts }: WorkItem,
  { about, place, criterion }: WorkNames,
  lang: Language,
): string {
  const isChinese = lang === 'ZH';
  switch (kind) {
    case 'EMPTY_CELL':
      return isChinese
        ? `尚未核查${place}有无支持${about}的政策；若有，新增${weight}项支持关系`
        : `Nobody has looked for a policy that supports ${about} in ${place}; one would add ${counted(weight, 'answer')}`;
    case 'MISSING_START':
      return isChinese
        ? `${about}的起始日期不详；若已施行，新增${weight}项支持关系`
        : `The start of ${about} is not known; if it has begun, it adds ${counted(weight, 'answer')}`;
    case 'CRITERION_WITHOUT_FACTS': {
      const count = firms?.length ?? 0;
      return isChinese
        ? `${about}的条件“${criterion}”：所涉${count}家企业均无资料可判定，关系到${weight}项判定`
        : `“${criterion}” of ${about}: nothing on record decides it for ${counted(count, 'firm')}, and ${depend(weight, 'verdict')} on it`;
    }
    default: {
      const count = facts?.length ?? 0;
      return isChinese
        ? `${about}有${count}项事实仅见于单一新闻来源；若不属实，${weight}项支持关系随之改变`
        : `One news report alone backs ${counted(count, 'fact')} about ${about}, and ${depend(weight, 'answer')} on that`;
    }
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function depend(count: number, what: string): string {
  return `${counted(count, what)} depend${count === 1 ? 's' : ''}`;
}
