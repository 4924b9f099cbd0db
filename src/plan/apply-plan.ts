/** Does what a plan says, in one transaction: the graph is the old revision or the new one, nothing between. */

import {
  createNodes,
  createRelationships,
  deleteNodes,
  deleteRelationships,
  foreignRelationships,
  moveRelationships,
  type RelationshipUpdate,
  rewriteNodes,
  updateNodes,
  updateRelationships,
} from '../graph/apply-statements.ts';
import type { Graph, Run } from '../graph/graph.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../graph/read-state.ts';
import {
  type FormerId,
  recordChanges,
  recordFormerIds,
  recordInverse,
} from '../graph/revision-statements.ts';
import { schemaStatements } from '../graph/schema-statements.ts';
import type { DatasetNode, DatasetRelationship } from '../model/dataset.ts';
import { GRAPH_LABEL, type Model } from '../model/model.ts';
import { storedType } from '../model/stored-form.ts';
import { ApplyRefused } from './apply-refused.ts';
import type { Change } from './changes.ts';
import { inverseParts } from './invert-changes.ts';
import type { Plan } from './make-plan.ts';
import { refuseTooLarge } from './refuse-too-large.ts';
import { repairStatements } from './repair-statements.ts';
import { tellChanges } from './tell-changes.ts';
import { type LockOptions, type LockWait, waitForLock } from './wait-for-lock.ts';

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

/** Makes the constraints and indexes of a model that the graph was not built by; what is there stays. */
async function prepareGraph(model: Model, base: GraphState, waiting: LockWait): Promise<void> {
  if (base.modelVersion === model.version) return;
  for (const statement of schemaStatements(model)) await waiting.changeSchema(statement);
}

/**
 * Applies a plan.
 * @returns the new state
 * @throws ApplyRefused where one transaction has no room for it, the graph has moved since the plan, another holds the lock for too long, or other hands'
 * relationships stand in the way
 */
export async function applyPlan(
  model: Model,
  graph: Graph,
  plan: Plan,
  options: ApplyOptions = {},
): Promise<GraphState> {
  await refuseTooLarge(graph, plan, options.memory);
  const waiting = waitForLock(graph, options.lock);
  await prepareGraph(model, plan.base, waiting);
  return waiting.write(async (run) => {
    const current = await lock(run);
    waiting.acquired();
    if (current.revision !== plan.base.revision || current.digest !== plan.base.digest) {
      throw new ApplyRefused(
        'stale',
        `the graph is at revision ${current.revision}, and the plan was made at ${plan.base.revision}: plan again`,
      );
    }
    await options.observe?.before(run);
    if (plan.repairs && plan.repairs.length > 0) {
      for (const statement of repairStatements(model, plan.repairs)) await run(statement);
    }
    await write(model, plan, run);
    const revision = plan.base.revision + 1;
    const told = tellChanges(model, plan.changes, plan.desired);
    for (const statement of recordChanges(revision, told)) await run(statement);
    for (const statement of recordFormerIds(plan.changes.flatMap(formerIds))) await run(statement);
    for (const statement of recordInverse(revision, inverseParts(plan.changes))) await run(statement);
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
          name: plan.desired.info.name,
          timeZone: plan.desired.info.timeZone,
          home: plan.desired.info.home ?? null,
          licence: plan.desired.info.licence ?? null,
          ...(plan.totals ?? countFacts(plan)),
        },
        counts: { ...countActions(plan), told: told.length, ...markOf(plan) },
        redoes: plan.redoes ?? [],
      },
    });
    await options.observe?.after(run);
    return stateOf(await run(STATE_STATEMENT));
  });
}

/** Takes the write lock of the graph's own node; another apply waits here until this one ends or dies. */
async function lock(run: Run): Promise<GraphState> {
  await run({
    text: `MERGE (g:${GRAPH_LABEL} {id: 'graph'}) SET g.lockedAt = toString(datetime())`,
    parameters: {},
  });
  return stateOf(await run(STATE_STATEMENT));
}

async function write(model: Model, plan: Plan, run: Run): Promise<void> {
  const nodes = { create: [] as DatasetNode[], delete: [] as DatasetNode[] };
  const relationships = { create: [] as DatasetRelationship[], delete: [] as DatasetRelationship[] };
  const updatedNodes: { node: DatasetNode; before: DatasetNode }[] = [];
  const updated: RelationshipUpdate[] = [];
  const moved: RelationshipUpdate[] = [];
  for (const change of plan.changes) {
    if ('node' in change) {
      if (change.action === 'update') updatedNodes.push(change);
      else nodes[change.action].push(change.node);
    } else if (change.action !== 'update') relationships[change.action].push(change.relationship);
    else if (storedType(model, change.before) === storedType(model, change.relationship))
      updated.push(change);
    else moved.push(change);
  }
  if (nodes.delete.length > 0) {
    const foreign = await run(foreignRelationships(nodes.delete));
    if (foreign.length > 0) throw new ApplyRefused('foreign-relationships', foreignMessage(foreign));
  }
  const statements = [
    ...(plan.modelChanges ? rewriteNodes(model, [...plan.desired.nodes.values()]) : []),
    ...deleteRelationships(model, relationships.delete),
    ...deleteNodes(nodes.delete),
    ...createNodes(model, nodes.create),
    ...updateNodes(model, updatedNodes),
    ...createRelationships(model, relationships.create),
    ...updateRelationships(model, updated),
    ...moveRelationships(model, moved),
  ];
  for (const statement of statements) await run(statement);
}

function foreignMessage(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const lines = rows.map((row) => `  ${row.id} -[${row.type}]- ${row.other}`);
  return [
    'relationships that were not loaded from seeds hang on nodes that would be deleted; remove them first, or keep the nodes:',
    ...lines,
  ].join('\n');
}

/** How much the graph holds: kept, so that nobody counts it for an answer, and what analysts added is left out. */
function countFacts({ desired }: Plan): Readonly<Record<string, number>> {
  let sources = 0;
  for (const { type } of desired.nodes.values()) if (type === 'Source') sources += 1;
  return { nodes: desired.nodes.size, relationships: desired.relationships.size, sources };
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

function countActions(plan: Plan): Readonly<Record<string, number>> {
  const counts = { created: 0, updated: 0, deleted: 0 };
  for (const { action } of plan.changes) counts[`${action}d`]++;
  return counts;
}
