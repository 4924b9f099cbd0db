/** Does what a plan says, in one transaction: the graph is the old revision or the new one, nothing between. */

import type { Run } from '../../cypher/statement.ts';
import { GraphError } from '../../graph/bolt/graph-error.ts';
import type { Graph } from '../../graph/graph.ts';
import { planAnew } from '../../graph/plan-anew.ts';
import { keepSums } from '../../graph/reading/read-hashes.ts';
import { totalsOf } from '../../graph/reading/read-revisions.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import { LOCK_STATEMENT } from '../../graph/statements/lock-statement.ts';
import {
  type FormerId,
  recordChanges,
  recordFormerIds,
  recordInverse,
} from '../../graph/statements/revision-statements.ts';
import { RETIRED_INDEXES, schemaStatements } from '../../graph/statements/schema-statements.ts';
import { GRAPH_LABEL, type Model } from '../../model/model.ts';
import { STORED_FORM } from '../../model/schema/model-version.ts';
import { ApplyRefused } from '../apply-refused.ts';
import type { Change } from '../changes/changes.ts';
import { inverseParts } from '../changes/invert-changes.ts';
import { refuseDrift, refuseMoved } from '../drift/refuse-drift.ts';
import { refuseOtherForeign } from '../drift/refuse-foreign.ts';
import { refuseFormerModel } from '../model-change.ts';
import type { Plan } from '../plan.ts';
import { describeChanges } from '../report/describe-changes.ts';
import { countRecords, planRecords, type RecordCounts } from '../report/plan-records.ts';
import { refuseTooLarge } from './refuse-too-large.ts';
import { type LockOptions, type LockWait, waitForLock } from './wait-for-lock.ts';
import { writePlan } from './write-plan.ts';

/** Looks at the graph inside the transaction of an apply, before and after it writes. */
export interface ApplyObserver {
  before(run: Run): Promise<void>;
  after(run: Run): Promise<void>;
}

/** How a plan is applied. */
export interface ApplyOptions {
  readonly observe?: ApplyObserver | undefined;
  readonly lock?: LockOptions | undefined;
  /** The bytes that the transaction may take; asked of Neo4j where left out. */
  readonly memory?: number | undefined;
}

/** Of fewer changes no index becomes so much larger that plans for a small one are slow. */
const MANY = 1_000;

/** Makes the constraints and indexes of a model that the graph was not built by; what is there stays. */
async function prepareGraph(model: Model, base: GraphState, waiting: LockWait): Promise<void> {
  if (base.modelVersion === model.version) return;
  for (const statement of schemaStatements(model)) await waiting.changeSchema(statement);
}

/**
 * Applies a plan.
 * @returns the new state
 * @throws ApplyRefused where one transaction has no room for it, the graph has moved since the plan or has left its model,
 * another holds the lock for too long, or manual edits conflict with it
 */
export async function applyPlan(
  model: Model,
  graph: Graph,
  plan: Plan,
  options: ApplyOptions = {},
): Promise<GraphState> {
  refuseDrift(plan);
  refuseFormerModel(plan);
  await refuseTooLarge(graph, plan, options.memory);
  const counts = { ...countActions(plan), ...keptCounts(countRecords(planRecords(plan, model, new Map()))) };
  const waiting = waitForLock(graph, options.lock);
  await prepareGraph(model, plan.base, waiting);
  let isWritten = false;
  const write = waiting.write(async (run) => {
    const current = await lock(run);
    waiting.acquired();
    // The answer to our own commit was lost on the way, and the driver has begun anew.
    if (isWritten && current.revision === plan.base.revision + 1 && current.digest === plan.digest) {
      return current;
    }
    if (current.revision !== plan.base.revision || current.digest !== plan.base.digest) {
      throw new ApplyRefused(
        'stale',
        current.revision === plan.base.revision
          ? {
              en: `the plan was made of another graph, whose revision ${current.revision} has another digest: plan again`,
              zh: `计划基于另一图谱，其版本 ${current.revision} 的摘要不同：请重新生成计划`,
            }
          : {
              en: `the graph is at revision ${current.revision}, and the plan was made at ${plan.base.revision}: plan again`,
              zh: `图谱现为版本 ${current.revision}，而计划基于版本 ${plan.base.revision}：请重新生成计划`,
            },
      );
    }
    await refuseMoved(model, plan, run);
    await refuseOtherForeign(model, plan, run);
    await options.observe?.before(run);
    await writePlan(model, plan, run);
    const revision = plan.base.revision + 1;
    const told = describeChanges(model, plan.changes, plan.desired);
    for (const statement of recordChanges(revision, told)) await run(statement);
    for (const statement of recordFormerIds(plan.changes.flatMap(formerIds))) await run(statement);
    for (const statement of recordInverse(revision, inverseParts(plan.changes))) await run(statement);
    await run(keepSums(plan.sums));
    await run({
      text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'})
SET g += $state, g.appliedAt = toString(datetime())
CREATE (r:Revision {number: g.revision, at: g.appliedAt, digest: g.digest, modelVersion: g.modelVersion,
  name: g.name, timeZone: g.timeZone, home: g.home, licence: g.licence})
SET r += $counts
WITH r UNWIND $redoes AS number MATCH (u:Revision {number: number}) SET u.redoneBy = r.number`,
      parameters: {
        state: {
          revision,
          digest: plan.digest,
          modelVersion: model.version,
          form: STORED_FORM,
          name: plan.desired.info.name,
          timeZone: plan.desired.info.timeZone,
          home: plan.desired.info.home ?? null,
          licence: plan.desired.info.licence ?? null,
          ...(plan.totals ?? totalsOf(plan.desired)),
        },
        counts: { ...counts, told: told.length, ...markOf(plan) },
        redoes: plan.redoes ?? [],
      },
    });
    await options.observe?.after(run);
    const state = stateOf(await run(STATE_STATEMENT));
    isWritten = true;
    return state;
  });
  const state = await write.catch((error: unknown) => {
    throw isWritten ? inDoubt(error) : error;
  });
  if (plan.modelChange) for (const statement of RETIRED_INDEXES) await graph.changeSchema(statement);
  if (isMostlyNew(plan)) await planAnew(graph);
  return state;
}

/** Whether a plan makes most of what there will be: what Neo4j knows of its indexes is of a smaller graph then. */
function isMostlyNew({ changes, totals, desired }: Plan): boolean {
  const { nodes, relationships } = totals ?? totalsOf(desired);
  return changes.length >= MANY && changes.length > (nodes + relationships) / 2;
}

/** Where Neo4j fell silent over a commit, nobody here knows whether it was done. */
function inDoubt(error: unknown): unknown {
  if (!(error instanceof GraphError) || error.reason !== 'unavailable') return error;
  return new GraphError(
    error.reason,
    `${error.message}, while the change was being committed: kg status shows whether it was`,
    error,
  );
}

/** Takes the write lock of the graph's own node; another apply waits here until this one ends or dies. */
async function lock(run: Run): Promise<GraphState> {
  const [row] = await run(LOCK_STATEMENT);
  if (typeof row?.restoring === 'string') {
    throw new ApplyRefused('locked', {
      en: 'A backup is being restored, or its restoration was interrupted: kg restore starts it again.',
      zh: '正在恢复备份，或恢复中断：kg restore 可重新恢复。',
    });
  }
  if (row?.damaged === true) {
    throw new ApplyRefused('damaged', {
      en: `The node that holds the revision of the graph, :${GRAPH_LABEL}, was deleted although there are revisions: kg restore restores a backup.`,
      zh: `记录图谱版本的节点 :${GRAPH_LABEL} 已被删除，而版本记录仍在：可用 kg restore 恢复备份。`,
    });
  }
  return stateOf(await run(STATE_STATEMENT));
}

/** The ids that a new or changed record had before, each with the one it has now. */
function formerIds(change: Change): readonly FormerId[] {
  if (!('node' in change) || change.action === 'delete') return [];
  const { id, properties } = change.node;
  const { formerIds: former } = properties;
  return Array.isArray(former) ? former.map((old) => ({ former: String(old), id })) : [];
}

/** What a revision that goes back keeps of that. */
function markOf({ undo }: Plan): Readonly<Record<string, unknown>> {
  return undo ? { undo: undo.kind, undoOf: undo.revision, undone: undo.undone } : {};
}

/** What the log counts, as the plan did. */
function keptCounts({
  create,
  rename,
  update,
  delete: gone,
}: RecordCounts): Readonly<Record<string, number>> {
  return { recordsCreated: create, recordsRenamed: rename, recordsUpdated: update, recordsDeleted: gone };
}

/** All changes by kind, what follows from records included: as many are kept to undo them. */
function countActions(plan: Plan): Readonly<Record<string, number>> {
  const counts = { created: 0, updated: 0, deleted: 0 };
  for (const { action } of plan.changes) counts[`${action}d`]++;
  return counts;
}
