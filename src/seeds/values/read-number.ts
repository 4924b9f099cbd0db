/** A number as printed, read for the property that takes it: in its unit, whole where it counts, money in its currency. */

import type { Fault } from '../../diagnostics/diagnostic.ts';
import { didYouMean, quote } from '../../diagnostics/fault.ts';
import { figureFaults } from '../../diagnostics/figure-messages.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { expected } from '../../diagnostics/phrases.ts';
import type { Value } from '../../model/dataset.ts';
import type { Limits, PropertyModel } from '../../model/model.ts';
import type { Report } from '../written/report.ts';
import type { Span } from '../written/written.ts';
import { foldedOf, nearMoney } from './number-hints.ts';
import { amountOf, moneyOf } from './read-money.ts';
import { isSameUnit, type Printed, readPrinted } from './read-printed.ts';
import { MAX_INT, readPlainText } from './read-value.ts';
import { faultOfLimits } from './within-limits.ts';

/** What numbers are counted in, and whose unit that is. */
export interface Counted {
  readonly unit: string;
  readonly whose: string;
  /** Where that is written; undefined where the model declares it. */
  readonly place: string | undefined;
  /** Whether a number without a unit behind it may be one of another size. */
  readonly mustBeWritten: boolean;
}

/** What the numbers of a key can be. */
export interface Numbers {
  readonly property: PropertyModel;
  readonly counted: Counted | undefined;
  /** What they are held against, and what that is called. */
  readonly limits: Limits | undefined;
  readonly limited: string;
}

/** The number of a text with the words around it; undefined where a fault was reported. Money is "5000000 CNY". */
export function readNumber(
  numbers: Numbers,
  what: string,
  text: string,
  span: Span,
  report: Report,
): Printed | undefined {
  const { property, counted } = numbers;
  const plain = readPlainText(quote(what), text);
  if ('fault' in plain) return reported(report, span, plain.fault);
  if (property.valueKind === 'money') {
    const money = readMoneyPrinted(text);
    return money ?? reported(report, span, moneyFormat(what, text));
  }
  const printed = readPrinted(text, counted?.unit);
  const near = printed ? undefined : foldedOf(text);
  const known = near !== undefined && near !== text && readPrinted(near, counted?.unit) !== undefined;
  if (!printed) {
    const fault = figureFaults.format(quote(what), text, known ? near : undefined, property.unit);
    return reported(report, span, fault);
  }
  const strange = counted && printed.units.find((unit) => !isSameUnit(unit, counted.unit));
  if (counted && strange !== undefined) {
    report(span, figureFaults.unit(strange, counted.unit, counted.whose, counted.place));
  }
  if (property.valueKind === 'int' && printed.value.includes('.'))
    return reported(report, span, recordFaults.notA(quote(what), text, expected.wholeNumber, '1200'));
  return printed;
}

/** Whether the unit is no must, or one of the texts has it, or 万 or 亿, which say as much. */
export function saysUnit({ counted }: Numbers, texts: readonly string[]): boolean {
  if (!counted?.mustBeWritten) return true;
  return texts.some(
    (text) => /[万亿]/u.test(text) || (readPrinted(text, counted.unit)?.units.length ?? 0) > 0,
  );
}

/** Reports a number that cannot be. */
export function checkNumber(
  { property, limits, limited }: Numbers,
  { value }: Printed,
  text: string,
  span: Span,
  report: Report,
): void {
  const { valueKind } = property;
  const isInt = valueKind === 'int';
  const bounds = isInt ? { least: limits?.least ?? -MAX_INT, most: limits?.most ?? MAX_INT } : limits;
  const decimal = valueKind === 'money' ? amountOf(value) : value;
  const fault = faultOfLimits(quote(limited), bounds, decimal, text);
  if (fault) report(span, fault);
}

/** A number in the form that the property keeps. */
export function keptValue({ valueKind }: PropertyModel, { value }: Printed): Value {
  return valueKind === 'int' ? Number(value) : value;
}

/** An amount with the words around it: 超过300亿元, 1000万元以内. */
function readMoneyPrinted(text: string): Printed | undefined {
  const printed = readPrinted(text, undefined);
  const [unit, ...others] = printed?.units ?? [];
  if (!printed || unit === undefined || others.some((other) => other !== unit)) return undefined;
  return inCurrency(printed, unit);
}

/** An amount in a currency, by code or by name; undefined where there is no such currency. */
export function inCurrency(printed: Printed, currency: string): Printed | undefined {
  const [value, valueMax] = [printed.value, printed.valueMax].map((amount) =>
    amount === undefined ? undefined : moneyOf(amount, currency),
  );
  return value === undefined ? undefined : { ...printed, value, valueMax };
}

function moneyFormat(what: string, text: string): Fault {
  const near = nearMoney(text);
  const hint = didYouMean(near) ?? {
    en: 'write 500万元, 超过3亿美元 or { amount: 5000000, currency: CNY }',
    zh: '请写 500万元、超过3亿美元 或 { amount: 5000000, currency: CNY }',
  };
  return recordFaults.badFormat(quote(what), text, expected.amount, hint);
}

function reported(report: Report, span: Span, fault: Fault): undefined {
  report(span, fault);
}
