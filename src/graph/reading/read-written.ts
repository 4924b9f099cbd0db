/** Reads what seeds write at records of one type: their facts, and the things they own. */

import { cypherName } from '../../cypher/names.ts';
import type { Row, Run } from '../../cypher/statement.ts';
import type { DatasetNode, DatasetRelationship, Properties } from '../../model/dataset.ts';
import {
  type FieldsModel,
  type Model,
  NODE,
  type OwnedModel,
  type RelationshipModel,
} from '../../model/model.ts';
import { datasetNode, datasetRelationship } from '../../model/stored/stored-form.ts';

/** A fact at a record, under the key that it is written at. */
export interface WrittenFact {
  readonly field: RelationshipModel;
  readonly far: string;
  readonly fact: DatasetRelationship;
}

/** A thing that a record owns, with what is written at it. */
export interface OwnedThing {
  readonly field: OwnedModel;
  readonly node: DatasetNode;
  readonly written: Written;
}

/** What is written at one record. */
export interface Written {
  readonly facts: readonly WrittenFact[];
  readonly owned: readonly OwnedThing[];
}

/** What is written at a record that has neither facts nor things. */
export const NOTHING_WRITTEN: Written = { facts: [], owned: [] };

/** What is written at records of a type, by their ids, in an order that depends on what is there alone. */
export async function readWritten(
  model: Model,
  run: Run,
  type: FieldsModel,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Written>> {
  const found = new Map<string, { facts: WrittenFact[]; owned: OwnedThing[] }>();
  const at = (id: string) => {
    const known = found.get(id) ?? { facts: [], owned: [] };
    found.set(id, known);
    return known;
  };
  const fields = [...type.relationships.values()].filter(({ written }) => written);
  for (const direction of ['OUT', 'IN'] as const) {
    const directed = fields.filter((field) => field.direction === direction);
    const byType = new Map(
      directed.flatMap((field) =>
        [field.stored.type, field.stored.datedType].map((name) => [name, field] as const),
      ),
    );
    for (const row of await readAt(run, ids, [...byType.keys()], direction, false)) {
      const field = byType.get(String(row.type));
      if (!field) continue;
      const [from, to] = direction === 'OUT' ? [row.id, row.far] : [row.far, row.id];
      const fact = datasetRelationship(
        model,
        String(row.type),
        String(from),
        String(to),
        row.stored as Properties,
      );
      at(String(row.id)).facts.push({ field, far: String(row.far), fact });
    }
  }
  const owning = new Map([...type.owned.values()].map((field) => [field.relationshipType, field] as const));
  const rows = await readAt(run, ids, [...owning.keys()], 'OUT', true);
  for (const [name, field] of owning) {
    const things = rows
      .filter((row) => row.type === name)
      .map((row) => ({ owner: String(row.id), node: datasetNode(model, row.thing as Properties) }));
    const declared = model.nodeTypes.get(field.type);
    const within =
      declared && things.length > 0
        ? await readWritten(
            model,
            run,
            declared,
            things.map(({ node }) => node.id),
          )
        : undefined;
    for (const { owner, node } of things) {
      at(owner).owned.push({ field, node, written: within?.get(node.id) ?? NOTHING_WRITTEN });
    }
  }
  for (const { facts, owned } of found.values()) {
    facts.sort((a, b) => compare(`${a.far} ${a.fact.key}`, `${b.far} ${b.fact.key}`));
    owned.sort((a, b) => compare(a.node.id, b.node.id));
  }
  return found;
}

async function readAt(
  run: Run,
  ids: readonly string[],
  types: readonly string[],
  direction: 'OUT' | 'IN',
  whole: boolean,
): Promise<readonly Row[]> {
  if (types.length === 0) return [];
  const [before, behind] = direction === 'OUT' ? ['-', '->'] : ['<-', '-'];
  return run({
    text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id})${before}[r:${types.map(cypherName).join('|')}]${behind}(far)
WHERE r.key IS NOT NULL
RETURN id, type(r) AS type, far.id AS far, ${whole ? 'properties(far) AS thing' : 'properties(r) AS stored'}`,
    parameters: { ids },
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
