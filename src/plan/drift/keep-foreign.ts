/** Keeps what an apply takes along with deletions although no seed says it, and brings it back when that is undone. */

import type { Run } from '../../cypher/statement.ts';
import {
  bringBack,
  keepOnFacts,
  keepOnNodes,
  keepRelationships,
} from '../../graph/statements/foreign-statements.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../plan.ts';
import { deletedBy } from './find-foreign.ts';

/** Keeps what is foreign about what a plan deletes, and deletes relationships that no seed says. */
export async function keepForeign(model: Model, plan: Plan, run: Run): Promise<void> {
  const { changes, modelChange } = plan;
  const { nodes, facts, attached } = deletedBy(model, { changes, modelChange });
  const revision = plan.base.revision + 1;
  if (nodes.length > 0) await run(keepOnNodes(nodes, revision));
  if (facts.length > 0) await run(keepOnFacts(facts, revision));
  if (nodes.length > 0) await run(keepRelationships(attached, revision));
}

/** Brings back what a plan says comes back. */
export async function returnForeign({ returning }: Plan, run: Run): Promise<void> {
  if (!returning || returning.ids.length === 0) return;
  for (const statement of bringBack(returning.ids)) await run(statement);
}
