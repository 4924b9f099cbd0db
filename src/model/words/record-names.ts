/** The names of records: their own, or one composed of the records they refer to and their own values. */

import type { DatasetNode, DatasetRelationship } from '../dataset.ts';
import { ENTITY, isA, type Model, type NodeTypeModel, type RelationshipModel } from '../model.ts';
import { namingOf, writtenName } from '../record-name.ts';
import type { Naming } from '../recorded-change.ts';
import { composedNaming, ownWords } from './own-words.ts';

/** Names by id. */
export interface RecordNames {
  readonly nodeOf: (id: string) => DatasetNode | undefined;
  readonly nameOf: (id: string) => Naming;
  /** The ids that a record refers to: the indicator and place of an observation, the policy of a measure. */
  readonly refersTo: (id: string) => readonly string[];
}

/** The names of nodes, composed with the records that they refer to. */
export function recordNames(
  model: Model,
  nodeOf: RecordNames['nodeOf'],
  ends: ReadonlyMap<string, readonly string[]>,
): RecordNames {
  const refersTo = (id: string) => ends.get(id) ?? [];
  const styleOf = (id: string) => model.nodeTypes.get(nodeOf(id)?.type ?? '')?.nameStyle;
  const nameOf = (id: string): Naming => {
    const node = nodeOf(id);
    if (!node) return { name: id };
    const own = namingOf(styleOf(id), node.properties);
    if (own) return own;
    const named = refersTo(id).filter((end) => nodeOf(end)?.properties.name !== undefined);
    return (
      composedNaming((language) => [
        ...named.map((end, index) => writtenName(styleOf(end), nameOf(end), language, index > 0)),
        ...ownWords(model, node, language),
      ]) ?? { name: id }
    );
  };
  return { nodeOf, nameOf, refersTo };
}

/** The side on which seeds write each stored relationship type. */
export function writtenSides(model: Model): ReadonlyMap<string, RelationshipModel> {
  const sides = new Map<string, RelationshipModel>();
  for (const type of model.nodeTypes.values()) {
    for (const each of type.relationships.values()) if (each.written) sides.set(each.stored.type, each);
  }
  return sides;
}

/** The types whose records are named, or found, by the records they refer to. */
export function dependentTypes(model: Model): ReadonlySet<string> {
  const types = [...model.nodeTypes.values()].filter((type) => isDependent(model, type));
  return new Set(types.map(({ name }) => name));
}

/** Whether records of a type depend on others: they have no name, or belong to exactly one. */
function isDependent(model: Model, type: NodeTypeModel): boolean {
  if (!type.root) return false;
  if (!isA(model, type.name, ENTITY)) return true;
  return [...type.relationships.values()].some((each) => each.required && each.written && !each.many);
}

/**
 * The ids that records refer to, in the order in which the model declares the fields.
 * @param isWanted selects the records
 */
export function endsOfRecords(
  model: Model,
  facts: Iterable<DatasetRelationship>,
  isWanted: (id: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const sides = writtenSides(model);
  const fields = new Map([...sides.keys()].map((type, position) => [type, position]));
  const found = new Map<string, Map<string, number>>();
  for (const { type, from, to } of facts) {
    const side = sides.get(type);
    if (!side) continue;
    const [here, far] = side.direction === 'OUT' ? [from, to] : [to, from];
    if (!isWanted(here)) continue;
    const ends = found.get(here) ?? new Map<string, number>();
    ends.set(far, Math.min(fields.get(type) ?? 0, ends.get(far) ?? fields.size));
    found.set(here, ends);
  }
  return new Map([...found].map(([id, ends]) => [id, [...ends].sort(byField).map(([end]) => end)]));
}

function byField([a, one]: readonly [string, number], [b, other]: readonly [string, number]): number {
  return one - other || (a < b ? -1 : 1);
}
