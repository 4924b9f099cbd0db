/** Properties of a record, a relationship or an owned thing, in their short form. */

import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { expected } from '../../diagnostics/phrases.ts';
import type { Part, Text } from '../../diagnostics/text.ts';
import type { Properties, Value } from '../../model/dataset.ts';
import { firstDay, lastDay } from '../../model/day.ts';
import type { PropertyModel } from '../../model/model.ts';
import { readValue } from '../values/read-value.ts';
import { type Report, reportForm } from '../written/report.ts';
import { entryOf, type Span, type Written, type WrittenMap, type WrittenText } from '../written/written.ts';

const SINGLE_VALUE: Text = { en: 'a single value', zh: '单个值' };

/** Values with the places they were written at; what a default gives has none. */
export interface ReadProperties {
  readonly properties: Properties;
  readonly spans: ReadonlyMap<string, Span>;
}

/** Reads one property; undefined where a fault was reported. */
export type ReadProperty = (property: PropertyModel, written: Written) => Value | undefined;

/**
 * The properties that a map has, in the model's order, defaults filled in; what is missing is reported.
 * @param owner what has the properties, in words
 * @param read reads one property, where a caller knows more forms than the short one
 */
export function readProperties(
  models: Iterable<PropertyModel>,
  map: WrittenMap,
  owner: { readonly words: Part; readonly span: Span },
  report: Report,
  read: ReadProperty = (property, written) => readShort(property, written, report),
): ReadProperties {
  const properties: Record<string, Value> = {};
  const spans = new Map<string, Span>();
  const all = [...models];
  for (const property of all) {
    const written = entryOf(map, property.name)?.value;
    if (!written) {
      const fallback = defaultOf(property);
      if (fallback !== undefined) properties[property.name] = fallback;
      else if (property.required && !property.list) {
        report(owner.span, recordFaults.keyMissing(property.name, owner.words));
      }
      continue;
    }
    const value = read(property, written);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    properties[property.name] = value;
    spans.set(property.name, written.span);
  }
  checkDates(all, properties, spans, report);
  return { properties, spans };
}

/** Whether all key properties are known: absent where they may be, and read without fault where written. */
export function hasKeys(models: readonly PropertyModel[], map: WrittenMap, properties: Properties): boolean {
  return models
    .filter(({ key, name }) => key && properties[name] === undefined)
    .every(({ required, name }) => !required && !entryOf(map, name));
}

/** A property in its short form: a text, or a list of texts. */
export function readShort(property: PropertyModel, written: Written, report: Report): Value | undefined {
  const what = quote(property.name);
  if (written.form === 'nothing') return wrongForm(report, written, what, expected.value);
  if (property.list) return readList(property, written, report);
  if (written.form === 'list') return reported(report, written.span, recordFaults.onlyOne(what));
  if (written.form === 'map') {
    return wrongForm(report, written, what, SINGLE_VALUE);
  }
  return readText(property, written.text, written.span, report);
}

function readList(property: PropertyModel, written: Written, report: Report): readonly string[] {
  const items = written.form === 'list' ? written.items : [written];
  const values = items.flatMap((item) => {
    if (item.form === 'text' && joinsItems(item, written.span)) {
      report(item.span, recordFaults.wideComma(quote(property.name), item.text));
      return [];
    }
    if (item.form === 'text') return readText(property, item.text, item.span, report)?.toString() ?? [];
    reportForm(report, item, quote(property.name), expected.texts);
    return [];
  });
  return [...new Set(values)];
}

/** Whether an unquoted full-width comma separates items in brackets: `[甲，乙]` is one text to YAML. */
function joinsItems(item: WrittenText, { source, start }: Span): boolean {
  const quoted = /["']/.test(source.text[item.span.start] ?? '');
  return item.text.includes('，') && source.text[start] === '[' && !quoted;
}

function readText(property: PropertyModel, text: string, span: Span, report: Report): Value | undefined {
  const read = readValue(property, text);
  return 'value' in read ? read.value : reported(report, span, read.fault);
}

/** The value where a seed leaves the key out, in the property's own kind. */
function defaultOf(property: PropertyModel): Value | undefined {
  if (property.default === undefined) return undefined;
  const read = readValue(property, property.default);
  return 'value' in read ? read.value : undefined;
}

/** A date that ends something ends the nearest above it that has a value; others lie where the model says. */
function checkDates(
  models: readonly PropertyModel[],
  properties: Properties,
  spans: ReadonlyMap<string, Span>,
  report: Report,
): void {
  let start: PropertyModel | undefined;
  for (const property of models) {
    if (property.valueKind !== 'date' && property.valueKind !== 'coarseDate') continue;
    const text = properties[property.name];
    if (typeof text !== 'string') continue;
    const starts = property.lastDay ? (start ? [start.name] : []) : property.notBefore;
    if (!property.lastDay) start = property;
    const span = spans.get(property.name);
    const broken = starts.find((name) => isBefore(text, properties[name]));
    if (span && broken !== undefined) {
      report(span, recordFaults.dateOrder(broken, String(properties[broken]), property.name, text));
    }
  }
}

/** Whether a coarse date is over before another, where that is known, begins. */
function isBefore(text: string, start: Value | undefined): boolean {
  const from = typeof start === 'string' ? firstDay(start) : undefined;
  const to = lastDay(text);
  return from !== undefined && to !== undefined && from > to;
}

function wrongForm(...fault: Parameters<typeof reportForm>): undefined {
  reportForm(...fault);
}

function reported(report: Report, span: Span, fault: Parameters<Report>[1]): undefined {
  report(span, fault);
}
