/** What a loosely written number or amount means: the "did you mean" of numbers. */

import { readDecimal } from './read-decimal.ts';
import { readMoney } from './read-money.ts';

/** What people write for a currency before or behind an amount, and its name. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:RMB|CNY|[¥￥])\s*/i, '元'],
  [/^(?:US)?\$\s*/i, '美元'],
  [/\s*(?:RMB|块|元整)$/i, '元'],
  [/\s*美金$/, '美元'],
  [/$/, '元'],
];

/** The number in another width, with a leading zero, or without its percent sign: ４３.9％ → 43.9. */
export function nearDecimal(text: string): string | undefined {
  const folded = foldedOf(text)
    .replace(/%$/, '')
    .replace(/^(-?)\./, '$10.');
  return readDecimal(folded) === undefined ? undefined : folded;
}

/** The amount with its currency as it is written: ¥500万 and 500万 → 500万元. */
export function nearMoney(text: string): string | undefined {
  const folded = foldedOf(text);
  for (const [sign, name] of SIGNS) {
    if (!sign.test(folded)) continue;
    const money = `${folded.replace(sign, '')}${name}`;
    if (readMoney(money) !== undefined) return money;
  }
  return undefined;
}

/** Digits in groups of three, parted by anything but commas. */
const GROUPED = /(?<![\d.])\d{1,3}(?:[\s_]\d{3})+(?!\d)/g;

/** A text in narrow digits and marks, as the number of a source is copied: １ ０００ → 1000. */
export function foldedOf(text: string): string {
  return text
    .trim()
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(GROUPED, (digits) => digits.replace(/[\s_]/g, ''));
}
