/** What sources state of the records of a type: each fact with its record, and with what makes it the same one. */

import type { DatasetNode, DatasetRelationship, Evidence, Properties } from '../../model/dataset.ts';
import { firstDay, lastDay } from '../../model/day.ts';
import type {
  Model,
  NodeTypeModel,
  OwnedModel,
  PropertyModel,
  RelationshipModel,
} from '../../model/model.ts';
import { ownedPlace } from '../../model/stored/owned-id.ts';

/** The property with which a fact begins, and the one with which it ends. */
export const VALID_FROM = 'validFrom';
export const VALID_TO = 'validTo';

/** A relationship that a record writes, or a node that it owns. */
export interface HeldFact {
  /** The id of the record. */
  readonly owner: string;
  /** The key of the record that the fact is written at: titles. */
  readonly field: RelationshipModel | OwnedModel;
  /** The id of the owned node, or the key of the relationship. */
  readonly key: string;
  /** The far end of a relationship. */
  readonly to: string | undefined;
  /** What it is, whenever it began: two facts of one sense are the same, or one after the other. */
  readonly sense: string;
  /** What it can take turns with in the field: a registered place with a registered place. */
  readonly slot: string;
  readonly properties: Properties;
  readonly evidence: readonly Evidence[];
  /** Whether facts of its kind can end. */
  readonly canEnd: boolean;
}

/** What some sources state of records. */
export interface HeldFacts {
  /** The facts by record. */
  readonly facts: ReadonlyMap<string, readonly HeldFact[]>;
  /** The records that the sources state to be, with or without a fact. */
  readonly records: ReadonlySet<string>;
}

/** The parts of a dataset that are asked. */
export interface StatedParts {
  readonly nodes: Iterable<DatasetNode>;
  readonly relationships: Iterable<DatasetRelationship>;
}

/**
 * What sources state of the records of a type.
 * @param isOf whether evidence is of one of the sources
 */
export function heldFacts(
  model: Model,
  type: NodeTypeModel,
  { nodes, relationships }: StatedParts,
  isOf: (source: string) => boolean,
): HeldFacts {
  const facts = new Map<string, HeldFact[]>();
  const records = new Set<string>();
  const put = (fact: HeldFact) => {
    const all = facts.get(fact.owner);
    if (all) all.push(fact);
    else facts.set(fact.owner, [fact]);
  };
  const isStated = ({ evidence }: { readonly evidence: readonly Evidence[] }) =>
    evidence.some(({ source }) => isOf(source));
  const start = `${type.root?.prefix}:`;
  for (const node of nodes) {
    if (!node.id.startsWith(start) || !isStated(node)) continue;
    const place = ownedPlace(node.id);
    if (!place) records.add(node.id);
    const field = place && type.owned.get(place.field);
    if (place && field && !field.internal) put(ownedFact(model, place.owner, field, node));
  }
  const written = [...type.relationships.values()].filter((each) => each.written);
  const sides = new Map(written.map((each) => [`${each.stored.type} ${each.direction}`, each]));
  for (const relationship of relationships) {
    if (!isStated(relationship)) continue;
    const { type: stored, from, to } = relationship;
    const out = sides.get(`${stored} OUT`);
    const into = sides.get(`${stored} IN`);
    if (out && from.startsWith(start)) put(relationshipFact(model, from, to, out, relationship));
    else if (into && to.startsWith(start)) put(relationshipFact(model, to, from, into, relationship));
  }
  return { facts, records };
}

function ownedFact(model: Model, owner: string, field: OwnedModel, node: DatasetNode): HeldFact {
  const properties = [...(model.nodeTypes.get(node.type)?.properties.values() ?? [])];
  const { id: key, properties: values, evidence } = node;
  return {
    ...{ owner, field, key, to: undefined, properties: values, evidence },
    sense: JSON.stringify([field.name, ...keyTexts(properties, values)]),
    slot: field.name,
    canEnd: properties.some(({ name }) => name === VALID_TO),
  };
}

function relationshipFact(
  model: Model,
  owner: string,
  to: string,
  field: RelationshipModel,
  { key, properties, evidence }: DatasetRelationship,
): HeldFact {
  const keys = keyTexts(field.stored.properties, properties);
  return {
    ...{ owner, field, key, to, properties, evidence },
    sense: JSON.stringify([field.name, to, ...keys]),
    slot: JSON.stringify([field.name, ...keys]),
    canEnd: model.factProperties.some(({ name }) => name === VALID_TO),
  };
}

/** The values that make a fact the same one, but for when it began and the period that it counts. */
function keyTexts(properties: readonly PropertyModel[], values: Properties): readonly (string | null)[] {
  return properties
    .filter(({ key, name, valueKind }) => key && name !== VALID_FROM && valueKind !== 'period')
    .map(({ name }) => values[name]?.toString() ?? null);
}

/** Whether a fact holds on a day, and does not end by itself on it. */
export function holdsBeyond({ properties }: HeldFact, day: number): boolean {
  const from = properties[VALID_FROM];
  const to = properties[VALID_TO];
  const hasBegun = from === undefined || (firstDay(String(from)) ?? day) <= day;
  return hasBegun && (to === undefined || (lastDay(String(to)) ?? day) > day);
}
