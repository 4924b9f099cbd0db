/** What seeds write at each record, put together from facts that are held in memory. */

import type { OwnedThing, Written, WrittenFact } from '../../graph/reading/read-written.ts';
import { NOTHING_WRITTEN } from '../../graph/reading/read-written.ts';
import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { FieldsModel, Model, OwnedModel, RelationshipModel } from '../../model/model.ts';

/** Gives what is written at a node, in an order that depends on what is there alone. */
export function writtenOfFacts(
  model: Model,
  nodes: ReadonlyMap<string, DatasetNode>,
  relationships: Iterable<DatasetRelationship>,
): (node: DatasetNode) => Written {
  const out = new Map<string, DatasetRelationship[]>();
  const into = new Map<string, DatasetRelationship[]>();
  for (const fact of relationships) {
    add(out, fact.from, fact);
    add(into, fact.to, fact);
  }
  const fields = new Map([...model.nodeTypes.values()].map((type) => [type.name, fieldsByType(type)]));
  const writtenAt = (node: DatasetNode): Written => {
    const of = fields.get(node.type);
    if (!of) return NOTHING_WRITTEN;
    const facts: WrittenFact[] = [];
    const owned: OwnedThing[] = [];
    for (const fact of out.get(node.id) ?? []) {
      const field = of.out.get(fact.type);
      if (field) facts.push({ field, far: fact.to, fact });
      const owning = of.owned.get(fact.type);
      const thing = owning && nodes.get(fact.to);
      if (owning && thing) owned.push({ field: owning, node: thing, written: writtenAt(thing) });
    }
    for (const fact of into.get(node.id) ?? []) {
      const field = of.into.get(fact.type);
      if (field) facts.push({ field, far: fact.from, fact });
    }
    facts.sort((a, b) => compare(`${a.far} ${a.fact.key}`, `${b.far} ${b.fact.key}`));
    owned.sort((a, b) => compare(a.node.id, b.node.id));
    return { facts, owned };
  };
  return writtenAt;
}

/** The keys of a type by the relationship types that they are stored as. */
interface FieldsByType {
  readonly out: ReadonlyMap<string, RelationshipModel>;
  readonly into: ReadonlyMap<string, RelationshipModel>;
  readonly owned: ReadonlyMap<string, OwnedModel>;
}

function fieldsByType({ relationships, owned }: FieldsModel): FieldsByType {
  const written = [...relationships.values()].filter((field) => field.written);
  const directed = (direction: RelationshipModel['direction']) =>
    new Map(
      written
        .filter((field) => field.direction === direction)
        .map((field) => [field.stored.type, field] as const),
    );
  return {
    out: directed('OUT'),
    into: directed('IN'),
    owned: new Map([...owned.values()].map((field) => [field.relationshipType, field] as const)),
  };
}

function add(map: Map<string, DatasetRelationship[]>, id: string, fact: DatasetRelationship): void {
  const known = map.get(id);
  if (known) known.push(fact);
  else map.set(id, [fact]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
