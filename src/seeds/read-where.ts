/** `where: { level: DISTRICT, within: region:shanghai }` → a test of records. */

import { quote, say } from '../diagnostics/messages.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { DatasetNode } from '../model/dataset.ts';
import type { NodeTypeModel, RelationshipModel } from '../model/model.ts';
import type { FactsAbout } from './facts-about.ts';
import { readReference } from './read-reference.ts';
import type { Reading } from './reading.ts';
import { reportForm } from './report.ts';
import type { Written, WrittenText } from './written.ts';

/** Whether a record is as a test says. */
export type RecordTest = (node: DatasetNode) => boolean;

/**
 * The test that a map of fields makes: a property has one of the values, a relationship leads to one of the records, a
 * step to a broader one however many times. Undefined where something is no test, which is reported.
 * @param key what the map is written at
 */
export function readWhere(
  reading: Reading,
  about: FactsAbout,
  type: NodeTypeModel,
  key: string,
  written: Written,
): RecordTest | undefined {
  if (written.form !== 'map') {
    reportForm(reading.report, written, quote(key), 'a map of fields and values');
    return undefined;
  }
  const tests = written.entries.map(({ key: field, value }) => readField(reading, about, type, field, value));
  const sound = tests.filter((test) => test !== undefined);
  return sound.length === tests.length ? (node) => sound.every((test) => test(node)) : undefined;
}

function readField(
  reading: Reading,
  about: FactsAbout,
  type: NodeTypeModel,
  { text: name, span }: WrittenText,
  written: Written,
): RecordTest | undefined {
  const values = textsOf(reading, name, written);
  const property = type.properties.get(name);
  const relationship = type.relationships.get(name);
  if (!property && !relationship) {
    const known = [...type.properties.keys(), ...type.relationships.keys()];
    reading.report(span, say.keyUnknown(name, quote(type.name), nearest(name, known), known));
  }
  if (!values) return undefined;
  if (relationship) return leadsTo(reading, about, relationship, values);
  if (!property) return undefined;
  const { values: allowed } = property;
  const wrong = values.filter(({ text }) => allowed.length > 0 && !allowed.includes(text));
  for (const { text, span: at } of wrong) {
    reading.report(at, say.notInEnum(quote(name), text, nearest(text, allowed), allowed));
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
  about: FactsAbout,
  { name, stored, direction, target }: RelationshipModel,
  values: readonly WrittenText[],
): RecordTest | undefined {
  const ids = values.map((value) => readReference(reading, value, name, target));
  const wanted = new Set(ids.filter((id) => id !== undefined));
  if (wanted.size < new Set(ids).size) return undefined;
  const step = (id: string) =>
    direction === 'OUT'
      ? about.from(id).flatMap(({ type, to }) => (type === stored.type ? to : []))
      : about.to(id).flatMap(({ type, from }) => (type === stored.type ? from : []));
  return ({ id }) => {
    const reached = new Set(step(id));
    if (stored.tree) for (const each of reached) for (const next of step(each)) reached.add(next);
    return [...reached].some((each) => wanted.has(each));
  };
}

/** The texts of a value, one or a list; undefined where one is none. */
function textsOf({ report }: Reading, name: string, written: Written): readonly WrittenText[] | undefined {
  const items = written.form === 'list' ? written.items : [written];
  const texts = items.filter((item) => item.form === 'text');
  for (const item of items) {
    if (item.form !== 'text') reportForm(report, item, quote(name), 'a value, or a list of values');
  }
  return texts.length === items.length ? texts : undefined;
}
