/** Dates and periods as people write them: 2025年6月, June 2025. */

import type { Language } from '../language.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const QUARTERS = ['一', '二', '三', '四'] as const;

/** A coarse date or a period in words; any other text as it is. */
export function dateWords(text: string, language: Language): string {
  const [, year, kind, part] = /^(\d{4})-([HQ])([1-4])$/.exec(text) ?? [];
  if (year !== undefined) {
    if (language === 'EN') return `${kind}${part} ${year}`;
    if (kind === 'H') return `${year}年${part === '1' ? '上' : '下'}半年`;
    return `${year}年第${QUARTERS[Number(part) - 1]}季度`;
  }
  const [from = '', to] = text.split('/');
  if (to === undefined) return dayWords(from, language);
  if (language === 'EN') return `${dayWords(from, 'EN')} to ${dayWords(to, 'EN')}`;
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `${dayWords(from, 'ZH')}至${dayWords(to, 'ZH').slice(isOneYear ? 5 : 0)}`;
}

function dayWords(text: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return text;
  if (language === 'ZH') {
    const [m, d] = [month && `${Number(month)}月`, day && `${Number(day)}日`];
    return `${year}年${m ?? ''}${d ?? ''}`;
  }
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}
