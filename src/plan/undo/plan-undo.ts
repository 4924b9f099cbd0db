/** Plans that go back: to an earlier revision, or over one alone. */

import type { Run } from '../../cypher/statement.ts';
import { readHashes, readSums } from '../../graph/reading/read-hashes.ts';
import {
  type Revision,
  readRevisions,
  readTotals,
  type UndoMark,
} from '../../graph/reading/read-revisions.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import type { DatasetInfo } from '../../model/dataset.ts';
import { type Model, SOURCE } from '../../model/model.ts';
import { digestOf } from '../../model/stored/dataset-digest.ts';
import { groupsOf, ofGroups, shiftSums } from '../../model/stored/hash-sums.ts';
import { ApplyRefused } from '../apply-refused.ts';
import { type Change, type Comparable, keepOnly } from '../changes/changes.ts';
import { applyChanges, diff } from '../changes/diff.ts';
import { foldChanges, netChanges } from '../changes/fold-changes.ts';
import { findRevision, keyOf, readUndoing, readWayBack, refuseTouched } from '../changes/read-ledger.ts';
import { type Drift, repairDrift } from '../drift/find-drift.ts';
import { findForeign } from '../drift/find-foreign.ts';
import { findReturning } from '../drift/find-returning.ts';
import { driftedEnds, driftedValues } from '../drift/merge-drift.ts';
import type { TouchedDrift } from '../drift/plan-drift.ts';
import { findModelChange } from '../model-change.ts';
import { type Plan, sameInfo } from '../plan.ts';
import { checkUndo, readTouched } from './check-undo.ts';
import { findCircle } from './find-circle.ts';
import { findLater } from './find-later.ts';

/** How an undo is planned. */
export interface UndoOptions {
  /** Reverts manual edits of the records touched. */
  readonly overwriteDrift: boolean;
}

/**
 * The plan that goes back to the state and digest of a revision.
 * @throws ApplyRefused where there is no such revision or no way back to it, over drift, and where today's model cannot
 * hold what was
 */
export async function planRollback(model: Model, to: number, options: UndoOptions, run: Run): Promise<Plan> {
  const base = stateOf(await run(STATE_STATEMENT));
  const revisions = await readRevisions(run);
  const target = findRevision(revisions, to);
  const undone = revisions.map(({ number }) => number).filter((number) => number > to);
  const changes = netChanges(await readWayBack(run, revisions, base.revision, to));
  const mark: UndoMark = { kind: 'rollback', revision: to, undone: undone.reverse() };
  return finish(model, run, options, {
    base,
    revisions,
    changes,
    mark,
    info: target.info,
    digest: target.digest,
  });
}

/**
 * The plan that undoes one revision alone.
 * @throws ApplyRefused as {@link planRollback} does, and where a later revision touched a record that it changed
 */
export async function planRevert(model: Model, of: number, options: UndoOptions, run: Run): Promise<Plan> {
  const base = stateOf(await run(STATE_STATEMENT));
  const revisions = await readRevisions(run);
  const revision = findRevision(revisions, of);
  const changes = await readUndoing(run, revision);
  const way = await readWayBack(run, revisions, base.revision, of);
  const later = findLater(model, changes, diff(way.before, way.after));
  if (later.size > 0) throw refuseTouched(of, later, way.touchedBy);
  const circle = await findCircle(model, changes, run);
  if (circle) {
    throw new ApplyRefused('touched-later', {
      en: `Revision ${of} cannot be undone alone: with what came later it would close a circle, ${circle.join(' → ')}.`,
      zh: `版本 ${of} 不能单独撤销：与之后的变化会形成循环 ${circle.join(' → ')}。`,
    });
  }
  const mark: UndoMark = { kind: 'revert', revision: of, undone: [of] };
  const info = infoWithout(revision, revisions, base.info);
  return finish(model, run, options, { base, revisions, changes, mark, info, digest: undefined });
}

/** What the dataset says of itself when what a revision changed of it is taken back. */
function infoWithout(
  { number, info }: Revision,
  revisions: readonly Revision[],
  current: DatasetInfo | undefined,
): DatasetInfo | undefined {
  const before = revisions.find((each) => each.number === number - 1)?.info;
  if (!before || sameInfo(before, info)) return current;
  if (sameInfo(info, current)) return before;
  throw new ApplyRefused('touched-later', {
    en: `Revision ${number} cannot be undone alone: a later one changed the description of the dataset again.`,
    zh: `版本 ${number} 不能单独撤销：之后的版本又改动了数据集说明。`,
  });
}

const NOTHING_APPLIED = { en: 'Nothing was applied yet.', zh: '图谱尚无任何版本。' };

interface Undoing {
  readonly base: GraphState;
  readonly revisions: readonly Revision[];
  readonly changes: readonly Change[];
  readonly mark: UndoMark;
  readonly info: DatasetInfo | undefined;
  /** Undefined: to be worked out. */
  readonly digest: string | undefined;
}

async function finish(model: Model, run: Run, options: UndoOptions, undoing: Undoing): Promise<Plan> {
  const { base, changes, mark, revisions } = undoing;
  const info = undoing.info ?? base.info;
  if (!info) throw new ApplyRefused('unknown-revision', NOTHING_APPLIED);
  const { before, after } = foldChanges(changes);
  const modelChange = await findModelChange(model, base, async () => revisions, run);
  const modelChanges = modelChange !== undefined;
  const actual = await readTouched(model, run, changes, modelChanges);
  const drift = checkUndo(model, { before, after, changes, actual, modelChanges }, options.overwriteDrift);
  const repairs = drift.length > 0 ? repairDrift(before, actual) : [];
  const kept = await readSums(run, () => groupsOf(before, after));
  // Where the sums were deleted by hand, all of them are stored again.
  const sums = shiftSums(kept ?? ofGroups((await readHashes(model, run)).sums), before, after);
  const takesForeign = options.overwriteDrift;
  return {
    changes,
    infoChanges: !sameInfo(base.info, info),
    modelChange,
    base,
    desired: { info, ...applyChanges(changes, applyChanges(repairs, actual)) },
    digest: undoing.digest ?? digestOf(info, sums),
    sums,
    seen: keepOnly(actual, new Set(changes.map(keyOf))),
    drift: drift.map((each) => overwritten(each, before, actual)),
    repairs,
    foreign: await findForeign(model, { changes, repairs, takesForeign, modelChange }, run),
    takesForeign,
    returning: await findReturning(model, changes, mark.undone, run),
    undo: mark,
    redoes: undoingsAmong(revisions, mark.undone),
    totals: totalsAfter(await readTotals(run), changes),
  };
}

/** The revisions among those undone that undid something themselves, and were not redone before: this does it again. */
export function undoingsAmong(
  revisions: readonly Pick<Revision, 'number' | 'undo' | 'redoneBy'>[],
  undone: readonly number[],
): readonly number[] {
  return revisions
    .filter(({ number, undo, redoneBy }) => undo && redoneBy === undefined && undone.includes(number))
    .map(({ number }) => number);
}

/** Drift that is reverted before the undo itself, value by value. */
function overwritten({ key, id, is }: Drift, before: Comparable, actual: Comparable): TouchedDrift {
  const was = before.nodes.get(key) ?? before.relationships.get(key);
  const now = actual.nodes.get(key) ?? actual.relationships.get(key);
  const values = was && now ? [...driftedEnds(was, now, was), ...driftedValues(was, now, was)] : [];
  return { key, id, is, values, fate: 'overwritten' };
}

function totalsAfter(
  totals: Awaited<ReturnType<typeof readTotals>>,
  changes: readonly Change[],
): Awaited<ReturnType<typeof readTotals>> {
  let { nodes, relationships, sources } = totals;
  for (const change of changes) {
    const step = change.action === 'create' ? 1 : change.action === 'delete' ? -1 : 0;
    if ('relationship' in change) relationships += step;
    else {
      nodes += step;
      if (change.node.type === SOURCE) sources += step;
    }
  }
  return { nodes, relationships, sources };
}
