/** What follows from a checked dataset and is stored beside it: citations, and the days a policy is in force (§5.1). */

import { invariant } from '../../diagnostics/invariant.ts';
import type { Dataset, DatasetNode, DatasetRelationship } from '../dataset.ts';
import { dayBefore, FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../day.ts';
import { relationshipKey } from '../identity.ts';
import { concreteTypes, ENTITY, type Model } from '../model.ts';

/** The relationship from an entity to a source that something of it rests on. */
const CITES = 'CITES';

/** The type whose days follow from its dates and its successors. */
const POLICY = 'Policy';

/** The names of properties that no seed states, as they follow from others. */
export const DERIVED_PROPERTIES: readonly string[] = ['startDay', 'supersededDay', 'endDay'];

/** Those that nodes of a type have. */
export function derivedProperties(type: string): readonly string[] {
  return type === POLICY ? DERIVED_PROPERTIES : [];
}

/** Whether relationships of a type follow from evidence, so that no seed states them. */
export function isDerivedRelationship(type: string): boolean {
  return type === CITES;
}

/** The dataset with what follows from it. The same dataset always gives the same. */
export function deriveFacts(model: Model, dataset: Dataset): Dataset {
  return { ...dataset, nodes: withPolicyDays(dataset), relationships: withCitations(model, dataset) };
}

/**
 * Policies with the days that decide whether they are in force: `startDay` (absent where no start is known),
 * `supersededDay` (absent where no successor has started) and `endDay`, the last day they can be in force.
 */
function withPolicyDays(dataset: Dataset): ReadonlyMap<string, DatasetNode> {
  const nodes = new Map(dataset.nodes);
  const supersededDays = new Map<string, number>();
  for (const { type, from, to, properties } of dataset.relationships.values()) {
    if (type !== 'SUPERSEDES' || isPlanned(properties)) continue;
    const successor = dataset.nodes.get(from);
    const start = successor && startDay(successor);
    if (successor?.properties.stage !== 'ADOPTED' || start === undefined) continue;
    supersededDays.set(to, Math.min(start, supersededDays.get(to) ?? LAST_DAY));
  }
  for (const node of dataset.nodes.values()) {
    if (node.type !== POLICY) continue;
    const start = startDay(node);
    const supersededDay = supersededDays.get(node.id);
    const repealed = day(node, 'repealedOn', firstDay);
    const endDay = Math.min(
      day(node, 'expiresOn', lastDay) ?? LAST_DAY,
      repealed === undefined ? LAST_DAY : dayBefore(repealed),
      supersededDay === undefined ? LAST_DAY : dayBefore(supersededDay),
    );
    const properties = {
      ...node.properties,
      ...(start === undefined ? {} : { startDay: start }),
      ...(supersededDay === undefined ? {} : { supersededDay }),
      endDay,
    };
    nodes.set(node.id, { ...node, properties });
  }
  return nodes;
}

function startDay(policy: DatasetNode): number | undefined {
  return day(policy, 'effectiveFrom', firstDay) ?? day(policy, 'issuedOn', firstDay);
}

function day(
  node: DatasetNode,
  property: string,
  widen: (coarse: string) => number | undefined,
): number | undefined {
  const value = node.properties[property];
  return typeof value === 'string' ? widen(value) : undefined;
}

/** Whether a fact is only planned or aimed for. */
export function isPlanned(properties: DatasetRelationship['properties']): boolean {
  return properties.modality === 'PLANNED' || properties.modality === 'AIMED_FOR';
}

/** The days on which a fact holds, both inclusive; open ends at the extremes. */
export function validDays(properties: DatasetRelationship['properties']): {
  readonly fromDay: number;
  readonly toDay: number;
} {
  const { validFrom, validTo } = properties;
  return {
    fromDay: typeof validFrom === 'string' ? (firstDay(validFrom) ?? FIRST_DAY) : FIRST_DAY,
    toDay: typeof validTo === 'string' ? (lastDay(validTo) ?? LAST_DAY) : LAST_DAY,
  };
}

/** One CITES for each entity and source that its record, its own things or its outgoing facts rest on. */
function withCitations(model: Model, dataset: Dataset): ReadonlyMap<string, DatasetRelationship> {
  const relationships = new Map(dataset.relationships);
  const owners = ownersOf(dataset, model);
  const entities = new Set(concreteTypes(model, ENTITY));
  const cited = new Map<string, Set<string>>();
  const cite = (id: string, evidence: DatasetNode['evidence']) => {
    const entity = owners.get(id) ?? id;
    const sources = cited.get(entity) ?? new Set();
    for (const { source } of evidence) {
      // Most facts of a record rest on the same source: the key, which is a hash, is made once.
      if (sources.has(source) || !entities.has(dataset.nodes.get(entity)?.type ?? '')) continue;
      sources.add(source);
      cited.set(entity, sources);
      const key = relationshipKey(CITES, entity, source, []);
      const properties = { modality: 'STATED' };
      relationships.set(key, { key, type: CITES, from: entity, to: source, properties, evidence: [] });
    }
  };
  for (const node of dataset.nodes.values()) cite(node.id, node.evidence);
  for (const relationship of dataset.relationships.values()) cite(relationship.from, relationship.evidence);
  return relationships;
}

/** The owner of each owned node. */
function ownersOf(dataset: Dataset, model: Model): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { type, from, to } of dataset.relationships.values()) {
    if (model.stored.has(type)) continue;
    invariant(dataset.nodes.has(to), `${type} leads from ${from} to ${to}, which is not there`);
    owners.set(to, from);
  }
  return owners;
}
