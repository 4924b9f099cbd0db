/** The form in which nodes and relationships stand in the graph: properties, and companions to compare by. */

import type { DatasetNode, DatasetRelationship, Properties, Value } from '../dataset.ts';
import { firstDay, lastDay, periodDays } from '../day.ts';
import { DATED, type Model, type NodeTypeModel, type PropertyModel } from '../model.ts';
import { CAPTION, hasCaption } from '../words/caption.ts';
import { EVIDENCE_LISTS, evidenceLists, evidenceOf } from '../words/evidence-form.ts';
import { derivedProperties, isPlanned, validDays } from './derive-facts.ts';

/** What looks like the id of a record. */
const ID = /^[a-z][a-z-]*:[a-z0-9-]+$/;

/**
 * A node's properties as stored, but for its wording: its own, what to compare dates by (`<date>Day`, `<period>FromDay`
 * and `<period>ToDay`), the ids that a JSON text names (`<json>Ids`) and the sources and checks of its evidence. Bookkeeping
 * is kept in other nodes, so that a node shows only its own facts.
 */
export function storedNode(model: Model, node: DatasetNode): Properties {
  const type = model.nodeTypes.get(node.type);
  return {
    ...node.properties,
    ...companions(type, node.properties),
    ...evidenceLists(node.evidence),
    id: node.id,
    nodeType: node.type,
  };
}

/** A relationship's properties as stored, but for its wording; a dated or planned one also has `fromDay`, `toDay` and `planned`. */
export function storedRelationship(relationship: DatasetRelationship): Properties {
  return {
    ...relationship.properties,
    ...(isDated(relationship) ? datedCompanions(relationship) : {}),
    ...evidenceLists(relationship.evidence),
    key: relationship.key,
  };
}

/**
 * Whether a fact is stored under the dated type of its relationship. Undated facts, nearly all, stand under a type
 * of their own, so that counting them reads a degree.
 */
function isDated(relationship: DatasetRelationship): boolean {
  const { properties } = relationship;
  return properties.validFrom !== undefined || properties.validTo !== undefined || isPlanned(properties);
}

/** The plain type of a stored one: WITHIN of WITHIN_DATED, too. */
export function plainType(storedType: string): string {
  return storedType.endsWith(DATED) ? storedType.slice(0, -DATED.length) : storedType;
}

/** The stored type of a relationship: WITHIN, or WITHIN_DATED. */
export function storedType(model: Model, relationship: DatasetRelationship): string {
  const stored = model.stored.get(relationship.type);
  return stored && isDated(relationship) ? stored.datedType : relationship.type;
}

/** A dataset node read back from its stored properties; what the model does not name is left aside. */
export function datasetNode(model: Model, stored: Properties): DatasetNode {
  const type = String(stored.nodeType);
  const named = model.nodeTypes.get(type)?.properties.keys() ?? [];
  const names = [...named].filter((name) => name !== 'id');
  const properties = pick(stored, [...names, ...derivedProperties(type)]);
  return { id: String(stored.id), type, properties, evidence: evidenceOf(stored) };
}

/** A dataset relationship read back from its stored type, ends and properties. */
export function datasetRelationship(
  model: Model,
  type: string,
  from: string,
  to: string,
  stored: Properties,
): DatasetRelationship {
  const base = plainType(type);
  const named = [...(model.stored.get(base)?.properties ?? []), ...model.factProperties];
  const properties = pick(
    stored,
    named.map((property) => property.name),
  );
  return { key: String(stored.key), type: base, from, to, properties, evidence: evidenceOf(stored) };
}

/** Every property that the product may store on a node of a type: everything else was added by manual edits. */
export function storedNodeNames(model: Model, type: string): readonly string[] {
  const properties = [...(model.nodeTypes.get(type)?.properties.values() ?? [])];
  return [
    ...properties.flatMap((property) => [
      property.name,
      ...Object.values(comparedBy(property)),
      ...(property.valueKind === 'json' ? [idsCompanion(property.name)] : []),
    ]),
    ...derivedProperties(type),
    ...(hasCaption(model.nodeTypes.get(type)) ? [CAPTION] : []),
    ...EVIDENCE_LISTS,
    ...['id', 'nodeType'],
  ];
}

/** Every property that the product may store on a relationship of a type. */
export function storedRelationshipNames(model: Model, type: string): readonly string[] {
  const properties = [...(model.stored.get(type)?.properties ?? []), ...model.factProperties];
  return [...properties.map(({ name }) => name), 'fromDay', 'toDay', 'planned', ...EVIDENCE_LISTS, 'key'];
}

/**
 * The stored properties that a property is compared by: one from below and one from above, which differ for what
 * covers a span.
 */
export function comparedBy({ name, valueKind }: PropertyModel): {
  readonly lower: string;
  readonly upper: string;
} {
  switch (valueKind) {
    case 'coarseDate':
      return { lower: dayCompanion(name), upper: dayCompanion(name) };
    case 'period':
      return { lower: `${name}FromDay`, upper: `${name}ToDay` };
    default:
      return { lower: name, upper: name };
  }
}

/** The name of the property that a coarse date is compared by. */
function dayCompanion(property: string): string {
  return `${property}Day`;
}

/** The name of the property with the ids that a JSON text names. */
function idsCompanion(property: string): string {
  return `${property}Ids`;
}

/** The stored properties of a type with the ids that its JSON texts name. */
export function jsonIdNames(type: NodeTypeModel): readonly string[] {
  return [...type.properties.values()]
    .filter(({ valueKind }) => valueKind === 'json')
    .map(({ name }) => idsCompanion(name));
}

/** The ids that the JSON texts of a node name. */
export function idsNamedBy(model: Model, { type, properties }: DatasetNode): readonly string[] {
  const declared = [...(model.nodeTypes.get(type)?.properties.values() ?? [])];
  return declared
    .filter(({ valueKind }) => valueKind === 'json')
    .flatMap(({ name }) => idsWithin(String(properties[name] ?? '')));
}

function datedCompanions(relationship: DatasetRelationship): Properties {
  return { ...validDays(relationship.properties), planned: isPlanned(relationship.properties) };
}

function companions(type: NodeTypeModel | undefined, properties: Properties): Properties {
  const found: Record<string, Value> = {};
  for (const property of type?.properties.values() ?? []) {
    const value = properties[property.name];
    if (typeof value !== 'string') continue;
    Object.assign(found, companionsOf(property, value));
  }
  return found;
}

function companionsOf(property: PropertyModel, value: string): Properties {
  const { name, valueKind } = property;
  if (valueKind === 'coarseDate') {
    const day = property.lastDay ? lastDay(value) : firstDay(value);
    return day === undefined ? {} : { [dayCompanion(name)]: day };
  }
  if (valueKind === 'period') {
    const days = periodDays(value);
    return days
      ? { [dayCompanion(`${name}From`)]: days.fromDay, [dayCompanion(`${name}To`)]: days.toDay }
      : {};
  }
  return valueKind === 'json' ? { [idsCompanion(name)]: idsWithin(value) } : {};
}

/** The ids among the texts of a JSON value: Cypher cannot look into it. A manual edit may have left a text that is not JSON. */
function idsWithin(json: string): readonly string[] {
  const ids = new Set<string>();
  try {
    JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'string' && ID.test(value)) ids.add(value);
    });
  } catch {
    return [];
  }
  return [...ids].sort();
}

function pick(stored: Properties, names: readonly string[]): Properties {
  const found: Record<string, Value> = {};
  for (const name of names) {
    const value = stored[name];
    if (value !== undefined && value !== null) found[name] = value;
  }
  return found;
}
