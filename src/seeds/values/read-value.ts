/** A written text → the value of a property in its canonical form, or what is wrong with it. */

import type { Fault } from '../../diagnostics/diagnostic.ts';
import { didYouMean, quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { BOOLEAN, expected } from '../../diagnostics/phrases.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Value } from '../../model/dataset.ts';
import { firstDay, isFullDay, periodDays } from '../../model/day.ts';
import type { Limits, PropertyModel } from '../../model/model.ts';
import { MAX_TEXT } from '../written/limits.ts';
import { dateHint, periodHint } from './date-hints.ts';
import { nearDecimal, nearMoney } from './number-hints.ts';
import { readDecimal } from './read-decimal.ts';
import { amountOf, readMoney } from './read-money.ts';
import { faultOfLimits } from './within-limits.ts';

/** A value, or a fault. */
export type ReadValue = { readonly value: Value } | { readonly fault: Fault };

/** The most that a whole number can be in the API. */
export const MAX_INT = 2_147_483_647;
/** Controls and half characters that an escape can put into a text, and what turns its direction or hides in it. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u;

const NUMBER_ALONE: Text = {
  en: 'write the number alone: 43.9, 1200, 1.6万亿',
  zh: '请只填写数字：43.9、1200、1.6万亿',
};
const WRITE_AMOUNT: Text = {
  en: 'write 500万元, 3亿美元 or { amount: 5000000, currency: CNY }',
  zh: '请写 500万元、3亿美元 或 { amount: 5000000, currency: CNY }',
};
const COARSE_DATE: Text = {
  en: 'a date (YYYY, YYYY-MM or YYYY-MM-DD)',
  zh: '日期（YYYY、YYYY-MM 或 YYYY-MM-DD）',
};
const PERIOD: Text = {
  en: 'a period (2024, 2024-02, 2024-02-20, 2023-H1, 2023-Q3 or 2024-01/2024-09)',
  zh: '期间（2024、2024-02、2024-02-20、2023-H1、2023-Q3 或 2024-01/2024-09）',
};

/** One value of a property; of a list, one item. */
export function readValue(property: PropertyModel, text: string): ReadValue {
  const what = quote(property.name);
  switch (property.valueKind) {
    case 'boolean':
      if (text === 'true' || text === 'false') return { value: text === 'true' };
      return { fault: recordFaults.notA(what, text, BOOLEAN, 'true, false') };
    case 'int':
      return readInt(what, text, property.limits);
    case 'decimal': {
      const value = readDecimal(text);
      const fault = value && faultOfLimits(what, property.limits, value, text);
      if (fault) return { fault };
      if (value !== undefined) return { value };
      const near = nearDecimal(text);
      const hint = didYouMean(near) ?? NUMBER_ALONE;
      return { fault: recordFaults.badFormat(what, text, expected.number, hint) };
    }
    case 'money': {
      const value = readMoney(text);
      const fault = value && faultOfLimits(what, property.limits, amountOf(value), text);
      if (fault) return { fault };
      if (value !== undefined) return { value };
      const near = nearMoney(text);
      const hint = didYouMean(near) ?? WRITE_AMOUNT;
      return { fault: recordFaults.badFormat(what, text, expected.amount, hint) };
    }
    case 'date':
      return readDay(what, text, property.lastDay);
    case 'coarseDate': {
      if (firstDay(text) !== undefined) return { value: text };
      const hint = dateHint(text, (day) => firstDay(day) !== undefined, property.lastDay);
      return { fault: recordFaults.badFormat(what, text, COARSE_DATE, hint) };
    }
    case 'enum':
      if (property.values.includes(text)) return { value: text };
      return {
        fault: recordFaults.notInEnum(what, text, meantValue(property, text), property.values),
      };
    case 'period': {
      if (periodDays(text)) return { value: text };
      return { fault: recordFaults.badFormat(what, text, PERIOD, periodHint(text)) };
    }
    case 'json':
    case 'id':
    case 'text':
      return isUrl(property) ? readUrl(what, text) : readPlainText(what, text);
  }
}

/** A day of the calendar. */
export function readDay(what: string, text: string, lastDay = false): ReadValue {
  if (isFullDay(text)) return { value: text };
  const day: Text = { en: 'a day of the calendar (YYYY-MM-DD)', zh: '日期（YYYY-MM-DD）' };
  return { fault: recordFaults.badFormat(what, text, day, dateHint(text, isFullDay, lastDay)) };
}

/** The value of an enum that a text means: by what its declaration says of it, or by spelling. */
function meantValue({ values, valueTexts }: PropertyModel, text: string): string | undefined {
  const said = values.find((value) => {
    const words = valueTexts.get(value)?.split(/[.,，、()（）]/) ?? [];
    return words.some((word) => word.trim() === text.trim());
  });
  return said ?? nearest(text, values);
}

function readInt(what: string, text: string, limits: Limits | undefined): ReadValue {
  const decimal = readDecimal(text);
  if (decimal === undefined || decimal.includes('.'))
    return { fault: recordFaults.notA(what, text, expected.wholeNumber, '1200') };
  const value = Number(decimal);
  const bounds = { least: limits?.least ?? -MAX_INT, most: limits?.most ?? MAX_INT };
  const fault = faultOfLimits(what, bounds, decimal, text);
  return fault ? { fault } : { value };
}

/** A text as written; its outer white space is YAML's affair, never a value. */
export function readPlainText(what: string, written: string): ReadValue {
  const text = written.trim();
  const invisible = INVISIBLE.exec(text.replace(/[\t\n\r]/g, ' '));
  if (text === '') return { fault: recordFaults.emptyText(what) };
  if (invisible) return { fault: recordFaults.textInvisible(what, invisible[0]) };
  if (text.length > MAX_TEXT) return { fault: recordFaults.textTooLong(what, text.length, MAX_TEXT) };
  return { value: text };
}

/** Whether a text is the address of a page. */
export function isUrl({ format }: PropertyModel): boolean {
  return format === 'URL';
}

function readUrl(what: string, text: string): ReadValue {
  const url = !/\s/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  const hint = {
    en: 'write the whole address: https://www.example.cn/notice.html',
    zh: '请填写完整网址：https://www.example.cn/notice.html',
  };
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    return {
      fault: recordFaults.badFormat(
        what,
        text,
        { en: 'a web address with http or https', zh: '以 http 或 https 开头的网址' },
        hint,
      ),
    };
  }
  return readPlainText(what, text);
}
