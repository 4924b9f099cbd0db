/** Amounts of money as people write them: 500万元, 3亿美元, 5000000 CNY. */

import { readLeadingDecimal } from './read-decimal.ts';

/** What currencies are called in notices. */
const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map([
  ['元', 'CNY'],
  ['人民币', 'CNY'],
  ['元人民币', 'CNY'],
  ['人民币元', 'CNY'],
  ['美元', 'USD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['英镑', 'GBP'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['澳门元', 'MOP'],
  ['新台币', 'TWD'],
  ['韩元', 'KRW'],
  ['新加坡元', 'SGD'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['瑞士法郎', 'CHF'],
]);

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * Money in canonical form, "5000000 CNY": an exact amount in whole units and an ISO 4217 code.
 * @returns undefined where the text has no amount or no known currency
 */
export function readMoney(text: string): string | undefined {
  const leading = readLeadingDecimal(text);
  return leading && moneyOf(leading.decimal, leading.rest);
}

/** Money from an amount in canonical form and a currency, by code or by name. */
export function moneyOf(amount: string, currency: string): string | undefined {
  const code = CURRENCY_NAMES.get(currency) ?? (CURRENCIES.has(currency) ? currency : undefined);
  return code && `${amount} ${code}`;
}

/** The amount of money in canonical form. */
export function amountOf(money: string): string {
  return money.slice(0, money.indexOf(' '));
}
