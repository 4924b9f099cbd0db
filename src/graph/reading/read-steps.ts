/** Reads the steps of a tree that lead upward from nodes. */

import { cypherName } from '../../cypher/names.ts';
import type { Run } from '../../cypher/statement.ts';
import { type Model, NODE } from '../../model/model.ts';

/** One step of a tree. */
export interface Step {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** Every step on a way upward from any of some nodes. */
export async function readStepsUp(
  model: Model,
  run: Run,
  type: string,
  ids: readonly string[],
): Promise<readonly Step[]> {
  const types = [type, model.stored.get(type)?.datedType ?? type].map(cypherName).join('|');
  const rows = await run({
    text: `UNWIND $ids AS id MATCH (:${NODE} {id: id})-[:${types}*0..]->(a)-[r:${types}]->(b) WHERE r.key IS NOT NULL
RETURN DISTINCT r.key AS key, a.id AS from, b.id AS to`,
    parameters: { ids },
  });
  return rows.map(({ key, from, to }) => ({ key: String(key), from: String(from), to: String(to) }));
}
