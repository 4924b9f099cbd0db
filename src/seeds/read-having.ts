/** `having: [places, places.address | listings]` → a test of records: which fields are filled. */

import { quote, say } from '../diagnostics/messages.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { DatasetNode, Properties } from '../model/dataset.ts';
import type { Model, NodeTypeModel } from '../model/model.ts';
import type { FactsAbout } from './facts-about.ts';
import type { RecordTest } from './read-where.ts';
import type { Reading } from './reading.ts';
import { reportForm } from './report.ts';
import type { Written, WrittenText } from './written.ts';

/** What stands between fields of which one is enough. */
const OR = '|';

/**
 * The test that each of some fields has a value: a property, a relationship, a list of owned things; behind a dot a
 * property of at least one of these. Of several parted by `|` one is enough. Undefined where one is no field.
 */
export function readHaving(
  reading: Reading,
  about: FactsAbout,
  type: NodeTypeModel,
  key: string,
  written: Written,
): RecordTest | undefined {
  const items = written.form === 'list' ? written.items : [written];
  const tests = items.map((item) => {
    if (item.form === 'text') return readOneOf(reading, about, type, key, item);
    reportForm(reading.report, item, quote(key), 'fields as texts');
    return undefined;
  });
  const sound = tests.filter((test) => test !== undefined);
  return sound.length === tests.length ? (node) => sound.every((test) => test(node)) : undefined;
}

function readOneOf(
  { model, report }: Reading,
  about: FactsAbout,
  type: NodeTypeModel,
  key: string,
  { text, span }: WrittenText,
): RecordTest | undefined {
  const paths = text.split(OR).map((path) => path.trim());
  const tests = paths.map((path) => {
    const test = fieldTest(model, about, type, path);
    if (!test) {
      const known = fieldsOf(model, type, path);
      report(span, say.notInEnum(`${quote(key)} of ${quote(type.name)}`, path, nearest(path, known), known));
    }
    return test;
  });
  const sound = tests.filter((test) => test !== undefined);
  return sound.length === tests.length ? (node) => sound.some((test) => test(node)) : undefined;
}

/** The fields that a path may mean: those of the type, or behind the dot of one of them. */
function fieldsOf(model: Model, type: NodeTypeModel, path: string): readonly string[] {
  const own = [...type.properties.keys(), ...type.relationships.keys(), ...ownedLists(type)];
  const [name = '', inner] = path.split('.');
  const parts = inner === undefined || !own.includes(name) ? [] : partsOf(model, type, name);
  return parts.length === 0 ? own : parts.map((part) => `${name}.${part}`);
}

function ownedLists(type: NodeTypeModel): readonly string[] {
  return [...type.owned.values()].flatMap(({ name, internal }) => (internal ? [] : name));
}

/** The properties of what a relationship says, or of the things that a list owns. */
function partsOf(model: Model, type: NodeTypeModel, name: string): readonly string[] {
  const relationship = type.relationships.get(name);
  if (relationship) {
    return [...relationship.stored.properties, ...model.factProperties].map((property) => property.name);
  }
  return [...(model.nodeTypes.get(type.owned.get(name)?.type ?? '')?.properties.keys() ?? [])];
}

function fieldTest(
  model: Model,
  about: FactsAbout,
  type: NodeTypeModel,
  path: string,
): RecordTest | undefined {
  const [name = '', inner, ...more] = path.split('.');
  if (more.length > 0 || (inner !== undefined && !partsOf(model, type, name).includes(inner)))
    return undefined;
  if (type.properties.has(name)) return ({ properties }) => properties[name] !== undefined;
  const things = thingsAt(about, type, name);
  return (
    things && ((node) => things(node).some((thing) => inner === undefined || thing[inner] !== undefined))
  );
}

/** What a record has at a field: the properties of each relationship, or of each owned thing. */
function thingsAt(
  about: FactsAbout,
  type: NodeTypeModel,
  name: string,
): ((node: DatasetNode) => readonly Properties[]) | undefined {
  const relationship = type.relationships.get(name);
  if (relationship) {
    const { stored, direction } = relationship;
    const ends = direction === 'OUT' ? about.from : about.to;
    return ({ id }) =>
      ends(id)
        .filter((each) => each.type === stored.type)
        .map(({ properties }) => properties);
  }
  const owned = ownedLists(type).includes(name) ? type.owned.get(name) : undefined;
  if (!owned) return undefined;
  return ({ id }) =>
    about
      .from(id)
      .filter((each) => each.type === owned.relationshipType)
      .map(({ to }) => about.find(to)?.properties ?? {});
}
