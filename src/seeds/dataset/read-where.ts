/** `where: { level: DISTRICT, within: region:shanghai }` → a test of records. */

import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { NodeTypeModel, RelationshipModel } from '../../model/model.ts';
import { readReference } from '../records/read-reference.ts';
import type { Reading } from '../records/reading.ts';
import { reportForm } from '../written/report.ts';
import type { Written, WrittenText } from '../written/written.ts';
import type { FactIndex } from './index-facts.ts';
import { allOf, type RecordTest } from './record-test.ts';

/**
 * The test that a record matches a map of fields: a property has one of the values, a relationship leads to one of the
 * records. A relationship that forms a tree is followed to any depth. Undefined where a field or value is not valid,
 * which is reported.
 * @param key the key that has the map
 */
export function readWhere(
  reading: Reading,
  facts: FactIndex,
  type: NodeTypeModel,
  key: string,
  written: Written,
): RecordTest | undefined {
  if (written.form !== 'map') {
    reportForm(reading.report, written, quote(key), {
      en: 'a map of fields and values',
      zh: '由字段和值组成的键值表',
    });
    return undefined;
  }
  const tests = written.entries.map(({ key: field, value }) => readField(reading, facts, type, field, value));
  return allOf(tests);
}

function readField(
  reading: Reading,
  facts: FactIndex,
  type: NodeTypeModel,
  { text: name, span }: WrittenText,
  written: Written,
): RecordTest | undefined {
  const values = textsOf(reading, name, written);
  const property = type.properties.get(name);
  const relationship = type.relationships.get(name);
  if (!property && !relationship) {
    const known = [...type.properties.keys(), ...type.relationships.keys()];
    reading.report(span, recordFaults.keyUnknown(name, quote(type.name), nearest(name, known), known));
  }
  if (!values) return undefined;
  if (relationship) return leadsTo(reading, facts, relationship, values);
  if (!property) return undefined;
  const { values: allowed } = property;
  const wrong = values.filter(({ text }) => allowed.length > 0 && !allowed.includes(text));
  for (const { text, span: at } of wrong) {
    reading.report(at, recordFaults.notInEnum(quote(name), text, nearest(text, allowed), allowed));
  }
  if (wrong.length > 0) return undefined;
  const wanted = new Set(values.map(({ text }) => text));
  return ({ properties: { [name]: value } }) => {
    if (value === undefined) return false;
    return Array.isArray(value) ? value.some((each) => wanted.has(each)) : wanted.has(String(value));
  };
}

function leadsTo(
  reading: Reading,
  facts: FactIndex,
  { name, stored, direction, target }: RelationshipModel,
  values: readonly WrittenText[],
): RecordTest | undefined {
  const ids = values.map((value) => readReference(reading, value, name, target));
  const wanted = new Set(ids.filter((id) => id !== undefined));
  if (wanted.size < new Set(ids).size) return undefined;
  const step = (id: string) =>
    direction === 'OUT'
      ? facts.from(id).flatMap(({ type, to }) => (type === stored.type ? to : []))
      : facts.to(id).flatMap(({ type, from }) => (type === stored.type ? from : []));
  return ({ id }) => {
    const reached = new Set(step(id));
    if (stored.tree) for (const each of reached) for (const next of step(each)) reached.add(next);
    return [...reached].some((each) => wanted.has(each));
  };
}

/** The texts of a value or a list of values; undefined where one is not a text. */
function textsOf({ report }: Reading, name: string, written: Written): readonly WrittenText[] | undefined {
  const items = written.form === 'list' ? written.items : [written];
  const texts = items.filter((item) => item.form === 'text');
  for (const item of items) {
    if (item.form !== 'text')
      reportForm(report, item, quote(name), { en: 'a value, or a list of values', zh: '一个值或值的列表' });
  }
  return texts.length === items.length ? texts : undefined;
}
