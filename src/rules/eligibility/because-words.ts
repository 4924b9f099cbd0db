/** Why a criterion is met or not, in words that name the fact used (§8.11), and how far from it a number is (§8.14). */

import type { Language } from '../../model/language.ts';
import { sixDecimals } from '../figures/exact-number.ts';
import { amountWords, foundWords, joined, type Terms } from './found-words.ts';
import type { ConditionVerdict, CriterionVerdict, Doubt } from './verdict.ts';

/** Why a condition is open, about an attribute. */
const DOUBTS: Readonly<Record<Language, Readonly<Record<Doubt, (attribute: string) => string>>>> = {
  ZH: {
    NOT_ON_RECORD: (attribute) => `未查到${attribute}`,
    TOO_WIDE: () => '记录过于宽泛，不能判定',
    BOUNDS_OPEN: () => '原文数字有限定，不能判定',
    TOO_OLD: () => '最近的完整年度早于三年前，不能判定',
    YEARS_MISSING: () => '缺少所需年度的数据',
    NOT_NAMED: (attribute) => `政策未写明${attribute}`,
    OTHER_MEASURE: () => '另一措施的条件尚不明确',
  },
  EN: {
    NOT_ON_RECORD: (attribute) => `not on record: ${attribute}`,
    TOO_WIDE: () => 'too wide to decide',
    BOUNDS_OPEN: () => 'the figure is bounded in a way that does not decide',
    TOO_OLD: () => 'the newest whole year is more than three years ago',
    YEARS_MISSING: () => 'a year that is needed is not on record',
    NOT_NAMED: (attribute) => `the policy does not name: ${attribute}`,
    OTHER_MEASURE: () => 'the criteria of the other measure are open',
  },
};

/** The reason for the verdict on a criterion: one part for each condition of the alternative that is shown. */
export function becauseWords({ conditions }: CriterionVerdict, terms: Terms): string {
  return joined([...new Set(conditions.map((each) => conditionWords(each, terms)))], terms.lang);
}

function conditionWords(verdict: ConditionVerdict, terms: Terms): string {
  const { lang } = terms;
  const { attribute, of, operator, values } = verdict.condition;
  if (operator === 'NOT_CHECKABLE') {
    const clause = values[lang === 'ZH' ? 0 : 1] ?? '';
    return lang === 'ZH' ? `须人工判断：${clause}` : `for people to judge: ${clause}`;
  }
  const label = `${terms.attribute(attribute)}${of === undefined ? '' : lang === 'ZH' ? `（${of}）` : ` (${of})`}`;
  const found = foundWords(verdict, terms);
  const doubt = verdict.doubt && DOUBTS[lang][verdict.doubt](label);
  const comma = lang === 'ZH' ? '，' : ', ';
  const parts = [found, verdict.verdict === 'UNKNOWN' ? doubt : distanceWords(verdict, lang)];
  const words = parts.filter((each) => each !== undefined && each !== '');
  if (words.length > 0) return words.join(comma);
  if (attribute === 'LISTED') return lang === 'ZH' ? '未上市' : 'not listed';
  if (lang === 'ZH') return `无${label}`;
  return `none: ${label}`;
}

/** How far a number is from the nearest that would do: 差0.4个百分点. */
function distanceWords({ condition, distance }: ConditionVerdict, lang: Language): string | undefined {
  if (!distance) return undefined;
  const { operator, unit } = condition;
  const amount = sixDecimals(distance);
  const words = unit === '%' ? pointsWords(amount, lang) : amountWords(amount, unit, lang);
  const isOver = operator === 'LTE' || operator === 'LT';
  if (lang === 'ZH') return `${isOver ? '超出' : '差'}${words}`;
  return `${words} ${isOver ? 'over' : 'short'}`;
}

function pointsWords(amount: string, lang: Language): string {
  if (lang === 'ZH') return `${amount}个百分点`;
  return `${amount} percentage ${amount === '1' ? 'point' : 'points'}`;
}
