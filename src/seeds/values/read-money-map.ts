/** Money as a map: { amount, currency }, with `bound` and `printed` where it is hedged. */

import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { expected } from '../../diagnostics/phrases.ts';
import { checkKeys } from '../written/check-keys.ts';
import { type Report, reportForm } from '../written/report.ts';
import { entryOf, type Span, type WrittenMap } from '../written/written.ts';
import type { FigureKeys } from './figure-keys.ts';
import { inCurrency } from './read-number.ts';
import { type Printed, readPrinted } from './read-printed.ts';

const AMOUNT = 'amount';
const CURRENCY = 'currency';
/** How the map says that an amount is bounded, and how it is printed. */
export const MONEY_BOUND = 'bound';
export const MONEY_PRINTED = 'printed';
const KEYS = [AMOUNT, CURRENCY, MONEY_BOUND, MONEY_PRINTED];

/** The amount with its words, and the text of it; undefined where a fault was reported. */
export function readMoneyMap(
  report: Report,
  keys: FigureKeys,
  map: WrittenMap,
): { readonly value: Printed; readonly text: string; readonly span: Span } | undefined {
  const what = quote(keys.what);
  checkKeys(KEYS, what, map, report);
  const [amount, currency] = [AMOUNT, CURRENCY].map((key) => {
    const written = entryOf(map, key)?.value;
    if (!written) report(map.span, recordFaults.keyMissing(key, what));
    else if (written.form === 'text') return written;
    else reportForm(report, written, quote(key), expected.text);
    return undefined;
  });
  if (!amount || !currency) return undefined;
  const printed = readPrinted(amount.text, undefined);
  if (!printed || printed.units.length > 0) {
    report(amount.span, recordFaults.badFormat('`amount`', amount.text, expected.number));
    return undefined;
  }
  const value = inCurrency(printed, currency.text);
  if (value) return { value, text: amount.text, span: amount.span };
  const hint = { en: 'write an ISO 4217 code: CNY, USD', zh: '请填写 ISO 4217 代码：CNY、USD' };
  report(
    currency.span,
    recordFaults.badFormat('`currency`', currency.text, { en: 'a currency', zh: '币种' }, hint),
  );
  return undefined;
}
