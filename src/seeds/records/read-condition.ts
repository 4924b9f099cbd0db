/** One condition of a criterion: attribute, operator, values, unit and basis, each fit for the others. */

import { criterionFaults } from '../../diagnostics/criterion-messages.ts';
import { quote } from '../../diagnostics/fault.ts';
import { figureFaults } from '../../diagnostics/figure-messages.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { BOOLEAN, expected, THIS_CONDITION } from '../../diagnostics/phrases.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Value } from '../../model/dataset.ts';
import type { Limits, PropertyModel } from '../../model/model.ts';
import type { Condition } from '../../model/words/criterion-sentence.ts';
import { isSameUnit, readPrinted } from '../values/read-printed.ts';
import { readPlainText, readValue } from '../values/read-value.ts';
import { faultOfLimits } from '../values/within-limits.ts';
import { asSet } from '../written/as-set.ts';
import { reportForm } from '../written/report.ts';
import { entryOf, type Span, type WrittenMap, type WrittenText } from '../written/written.ts';
import { readProperties } from './read-properties.ts';
import { readReference } from './read-reference.ts';
import type { Reading } from './reading.ts';

const VALUES = 'values';
const NOT_CHECKABLE = 'NOT_CHECKABLE';

const PERIOD: Text = { en: 'a period or reckoning', zh: '期间或统计口径' };
const ONE_VALUE: Text = { en: 'one value', zh: '一个值' };
const TWO_VALUES: Text = { en: 'two values', zh: '两个值' };

const SINGLE: ReadonlySet<string> = new Set(['EQ', 'GTE', 'GT', 'LTE', 'LT']);

/** Operators by what an attribute is; NOT_CHECKABLE fits all. */
const FITTING = {
  number: ['EQ', 'IN', 'NOT_IN', 'GTE', 'GT', 'LTE', 'LT'],
  day: ['EQ', 'GTE', 'GT', 'LTE', 'LT'],
  tree: ['IS_IN', 'NOT_IN'],
  record: ['HOLDS', 'EQ', 'IN', 'NOT_IN'],
  word: ['EQ', 'IN', 'NOT_IN', 'HOLDS'],
} as const;

/** The attributes whose values are ids, with the node types they are of. */
const TARGETS: ReadonlyMap<string, string> = new Map([
  ['INDUSTRY', 'Industry'],
  ['OPERATING_PLACE', 'Place'],
  ['REGISTERED_PLACE', 'Place'],
  ['TAX_PLACE', 'Place'],
  ['SATISFIES', 'Measure'],
]);
/** The attributes whose values are those of a property of a firm. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['SME_SIZE', 'smeSize'],
  ['FOUNDED_ON', 'foundedOn'],
]);
/** The key of the period or reckoning of a condition. */
export const BASIS = 'basis';
/** What is written there. */
export const BASIS_FORM = /^(?:LAST_YEAR|(?:EACH|SUM|MEAN)_OF_[1-9]\d?_YEARS)$/;
const BOOLEANS = ['true', 'false'];

/**
 * A condition as it is stored: its keys in the model's order, its values checked and in canonical form.
 * @param owner the id of the record that asks it
 */
export function readCondition(
  reading: Reading,
  parts: readonly PropertyModel[],
  map: WrittenMap,
  owner: string,
): Readonly<Record<string, Value>> | undefined {
  const { report } = reading;
  const span = map.entries[0]?.key.span ?? map.span;
  const { properties, spans } = readProperties(parts, map, { words: THIS_CONDITION, span }, report);
  const items = itemsOf(reading, map, span);
  const { attribute, operator, basis } = properties;
  const counted = parts.find(({ name }) => name === 'attribute');
  const unit = counted?.units.get(String(attribute));
  const limits = counted?.valueLimits.get(String(attribute));
  checkBasis(reading, basis, spans.get(BASIS));
  if (attribute === undefined || operator === undefined || !items) return undefined;
  const condition = { owner, attribute: String(attribute), operator: String(operator), unit, limits };
  checkUnit(reading, condition, properties.unit, spans.get('unit'));
  checkOperator(reading, condition, items, spans.get('operator') ?? span);
  const read = items.flatMap((item) => readConditionValue(reading, condition, item) ?? []);
  // A paraphrase is Chinese, then English; all other values are a set.
  const values = operator === NOT_CHECKABLE ? read : asSet(read);
  const found: Record<string, Value> = {};
  for (const { name } of parts) {
    const value = name === VALUES ? values : name === 'unit' ? unit : properties[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** What its values are read by. */
interface Held {
  readonly owner: string;
  readonly attribute: string;
  readonly operator: string;
  readonly unit: string | undefined;
  readonly limits: Limits | undefined;
}

function itemsOf({ report }: Reading, map: WrittenMap, span: Span): readonly WrittenText[] | undefined {
  const written = entryOf(map, VALUES)?.value;
  if (!written) {
    report(span, recordFaults.keyMissing(VALUES, THIS_CONDITION));
    return undefined;
  }
  const items = written.form === 'list' ? written.items : [written];
  if (items.length === 0) report(written.span, criterionFaults.empty(quote(VALUES), expected.texts));
  return items.flatMap((item) => {
    if (item.form === 'text') return [item];
    reportForm(report, item, quote(VALUES), expected.texts);
    return [];
  });
}

function checkBasis({ report }: Reading, basis: Value | undefined, span: Span | undefined): void {
  if (basis === undefined || !span || BASIS_FORM.test(String(basis))) return;
  const hint = {
    en: 'write LAST_YEAR, EACH_OF_2_YEARS, SUM_OF_3_YEARS or MEAN_OF_3_YEARS',
    zh: '可填 LAST_YEAR、EACH_OF_2_YEARS、SUM_OF_3_YEARS 或 MEAN_OF_3_YEARS',
  };
  report(span, recordFaults.badFormat('`basis`', String(basis), PERIOD, hint));
}

function checkUnit(
  { report }: Reading,
  { attribute, unit }: Held,
  written: Value | undefined,
  span: Span | undefined,
): void {
  if (written === undefined || !span) return;
  if (unit === undefined) report(span, criterionFaults.noUnit(String(written), attribute));
  else if (!isSameUnit(String(written), unit)) {
    report(span, figureFaults.unit(String(written), unit, quote(attribute), undefined));
  }
}

function checkOperator(
  { report }: Reading,
  { attribute, operator, unit }: Held,
  items: readonly WrittenText[],
  span: Span,
): void {
  if (operator === NOT_CHECKABLE) {
    if (items.length !== 2) report(span, criterionFaults.howMany(operator, TWO_VALUES, items.length));
    return;
  }
  const fitting: readonly string[] = FITTING[kindOf(attribute, unit)];
  if (!fitting.includes(operator)) {
    report(span, criterionFaults.operator(operator, attribute, [...fitting, NOT_CHECKABLE]));
  } else if (SINGLE.has(operator) && items.length > 1) {
    report(span, criterionFaults.howMany(operator, ONE_VALUE, items.length));
  }
}

function kindOf(attribute: string, unit: string | undefined): keyof typeof FITTING {
  if (unit !== undefined) return 'number';
  if (attribute === 'FOUNDED_ON') return 'day';
  if (attribute === 'SATISFIES') return 'record';
  return TARGETS.has(attribute) ? 'tree' : 'word';
}

/** Whether a condition as stored holds something against a number or a day. */
export function isFigureOrDay({ attribute, operator, unit }: Condition): boolean {
  const kind = kindOf(attribute, unit);
  return operator !== NOT_CHECKABLE && (kind === 'number' || kind === 'day');
}

function readConditionValue(reading: Reading, held: Held, item: WrittenText): string | undefined {
  const { owner, attribute, operator, unit } = held;
  const { report, model } = reading;
  const target = TARGETS.get(attribute);
  if (operator !== NOT_CHECKABLE && target !== undefined) {
    const id = readReference(reading, item, attribute, target);
    if (id === owner) report(item.span, recordFaults.namesItself(attribute, id));
    return id;
  }
  if (operator !== NOT_CHECKABLE && unit !== undefined) return readNumber(reading, held, unit, item);
  if (operator !== NOT_CHECKABLE && attribute === 'LISTED' && !BOOLEANS.includes(item.text)) {
    report(item.span, recordFaults.notA(quote(attribute), item.text, BOOLEAN, 'true, false'));
    return undefined;
  }
  const name = operator === NOT_CHECKABLE ? undefined : PROPERTIES.get(attribute);
  const property = name === undefined ? undefined : model.nodeTypes.get('Firm')?.properties.get(name);
  const read = property ? readValue(property, item.text) : readPlainText(quote(VALUES), item.text);
  if ('value' in read) return String(read.value);
  report(item.span, read.fault);
  return undefined;
}

/** A bound says it by its operator: a value is a number alone, or with its unit. */
function readNumber(
  { report }: Reading,
  { attribute, limits }: Held,
  unit: string,
  { text, span }: WrittenText,
): string | undefined {
  const plain = readPlainText(quote(attribute), text);
  if ('fault' in plain) {
    report(span, plain.fault);
    return undefined;
  }
  const printed = readPrinted(text, unit);
  const strange = printed?.units.find((each) => !isSameUnit(each, unit));
  if (!printed || printed.words.length > 0 || printed.valueMax !== undefined) {
    const hint = {
      en: `write the number, in ${unit} or with 万 and 亿; the operator says how it bounds`,
      zh: `请填写数字，以 ${unit} 计，可用 万、亿；上下限由运算符表示`,
    };
    report(span, recordFaults.badFormat(quote(attribute), text, expected.number, hint));
  } else if (strange !== undefined)
    report(span, figureFaults.unit(strange, unit, quote(attribute), undefined));
  else {
    const fault = faultOfLimits(quote(attribute), limits, printed.value, text);
    if (!fault) return printed.value;
    report(span, fault);
  }
  return undefined;
}
