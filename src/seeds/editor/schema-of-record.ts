/** What an editor accepts as a record: the keys that its type lets seeds write, in every form that they can have. */

import {
  concreteTypes,
  type FieldsModel,
  type Model,
  NODE,
  type OwnedModel,
  type PropertyModel,
  type RelationshipModel,
  STATED_VALUE,
} from '../../model/model.ts';
import { alternativesOf } from '../records/read-criterion.ts';
import { STATED_VALUES } from '../records/read-stated-values.ts';
import { figureOf, isPartOfFigure, keysOfStated } from '../values/figure-keys.ts';
import {
  closedMap,
  described,
  type JsonSchema,
  oneOrMany,
  type SchemaDefinitions,
} from './schema-definitions.ts';
import { criterionSchema } from './schema-of-criterion.ts';
import { evidenceSchema } from './schema-of-evidence.ts';
import { formName, idSchema, kindName, valueSchema } from './schema-of-value.ts';

const ID = 'id';
const FORMER_IDS = 'formerIds';
const REQUIRED = 'Required · 必填';

/** A record of a node type, or something that a record owns. */
export function recordSchema(definitions: SchemaDefinitions, model: Model, type: FieldsModel): JsonSchema {
  return definitions.refer(type.name, () => {
    const properties = [...type.properties.values()].map((property) => [
      property.name,
      propertySchema(definitions, model, type, property),
    ]);
    const relationships = writtenRelationships(type).map((relationship) => [
      relationship.name,
      relationshipSchema(definitions, model, relationship),
    ]);
    const owned = [...type.owned.values()].flatMap((field) =>
      field.internal ? [] : [[field.name, ownedSchema(definitions, model, field)]],
    );
    const keys = Object.fromEntries([...properties, ...relationships, ...owned]);
    const closed = closedMap({ ...keys, evidence: evidenceSchema(definitions, model) }, requiredKeys(type));
    return { ...described(type.description), ...closed };
  });
}

/** The keys that a record of a type has to have, evidence apart. */
export function requiredKeys(type: FieldsModel): readonly string[] {
  const figure = figureOf(type);
  const properties = [...type.properties.values()].filter((property) => {
    if (figure && isPartOfFigure(property)) return property.figure;
    return property.required && !property.list && property.default === undefined;
  });
  const relationships = writtenRelationships(type).filter(({ required }) => required);
  return [...properties, ...relationships].map(({ name }) => name);
}

/** The id of a record that has a type or interface. */
export function referenceSchema(definitions: SchemaDefinitions, model: Model, target: string): JsonSchema {
  return definitions.refer(`idOf${target}`, () => idSchema(prefixesOf(model, target)));
}

function writtenRelationships(type: FieldsModel): readonly RelationshipModel[] {
  return [...type.relationships.values()].filter(({ written }) => written);
}

function prefixesOf(model: Model, target: string): readonly string[] {
  return concreteTypes(model, target).flatMap((name) => model.nodeTypes.get(name)?.root?.prefix ?? []);
}

function propertySchema(
  definitions: SchemaDefinitions,
  model: Model,
  type: FieldsModel,
  property: PropertyModel,
): JsonSchema {
  const { name, list, required, figure } = property;
  const isPart = figureOf(type) !== undefined && isPartOfFigure(property);
  const notes = notesOn(property, isPart ? figure : required);
  if (name === ID) {
    // An entity declares its id again, without words: those of every node count.
    const words = model.interfaces.get(NODE)?.properties.get(ID)?.description ?? '';
    return { ...described(`${words} 编号`.trim(), notes), ...idSchema(prefixesOf(model, type.name)) };
  }
  const shown = described(property.description, notes);
  if (name === FORMER_IDS) {
    const prefixes = [...model.nodeTypes.values()].flatMap(({ root }) => root?.prefix ?? []);
    return { ...shown, ...oneOrMany(definitions.refer('formerId', () => idSchema(prefixes))) };
  }
  const value = valueSchema(definitions, property);
  if (list) return { ...shown, ...oneOrMany(value) };
  if (!type.owned.has(STATED_VALUES) || isPart || property.hedgeOf !== undefined) {
    return { ...value, ...shown };
  }
  return { ...shown, anyOf: [value, statedSchema(definitions, model, type, property)] };
}

/** What an editor shows beside the description of a property. */
function notesOn(property: PropertyModel, required: boolean): readonly string[] {
  const { list, default: fallback } = property;
  return [
    ...(fallback === undefined ? [] : [`Left out · 缺省: \`${fallback}\``]),
    ...(required && !list && fallback === undefined ? [REQUIRED] : []),
    ...(property.unit === undefined ? [] : [`Unit · 单位: ${property.unit}`]),
    ...(HOW_WRITTEN[kindName(property)] ?? []),
  ];
}

/** How values of a form are written, where their description does not say it. */
const HOW_WRITTEN: Readonly<Record<string, readonly string[]>> = {
  coarseDate: ['`2024-02-20` · `2024-02` · `2024`'],
  date: ['`2024-02-20`'],
  period: ['`2024` · `2024-02` · `2023-H1` · `2023-Q3` · `2024-01/2024-09`'],
  money: ['`500万元` · `超过3亿美元` · `最高1000万元` · `{ amount: 5000000, currency: CNY }`'],
  figure: ['As printed · 照原文: `1.6万亿` · `超过3.2万` · `力争1000万` · `43.9%` · `约80万` · `3-5`'],
};

/** The long form of a property: what several sources state of it, each with its evidence. */
function statedSchema(
  definitions: SchemaDefinitions,
  model: Model,
  type: FieldsModel,
  property: PropertyModel,
): JsonSchema {
  return definitions.refer(`stated${capital(formName(property))}`, () => {
    const value = { ...valueSchema(definitions, property), ...described('What is stated. 所述值') };
    const { bound, printed } = keysOfStated(type, property) ?? {};
    const hedge = [bound, printed].flatMap((each) => {
      if (!each) return [];
      const words = model.nodeTypes.get(STATED_VALUE)?.properties.get(each.name)?.description ?? '';
      return [[each.name, { ...valueSchema(definitions, each), ...described(words) }] as const];
    });
    const keys = { value, ...Object.fromEntries(hedge), evidence: evidenceSchema(definitions, model) };
    const claim = closedMap(keys, ['value']);
    const shown = described('What sources state of it, each with its evidence. 各来源所述');
    return { ...shown, anyOf: [claim, { type: 'array', items: claim, minItems: 1 }] };
  });
}

function relationshipSchema(
  definitions: SchemaDefinitions,
  model: Model,
  relationship: RelationshipModel,
): JsonSchema {
  const { target, stored, many, required } = relationship;
  const id = `\`${prefixesOf(model, target).join(':…` / `')}:…\``;
  const keys = [...stored.properties, ...model.factProperties].map(({ name }) => name);
  const notes = [
    ...(required ? [REQUIRED] : []),
    `${many ? 'Ids' : 'An id'} · 编号: ${id}; or maps: \`{ to: …, ${keys.join(', ')}, evidence }\``,
  ];
  const one = definitions.refer(stored.type, () => {
    const reference = referenceSchema(definitions, model, target);
    const properties = [...stored.properties, ...model.factProperties].map((property) => [
      property.name,
      {
        ...valueSchema(definitions, property),
        ...described(property.description, notesOn(property, property.required)),
      },
    ]);
    const to = { ...reference, ...described(`The id of the record at the far end. 对象编号`) };
    const map = { to, ...Object.fromEntries(properties), evidence: evidenceSchema(definitions, model) };
    return { ...described(relationship.description), anyOf: [reference, closedMap(map, ['to'])] };
  });
  const shown = described(relationship.description, notes);
  return many ? { ...shown, ...oneOrMany(one) } : { ...one, ...shown };
}

function ownedSchema(definitions: SchemaDefinitions, model: Model, field: OwnedModel): JsonSchema {
  const type = model.nodeTypes.get(field.type);
  if (!type) return {};
  const alternatives = alternativesOf(type);
  const one = alternatives
    ? criterionSchema(definitions, model, type, alternatives)
    : recordSchema(definitions, model, type);
  return { ...described(field.description), ...oneOrMany(one) };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
