/** Messages to curators about criteria. */

import type { Fault } from './diagnostic.ts';
import { error, quote } from './fault.ts';
import { en, type Part, zh } from './text.ts';

export const criterionFaults = {
  empty: (what: Part, expected: Part): Fault =>
    error(
      'value/type',
      {
        en: `${en(what)} takes ${en(expected)}, not an empty list`,
        zh: `${zh(what)} 应为${zh(expected)}，而不是空列表`,
      },
      { en: 'write one, or leave the criterion out', zh: '请填写，或删去这项条件' },
    ),
  howMany: (operator: string, expected: Part, found: number): Fault =>
    error(
      'value/type',
      {
        en: `${quote(operator)} takes ${en(expected)}, not ${found}`,
        zh: `${quote(operator)} 应有${zh(expected)}，而不是 ${found} 个`,
      },
      operator === 'NOT_CHECKABLE'
        ? { en: 'paraphrase the clause: [中文, English]', zh: '请转述该条款：[中文, English]' }
        : { en: 'IN takes several', zh: '多个值请用 IN' },
    ),
  operator: (operator: string, attribute: string, fitting: readonly string[]): Fault =>
    error(
      'value/enum',
      {
        en: `${quote(operator)} cannot be used with ${quote(attribute)}`,
        zh: `${quote(attribute)} 不能使用运算符 ${quote(operator)}`,
      },
      {
        en: `${quote(attribute)} takes ${fitting.join(', ')}`,
        zh: `${quote(attribute)} 可用：${fitting.join('、')}`,
      },
    ),
  noUnit: (unit: string, attribute: string): Fault =>
    error(
      'figure/unit',
      {
        en: `${quote(attribute)} has no unit, but ${quote(unit)} is written here`,
        zh: `${quote(attribute)} 没有单位，而这里写了 ${quote(unit)}`,
      },
      { en: 'leave `unit` out', zh: '请去掉 `unit`' },
    ),
} as const;
