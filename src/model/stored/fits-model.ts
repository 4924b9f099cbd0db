/** Whether a model can hold what was loaded under another. Pure. */

import type { Dataset, DatasetNode, DatasetRelationship, Properties } from '../dataset.ts';
import { concreteTypes, isA, type Model, type PropertyModel } from '../model.ts';
import { derivedProperties } from './derive-facts.ts';
import { factWords } from './fact-words.ts';

/** What of nodes and relationships a model has no place for, each in words; empty where it holds all. */
export function findMisfits(
  model: Model,
  { nodes, relationships }: Pick<Dataset, 'nodes' | 'relationships'>,
  typeOf: (id: string) => string | undefined,
): readonly string[] {
  return [
    ...[...nodes.values()].flatMap((node) => misfitsOfNode(model, node)),
    ...[...relationships.values()].flatMap((each) => misfitsOfRelationship(model, each, typeOf)),
  ].sort();
}

/** What of a node a model has no place for. */
export function misfitsOfNode(model: Model, { id, type, properties }: DatasetNode): readonly string[] {
  const declared = model.nodeTypes.get(type);
  if (!declared) return [`${id}: there is no type ${type}`];
  return misfitsOfProperties(id, [...declared.properties.values()], properties, derivedProperties(type));
}

/** What of a relationship a model has no place for. */
export function misfitsOfRelationship(
  model: Model,
  relationship: DatasetRelationship,
  typeOf: (id: string) => string | undefined,
): readonly string[] {
  const { type, from, to, properties } = relationship;
  const words = factWords(relationship);
  const stored = model.stored.get(type);
  if (!stored) {
    return isOwning(model, type, typeOf(from)) ? [] : [`${words}: there is no relationship ${type}`];
  }
  const ends = [
    [from, stored.from],
    [to, stored.to],
  ] as const;
  const astray = ends.flatMap(([id, wanted]) => {
    const found = typeOf(id);
    return found === undefined || isA(model, found, wanted) ? [] : [`${words}: ${id} is no ${wanted}`];
  });
  const declared = [...stored.properties, ...model.factProperties];
  return [...astray, ...misfitsOfProperties(words, declared, properties, [])];
}

/** Whether a type leads from a record to what it owns. */
function isOwning(model: Model, type: string, owner: string | undefined): boolean {
  const owners = owner === undefined ? [...model.nodeTypes.keys()] : concreteTypes(model, owner);
  return owners.some((name) =>
    [...(model.nodeTypes.get(name)?.owned.values() ?? [])].some((each) => each.relationshipType === type),
  );
}

function misfitsOfProperties(
  words: string,
  declared: readonly PropertyModel[],
  properties: Properties,
  derived: readonly string[],
): readonly string[] {
  const known = new Map(declared.map((property) => [property.name, property]));
  const found: string[] = [];
  for (const [name, value] of Object.entries(properties)) {
    if (derived.includes(name)) continue;
    const property = known.get(name);
    if (!property) found.push(`${words}: there is no property ${name}`);
    else if (isList(property) !== Array.isArray(value)) {
      found.push(`${words}: ${name} ${isList(property) ? 'is a list' : 'is one value'}`);
    } else if (!isOfKind(property, value)) {
      found.push(`${words}: ${name} cannot be ${JSON.stringify(value)}`);
    } else if (property.valueKind === 'enum') {
      const values = Array.isArray(value) ? value.map(String) : [String(value)];
      for (const each of values) {
        if (!property.values.includes(each)) found.push(`${words}: ${name} cannot be ${each}`);
      }
    }
  }
  for (const property of declared) {
    const { name, required } = property;
    if (required && !isList(property) && name !== 'id' && properties[name] === undefined) {
      found.push(`${words}: ${name} is missing`);
    }
  }
  return found;
}

/** Whether a value has the type that the property's values are stored as. */
function isOfKind({ valueKind }: PropertyModel, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string');
  if (valueKind === 'int') return Number.isSafeInteger(value);
  return typeof value === (valueKind === 'boolean' ? 'boolean' : 'string');
}

/** Whether a property is stored as a list: JSON is one text, however many values are in it. */
function isList({ list, valueKind }: PropertyModel): boolean {
  return list && valueKind !== 'json';
}
