/** Writes a plan's changes, inside a transaction that somebody else began and ends. */

import {
  createNodes,
  createRelationships,
  deleteNodes,
  deleteRelationships,
  missingNodes,
  moveRelationships,
  rewriteNodes,
  takenIds,
  type Update,
  updateNodes,
  updateRelationships,
} from '../graph/apply-statements.ts';
import type { Run } from '../graph/graph.ts';
import type { DatasetNode, DatasetRelationship } from '../model/dataset.ts';
import type { Model } from '../model/model.ts';
import { storedType } from '../model/stored-form.ts';
import { ApplyRefused, withList } from './apply-refused.ts';
import { keepForeign, returnForeign } from './keep-foreign.ts';
import type { Plan } from './make-plan.ts';
import { pairMoves } from './pair-moves.ts';
import { repairStatements } from './repair-statements.ts';

/**
 * Sets back what is to be set back, then writes what changes: what goes first, so that its place is free.
 * @throws ApplyRefused where an end of a fact is gone, or a node that was not loaded has the id of one to come
 */
export async function writePlan(model: Model, plan: Plan, run: Run): Promise<void> {
  await write(run, repairStatements(model, plan.repairs ?? []));
  const paired = pairMoves(model, plan.changes);
  const kept = <T extends DatasetNode | DatasetRelationship>(key: string) =>
    plan.kept?.get(key) as T | undefined;
  const nodes = { create: [] as DatasetNode[], delete: [] as DatasetNode[] };
  const relationships = { create: [] as DatasetRelationship[], delete: [] as DatasetRelationship[] };
  const updatedNodes: Update<DatasetNode>[] = [];
  const updates: Update<DatasetRelationship>[] = [];
  for (const change of paired.changes) {
    if ('node' in change) {
      const { action, node: after } = change;
      if (action === 'update') updatedNodes.push({ before: change.before, after, stands: kept(after.id) });
      else nodes[action].push(after);
    } else {
      const { action, relationship: after } = change;
      if (action === 'update') updates.push({ before: change.before, after, stands: kept(after.key) });
      else relationships[action].push(after);
    }
  }
  for (const { before, after } of paired.nodes) updatedNodes.push({ before, after, stands: kept(after.id) });
  for (const { before, after } of paired.relationships)
    updates.push({ before, after, stands: kept(after.key) });
  const stays = ({ before, after }: Update<DatasetRelationship>) =>
    storedType(model, before) === storedType(model, after);
  await refuseTaken(run, [...nodes.create, ...paired.nodes.map(({ after }) => after)]);
  if (plan.takesForeign) await keepForeign(model, plan, run);
  await write(run, [
    ...(plan.modelChanges ? rewriteNodes(model, [...plan.desired.nodes.values()]) : []),
    ...deleteRelationships(model, relationships.delete),
  ]);
  await write(run, [
    ...deleteNodes(nodes.delete),
    ...createNodes(model, nodes.create),
    ...updateNodes(model, updatedNodes),
    ...createRelationships(model, relationships.create),
    ...updateRelationships(model, updates.filter(stays)),
    ...moveRelationships(
      model,
      updates.filter((each) => !stays(each)),
    ),
  ]);
  await returnForeign(plan, run);
}

async function write(run: Run, statements: readonly Parameters<Run>[0][]): Promise<void> {
  for (const { text, parameters } of statements) {
    const [row] = await run({ text, parameters });
    if (row?.written === undefined) continue;
    const rows = parameters.rows as readonly { readonly from: string; readonly to: string }[];
    if (Number(row.written) === rows.length) continue;
    const ids = [...new Set(rows.flatMap(({ from, to }) => [from, to]))];
    const missing = await run(missingNodes(ids));
    throw new ApplyRefused(
      'drift',
      withList(
        'Facts would lead to what other hands took out of the graph. Put it back, or change its record and apply with --overwrite-drift:',
        missing.map(({ id }) => String(id)),
      ),
    );
  }
}

async function refuseTaken(run: Run, nodes: readonly DatasetNode[]): Promise<void> {
  if (nodes.length === 0) return;
  const taken = await run(takenIds(nodes.map(({ id }) => id)));
  if (taken.length === 0) return;
  throw new ApplyRefused(
    'foreign-nodes',
    withList(
      'Nodes that were not loaded from seeds have ids that records would get; give them others, or take off their label Node:',
      taken.map((row) => `${row.id} (${(row.labels as readonly string[]).join(', ')})`),
    ),
  );
}
