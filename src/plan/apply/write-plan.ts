/** Writes a plan's changes, inside a transaction that the caller begins and ends. */

import type { Run } from '../../cypher/statement.ts';
import {
  createNodes,
  createRelationships,
  deleteNodes,
  deleteRelationships,
  deleteSearchKeys,
  keepSearchKeys,
  missingNodes,
  moveRelationships,
  rewriteNodes,
  rewriteRelationships,
  takenIds,
  type Update,
  updateNodes,
  updateRelationships,
} from '../../graph/statements/apply-statements.ts';
import { changeLeaves, replaceLeaves, setLeaves } from '../../graph/statements/leaf-statements.ts';
import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { leavesOf } from '../../model/stored/hash-leaves.ts';
import { storedType } from '../../model/stored/stored-form.ts';
import type { Wording } from '../../model/words/wording.ts';
import { ApplyRefused, withList } from '../apply-refused.ts';
import { leafChanges, touchedBuckets } from '../changes/leaf-changes.ts';
import { pairMoves } from '../changes/pair-moves.ts';
import { keepForeign, returnForeign } from '../drift/keep-foreign.ts';
import { repairStatements } from '../drift/repair-statements.ts';
import type { Plan } from '../plan.ts';
import { planWording, refreshWording } from './plan-wording.ts';

/**
 * Reverts the drift to be reverted, then writes the changes: deletions first, so that their ids and keys are free.
 * @throws ApplyRefused where an end of a fact is gone, or a node that was not loaded has the id of one to come
 */
export async function writePlan(model: Model, plan: Plan, run: Run): Promise<void> {
  const wording = await planWording(model, plan, run);
  await write(run, repairStatements(model, plan.repairs ?? [], wording));
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
      if (action === 'update') updatedNodes.push({ before: change.before, after, merged: kept(after.id) });
      else nodes[action].push(after);
    } else {
      const { action, relationship: after } = change;
      if (action === 'update') updates.push({ before: change.before, after, merged: kept(after.key) });
      else relationships[action].push(after);
    }
  }
  for (const { before, after } of paired.nodes) updatedNodes.push({ before, after, merged: kept(after.id) });
  for (const { before, after } of paired.relationships)
    updates.push({ before, after, merged: kept(after.key) });
  const stays = ({ before, after }: Update<DatasetRelationship>) =>
    storedType(model, before) === storedType(model, after);
  await refuseTaken(run, [...nodes.create, ...paired.nodes.map(({ after }) => after)]);
  if (plan.takesForeign) await keepForeign(model, plan, run);
  await write(run, [...deleteRelationships(model, relationships.delete)]);
  await write(run, [
    ...deleteNodes(nodes.delete),
    ...createNodes(model, nodes.create, wording),
    ...updateNodes(model, updatedNodes, wording),
    ...createRelationships(model, relationships.create, wording),
    ...updateRelationships(model, updates.filter(stays), wording),
    ...moveRelationships(
      model,
      updates.filter((each) => !stays(each)),
      wording,
    ),
    ...(plan.modelChange ? rewriteAll(model, plan, wording) : []),
    ...deleteSearchKeys(model, [...nodes.delete, ...paired.nodes.map(({ before }) => before)]),
    ...keepSearchKeys(model, [...nodes.create, ...updatedNodes.map(({ after, merged = after }) => merged)]),
  ]);
  await write(run, keepLeaves(plan));
  await refreshWording(model, plan, run);
  await returnForeign(plan, run);
}

type Statements = readonly Parameters<Run>[0][];

/** Rewrites all that exists before and after a plan in the stored form of the present model. */
function rewriteAll(model: Model, { desired }: Plan, wording: Wording): Statements {
  const nodes = [...desired.nodes.values()];
  return [
    ...rewriteNodes(model, nodes, wording),
    ...rewriteRelationships(model, [...desired.relationships.values()], wording),
    ...keepSearchKeys(model, nodes),
  ];
}

/**
 * Writes the hashes of what is loaded after the plan. Seeds give all of a bucket; a plan that goes back knows only its
 * changes.
 */
function keepLeaves({ modelChange, base, desired, repairs = [], changes, undo }: Plan): Statements {
  if (modelChange || base.revision === 0) return replaceLeaves(leavesOf(desired));
  const touched = [...repairs, ...changes];
  if (undo) return changeLeaves(leafChanges(touched));
  return setLeaves(leavesOf(desired, touchedBuckets(touched)));
}

async function write(run: Run, statements: Statements): Promise<void> {
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
        {
          en: 'Facts would lead to nodes that manual edits deleted. Restore them, or change their records and apply with --overwrite-drift:',
          zh: '有关系指向已被人工删除的节点。请恢复这些节点，或修改相应记录后加 --overwrite-drift 生效：',
        },
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
      {
        en: 'Nodes that were not loaded from seeds have ids that records would get; give them others, or remove their label Node:',
        zh: '有并非由种子文件载入的节点占用了记录的 id；请为其另取 id，或去掉其标签 Node：',
      },
      taken.map((row) => `${row.id} (${(row.labels as readonly string[]).join(', ')})`),
    ),
  );
}
