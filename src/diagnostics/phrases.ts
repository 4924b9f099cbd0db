/** Phrases that several messages have in common: what a value should be, and what it is part of. */

import type { Text } from './text.ts';

/** What a value should be. */
export const expected = {
  text: { en: 'a text', zh: '文本' },
  texts: { en: 'texts', zh: '文本' },
  ids: { en: 'ids as texts', zh: 'id 文本' },
  list: { en: 'a list', zh: '列表' },
  map: { en: 'a map', zh: '键值表' },
  maps: { en: 'maps', zh: '键值表' },
  records: { en: 'a list of records', zh: '记录列表' },
  value: { en: 'a value', zh: '一个值' },
  wholeNumber: { en: 'whole number', zh: '整数' },
  number: { en: 'a number', zh: '数字' },
  amount: { en: 'an amount with its currency', zh: '带币种的金额' },
} as const satisfies Readonly<Record<string, Text>>;

const FORMS = { text: '文本', list: '列表', map: '键值表' } as const;

/** A form in which something is written. */
export function form(name: keyof typeof FORMS): Text {
  return { en: `a ${name}`, zh: FORMS[name] };
}

/** A record, or an item that a record owns, whose id is not known. */
export function thisOne(type: string): Text {
  return { en: `this ${type}`, zh: `这条 ${type}` };
}

/** What a yes or no should be. */
export const BOOLEAN: Text = { en: 'boolean', zh: '布尔值' };

export const THIS_ASSERTION: Text = { en: 'this assertion', zh: '这条断言' };
export const THIS_CONDITION: Text = { en: 'this condition', zh: '这项条件' };
