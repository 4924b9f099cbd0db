/** The facts that a verdict rests on, in words: 2024年营业收入为4.6亿元. */

import type { Language } from '../../model/language.ts';
import { amountInChinese, amountInEnglish, type Condition } from '../../model/words/criterion-sentence.ts';
import { dateWords } from '../../model/words/date-words.ts';
import { sixDecimals } from '../figures/exact-number.ts';
import type { FigureFact, PlaceFact } from './applicant.ts';
import type { ConditionVerdict, UsedFact, Verdict } from './verdict.ts';

/** What records, attributes and values are called in a language. */
export interface Terms {
  readonly lang: Language;
  readonly record: (id: string) => string;
  readonly attribute: (name: string) => string;
  readonly role: (role: string) => string;
  readonly size: (size: string) => string;
}

/** What the figures of a bound are introduced by. */
const BOUNDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ZH: { ABOUT: '约', MORE_THAN: '超过', AT_LEAST: '不低于', LESS_THAN: '不足', AT_MOST: '不超过' },
  EN: {
    ABOUT: 'about ',
    MORE_THAN: 'more than ',
    AT_LEAST: 'at least ',
    LESS_THAN: 'less than ',
    AT_MOST: 'at most ',
  },
};

const VERDICTS: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  ZH: { MET: '符合', NOT_MET: '不符合', UNKNOWN: '尚不明确', NOT_CHECKABLE: '须人工判断' },
  EN: { MET: 'met', NOT_MET: 'not met', UNKNOWN: 'open', NOT_CHECKABLE: 'for people to judge' },
};

/** A list in words. */
export function joined(parts: readonly string[], lang: Language): string {
  return parts.join(lang === 'ZH' ? '；' : '; ');
}

/** The facts that a condition's verdict rests on; undefined where there is none. */
export function foundWords(
  { used, measures, condition, total }: ConditionVerdict,
  terms: Terms,
): string | undefined {
  const { lang } = terms;
  const facts = used.map((each) => factWords(each, condition, terms));
  if (total && used.length > 1) facts.push(totalWords(condition, sixDecimals(total), lang));
  for (const { id, verdict } of measures ?? []) {
    const said = VERDICTS[lang][verdict];
    facts.push(
      lang === 'ZH' ? `“${terms.record(id)}”的条件：${said}` : `criteria of “${terms.record(id)}”: ${said}`,
    );
  }
  return facts.length === 0 ? undefined : joined(facts, lang);
}

function factWords(used: UsedFact, condition: Condition, terms: Terms): string {
  const zh = terms.lang === 'ZH';
  switch (used.kind) {
    case 'industry': {
      const name = terms.record(used.fact.id);
      return (zh ? `从事${name}` : `operates in ${name}`) + withinWords(used.in, terms);
    }
    case 'cluster': {
      const name = terms.record(used.fact.id);
      return zh ? `属于${name}` : `belongs to ${name}`;
    }
    case 'place':
      return placeWords(used.fact, terms) + withinWords(used.in, terms);
    case 'title': {
      const { title, fromDay, toDay } = used.fact;
      return (zh ? `获评${title}` : `holds the title ${title}`) + spanWords(fromDay, toDay, terms.lang);
    }
    case 'listing': {
      const { exchange, fromDay, toDay } = used.fact;
      const where =
        exchange === undefined
          ? zh
            ? '已上市'
            : 'listed'
          : zh
            ? `在${exchange}上市`
            : `listed on ${exchange}`;
      return where + spanWords(fromDay, toDay, terms.lang);
    }
    case 'founded': {
      const date = dateWords(used.fact.value, terms.lang);
      return zh ? `成立于${date}` : `founded ${date}`;
    }
    case 'size': {
      const size = terms.size(used.fact.value);
      return zh ? `${terms.attribute('SME_SIZE')}为${size}` : `${terms.attribute('SME_SIZE')} is ${size}`;
    }
    case 'figure':
      return figureWords(used.fact, used.year, condition, terms);
  }
}

function placeWords({ id, role }: PlaceFact, terms: Terms): string {
  const name = terms.record(id);
  if (role === undefined) return terms.lang === 'ZH' ? `位于${name}` : `located in ${name}`;
  return terms.lang === 'ZH' ? `${terms.role(role)}位于${name}` : `${terms.role(role)} in ${name}`;
}

/** The record that a place or industry was found to be in. */
function withinWords(id: string | undefined, terms: Terms): string {
  if (id === undefined) return '';
  return terms.lang === 'ZH' ? `，属于${terms.record(id)}` : `, which is in ${terms.record(id)}`;
}

function spanWords(fromDay: number, toDay: number, lang: Language): string {
  const [from, to] = [dayWords(fromDay, lang), dayWords(toDay, lang)];
  if (from === undefined && to === undefined) return '';
  if (lang === 'ZH')
    return `（${from === undefined ? '' : `${from}起`}${to === undefined ? '' : `至${to}`}）`;
  return ` (${[from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ')})`;
}

/** A day in words; undefined where it is an open end. */
function dayWords(day: number, lang: Language): string | undefined {
  const text = String(day).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return text.length === 10 && day < 99_990_000 ? dateWords(text, lang) : undefined;
}

function figureWords({ value, bound }: FigureFact, year: number, condition: Condition, terms: Terms): string {
  const { lang } = terms;
  const { attribute, of, unit } = condition;
  const amount = `${BOUNDS[lang][bound] ?? ''}${amountWords(value, unit, lang)}`;
  const label = `${terms.attribute(attribute)}${of === undefined ? '' : lang === 'ZH' ? `（${of}）` : ` (${of})`}`;
  return lang === 'ZH' ? `${year}年${label}为${amount}` : `${label} of ${amount} in ${year}`;
}

function totalWords({ basis }: Condition, total: string, lang: Language): string {
  const isSum = basis?.startsWith('SUM') === true;
  if (lang === 'ZH') return `${isSum ? '合计' : '平均'}${total}`;
  return `${isSum ? 'in sum' : 'on average'} ${total}`;
}

/** An amount with its unit. */
export function amountWords(value: string, unit: string | undefined, lang: Language): string {
  return lang === 'ZH' ? `${amountInChinese(value, unit)}${unit ?? ''}` : amountInEnglish(value, unit);
}
