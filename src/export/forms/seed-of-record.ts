/** A record as its seed: what reading it gives the same node, facts and things again. */

import type { OwnedThing, Written, WrittenFact } from '../../graph/reading/read-written.ts';
import type { DatasetNode, Evidence, Properties, Value } from '../../model/dataset.ts';
import type { FieldsModel, Model, PropertyModel } from '../../model/model.ts';
import type { SeedMap, SeedValue } from './seed-text.ts';

/** The key of what sources state of one property, which seeds write at that property. */
const STATED_VALUES = 'statedValues';
const NO_EVIDENCE: readonly Evidence[] = [];

/** The seed of a record. Evidence is written where it is not that of what is around. */
export function seedOfRecord(model: Model, type: FieldsModel, node: DatasetNode, written: Written): SeedMap {
  return {
    id: node.id,
    ...fieldsOf(model, type, node, written),
    ...evidenceOf(node.evidence, NO_EVIDENCE),
  };
}

function fieldsOf(model: Model, type: FieldsModel, node: DatasetNode, { facts, owned }: Written): SeedMap {
  const found: Record<string, SeedValue> = {};
  const statedNames = new Set(
    owned.flatMap(({ field, node: thing }) =>
      field.name === STATED_VALUES ? [String(thing.properties.property)] : [],
    ),
  );
  const figure = [...type.properties.values()].some((property) => property.figure);
  for (const property of type.properties.values()) {
    const { name } = property;
    if (name === 'id') continue;
    const stated = owned.filter(
      ({ field, node: thing }) => field.name === STATED_VALUES && thing.properties.property === name,
    );
    const value = node.properties[name];
    // What a number is hedged by is written at each of its stated values.
    const isStatedPart = property.hedgeOf !== undefined && statedNames.has(property.hedgeOf);
    if (isStatedPart) continue;
    if (stated.length > 0) found[name] = stated.map(({ node: thing }) => statedValue(property, thing));
    // The words around a number and its keys must agree: there every key is written.
    else if (value !== undefined && property.figure) found[name] = `${value}${unitToWrite(type, node)}`;
    else if (value !== undefined && (figure || !isDefault(property, value)))
      found[name] = seedNumber(property, value, node.properties[property.hedge?.printed ?? '']);
  }
  for (const field of type.relationships.values()) {
    const here = facts.filter((each) => each.field === field);
    if (here.length === 0) continue;
    const items = here.map((each) => factOf(model, each, node.evidence));
    found[field.name] = field.many ? items : (items[0] ?? []);
  }
  for (const field of type.owned.values()) {
    if (field.internal) continue;
    const things = owned.filter((each) => each.field === field);
    if (things.length > 0) found[field.name] = things.map((each) => thingOf(model, each, node.evidence));
  }
  return found;
}

/** The unit without which a number is not read; empty where it is read without. */
function unitToWrite({ properties: models }: FieldsModel, { properties }: DatasetNode): string {
  for (const { name, units, writtenUnits } of models.values()) {
    const counted = String(properties[name]);
    if (writtenUnits.has(counted)) return units.get(counted) ?? '';
  }
  return '';
}

/** Money without a printed form as a map: in a line, the line would be its printed form. */
function seedNumber({ valueKind }: PropertyModel, value: Value, printed: Value | undefined): SeedValue {
  const [amount = '', currency] = String(value).split(' ');
  const isMap = valueKind === 'money' && printed === undefined && currency !== undefined;
  return isMap ? { amount, currency } : seedValue(value);
}

function statedValue(property: PropertyModel, { properties, evidence }: DatasetNode): SeedMap {
  const { value = '', bound, printed } = properties;
  return {
    value: seedNumber(property, value, printed),
    ...(bound === undefined ? {} : { bound: String(bound) }),
    ...(printed === undefined ? {} : { printed: String(printed) }),
    ...evidenceOf(evidence, NO_EVIDENCE),
  };
}

function factOf(model: Model, { field, far, fact }: WrittenFact, around: readonly Evidence[]): SeedValue {
  const declared = [...field.stored.properties, ...model.factProperties];
  const own: Record<string, SeedValue> = {};
  for (const property of declared) {
    const value = fact.properties[property.name];
    if (value !== undefined && !isDefault(property, value)) own[property.name] = seedValue(value);
  }
  const rest = { ...own, ...evidenceOf(fact.evidence, around) };
  return Object.keys(rest).length === 0 ? far : { to: far, ...rest };
}

/** A thing that a record owns. Criteria are in the order of their ids, which is that of their positions. */
function thingOf(model: Model, { field, node, written }: OwnedThing, around: readonly Evidence[]): SeedMap {
  const type = model.nodeTypes.get(field.type);
  const alternatives = [...(type?.properties.values() ?? [])].find(({ parts }) => parts.length > 0);
  const fields =
    alternatives && type
      ? { anyOf: alternativesOf(alternatives, node.properties) }
      : type
        ? fieldsOf(model, type, node, written)
        : {};
  return { ...fields, ...evidenceOf(node.evidence, around) };
}

/** Lists of conditions, of which one must hold whole. */
function alternativesOf({ name, parts }: PropertyModel, properties: Properties): SeedValue {
  const conditions = parts[0]?.name ?? '';
  // Written when seeds were read, in the model's own form.
  const alternatives = JSON.parse(String(properties[name])) as readonly Readonly<
    Record<string, readonly Properties[]>
  >[];
  return alternatives.map((alternative) =>
    (alternative[conditions] ?? []).map((condition) =>
      Object.fromEntries(Object.entries(condition).map(([key, value]) => [key, seedValue(value)])),
    ),
  );
}

function evidenceOf(evidence: readonly Evidence[], around: readonly Evidence[]): SeedMap {
  if (JSON.stringify(evidence) === JSON.stringify(around)) return {};
  const items = evidence.map(({ locator, ...rest }): SeedMap => {
    const { source, ...check } = rest;
    return locator === '' ? rest : { source, locator, ...check };
  });
  const [only] = items;
  return { evidence: items.length === 1 && only ? only : items };
}

function seedValue(value: Value): SeedValue {
  return Array.isArray(value) ? value : String(value);
}

function isDefault(property: PropertyModel, value: Value): boolean {
  return property.default !== undefined && property.default === String(value);
}
