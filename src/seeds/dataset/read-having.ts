/** `having: [places, places.address | listings]` → the test that a record has these fields. */

import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { DatasetNode, Properties } from '../../model/dataset.ts';
import type { Model, NodeTypeModel } from '../../model/model.ts';
import type { Reading } from '../records/reading.ts';
import { reportForm } from '../written/report.ts';
import type { Written, WrittenText } from '../written/written.ts';
import type { FactIndex } from './index-facts.ts';
import { allOf, anyOf, type RecordTest } from './record-test.ts';

/** Separates alternatives, of which one is enough. */
const OR = '|';

/**
 * The test that each listed field has a value: a property, a relationship, a list of owned nodes, or after a dot a
 * property of at least one of these. Undefined where a name is not a field, which is reported.
 */
export function readHaving(
  reading: Reading,
  facts: FactIndex,
  type: NodeTypeModel,
  key: string,
  written: Written,
): RecordTest | undefined {
  const items = written.form === 'list' ? written.items : [written];
  const tests = items.map((item) => {
    if (item.form === 'text') return readOneOf(reading, facts, type, key, item);
    reportForm(reading.report, item, quote(key), 'fields as texts');
    return undefined;
  });
  return allOf(tests);
}

function readOneOf(
  { model, report }: Reading,
  facts: FactIndex,
  type: NodeTypeModel,
  key: string,
  { text, span }: WrittenText,
): RecordTest | undefined {
  const paths = text.split(OR).map((path) => path.trim());
  const tests = paths.map((path) => {
    const test = fieldTest(model, facts, type, path);
    if (!test) {
      const known = fieldsOf(model, type, path);
      report(
        span,
        recordFaults.notInEnum(
          { en: `${quote(key)} of ${quote(type.name)}`, zh: `${quote(type.name)} 的 ${quote(key)}` },
          path,
          nearest(path, known),
          known,
        ),
      );
    }
    return test;
  });
  return anyOf(tests);
}

/** The fields that a path may mean: those of the type, or those after the dot. */
function fieldsOf(model: Model, type: NodeTypeModel, path: string): readonly string[] {
  const own = [...type.properties.keys(), ...type.relationships.keys(), ...ownedLists(type)];
  const [name = '', inner] = path.split('.');
  const parts = inner === undefined || !own.includes(name) ? [] : partsOf(model, type, name);
  return parts.length === 0 ? own : parts.map((part) => `${name}.${part}`);
}

function ownedLists(type: NodeTypeModel): readonly string[] {
  return [...type.owned.values()].flatMap(({ name, internal }) => (internal ? [] : name));
}

/** The properties of a relationship, or of the nodes in an owned list. */
function partsOf(model: Model, type: NodeTypeModel, name: string): readonly string[] {
  const relationship = type.relationships.get(name);
  if (relationship) {
    return [...relationship.stored.properties, ...model.factProperties].map((property) => property.name);
  }
  return [...(model.nodeTypes.get(type.owned.get(name)?.type ?? '')?.properties.keys() ?? [])];
}

function fieldTest(
  model: Model,
  facts: FactIndex,
  type: NodeTypeModel,
  path: string,
): RecordTest | undefined {
  const [name = '', inner, ...more] = path.split('.');
  if (more.length > 0 || (inner !== undefined && !partsOf(model, type, name).includes(inner)))
    return undefined;
  if (type.properties.has(name)) return ({ properties }) => properties[name] !== undefined;
  const read = propertiesAt(model, facts, type, name);
  return read && ((node) => read(node).some((each) => inner === undefined || each[inner] !== undefined));
}

/** Reads the properties of each relationship at a field, or of each owned node. */
function propertiesAt(
  model: Model,
  facts: FactIndex,
  type: NodeTypeModel,
  name: string,
): ((node: DatasetNode) => readonly Properties[]) | undefined {
  const relationship = type.relationships.get(name);
  if (relationship) {
    const { stored, direction, deep } = relationship;
    const ends = direction === 'OUT' ? facts.from : facts.to;
    return ({ id }) =>
      (deep ? withAllBelow(model, facts, type, id) : [id])
        .flatMap(ends)
        .filter((each) => each.type === stored.type)
        .map(({ properties }) => properties);
  }
  const owned = ownedLists(type).includes(name) ? type.owned.get(name) : undefined;
  if (!owned) return undefined;
  return ({ id }) =>
    facts
      .from(id)
      .filter((each) => each.type === owned.relationshipType)
      .map(({ to }) => facts.find(to)?.properties ?? {});
}

/** A record and all below it in its tree, by WHOLE steps that are not planned, as fields that look down a tree do. */
function withAllBelow(model: Model, facts: FactIndex, type: NodeTypeModel, id: string): readonly string[] {
  const tree = [...type.relationships.values()].find(({ stored }) => stored.tree)?.stored;
  const usual = [...(tree?.properties ?? []), ...model.factProperties].filter((each) => each.default);
  const reached = new Set([id]);
  for (const each of reached) {
    for (const { type: step, from, properties } of facts.to(each)) {
      if (step === tree?.type && usual.every((one) => properties[one.name] === one.default))
        reached.add(from);
    }
  }
  return [...reached];
}
