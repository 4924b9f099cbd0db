/** What a plan would do again although it was undone on purpose. */

import type { Run } from '../../cypher/statement.ts';
import { type Revision, readRevisions, readTellingOf } from '../../graph/reading/read-revisions.ts';
import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { DERIVED_PROPERTIES } from '../../model/stored/derive-facts.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import type { Change } from '../changes/changes.ts';
import { isDerived } from '../changes/is-derived.ts';
import { keyOf, readUndoing } from '../changes/read-ledger.ts';
import { isEmpty, type Plan, sameInfo } from '../plan.ts';

/** A revision that undid something, and the changes of a plan that do it again. */
export interface Redone {
  readonly revision: Revision;
  readonly changes: readonly Change[];
  readonly info: boolean;
}

/** What a plan would redo, by the revision that undid it; what was redone knowingly once is not reported again. */
export async function findRedone(model: Model, plan: Plan, run: Run): Promise<readonly Redone[]> {
  if (isEmpty(plan)) return [];
  const revisions = await readRevisions(run);
  const undoing = revisions.filter(({ undo, redoneBy }) => undo && redoneBy === undefined);
  if (undoing.length === 0) return [];
  const own = plan.changes.filter((change) => !isDerived(change, model));
  const ids = own.map((change) => ownerId('node' in change ? change.node.id : change.relationship.from));
  const numbers = undoing.map(({ number }) => number);
  const telling = await readTellingOf(run, numbers, [...new Set(ids)]);
  const found: Redone[] = [];
  for (const revision of undoing) {
    // What undoes an undo is what was undone; it may be large, and is only read where it has to do with the plan.
    const kept = telling.has(revision.number) ? await readUndoing(run, revision) : [];
    const undone = new Map(kept.map((change) => [keyOf(change), change]));
    const changes = own.filter((change) => {
      const was = undone.get(keyOf(change));
      return was !== undefined && isSame(change, was);
    });
    const info = plan.infoChanges && redoesInfo(plan, revision, revisions);
    if (changes.length > 0 || info) found.push({ revision, changes, info });
  }
  return found;
}

function redoesInfo(plan: Plan, { number, info }: Revision, revisions: readonly Revision[]): boolean {
  const before = revisions.find((each) => each.number === number - 1)?.info;
  return before !== undefined && !sameInfo(before, info) && sameInfo(before, plan.desired.info);
}

/** Whether a change does what another did: the same record or fact comes or goes, or a value moves the same way. */
function isSame(change: Change, other: Change): boolean {
  if (change.action !== other.action) return false;
  if (change.action === 'delete') return true;
  const [is, was] = [wordsOf(sideOf(change, 'after')), wordsOf(sideOf(other, 'after'))];
  if (change.action === 'create') return JSON.stringify([...is]) === JSON.stringify([...was]);
  const [before, wasBefore] = [wordsOf(sideOf(change, 'before')), wordsOf(sideOf(other, 'before'))];
  return [...new Set([...is.keys(), ...before.keys()])].some(
    (name) =>
      is.get(name) !== before.get(name) &&
      is.get(name) === was.get(name) &&
      before.get(name) === wasBefore.get(name),
  );
}

function sideOf(change: Change, side: 'before' | 'after'): DatasetNode | DatasetRelationship | undefined {
  if (side === 'before') return 'before' in change ? change.before : undefined;
  return 'node' in change ? change.node : change.relationship;
}

/** A value for each thing that is said, as text; the days that follow from others are none. */
function wordsOf(value: DatasetNode | DatasetRelationship | undefined): ReadonlyMap<string, string> {
  if (!value) return new Map();
  const entries = Object.entries(value.properties).filter(([name]) => !DERIVED_PROPERTIES.includes(name));
  return new Map(
    [...entries, ['evidence', value.evidence] as const]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, JSON.stringify(each)]),
  );
}
