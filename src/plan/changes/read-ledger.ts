/** The ledger that revisions make: what each did, read back from what it keeps to be undone. */

import type { Run } from '../../cypher/statement.ts';
import { type Revision, readInverse } from '../../graph/reading/read-revisions.ts';
import { ApplyRefused, withList } from '../apply-refused.ts';
import type { Change } from './changes.ts';
import { type Fold, foldChanges } from './fold-changes.ts';
import { parseParts } from './invert-changes.ts';

/** What leads back from one revision to an older one. */
export interface WayBack extends Fold {
  /** The revisions that touched a thing on the way, newest first, by node id and relationship key. */
  readonly touchedBy: ReadonlyMap<string, readonly number[]>;
}

/**
 * The revision of a number.
 * @throws ApplyRefused that says which there are
 */
export function findRevision(revisions: readonly Revision[], number: number): Revision {
  const found = revisions.find((each) => each.number === number);
  if (found) return found;
  const newest = revisions[0]?.number;
  const oldest = revisions.at(-1)?.number;
  throw new ApplyRefused(
    'unknown-revision',
    newest === undefined
      ? {
          en: `There is no revision ${number}: nothing was applied yet.`,
          zh: `没有版本 ${number}：图谱尚无任何版本。`,
        }
      : {
          en: `There is no revision ${number}: there are ${oldest} to ${newest}; kg log lists them.`,
          zh: `没有版本 ${number}：现有版本 ${oldest} 至 ${newest}，可用 kg log 查看。`,
        },
  );
}

/**
 * The changes that undo a revision, exactly.
 * @throws ApplyRefused where it keeps none, as a first load by import
 */
export async function readUndoing(run: Run, revision: Revision): Promise<readonly Change[]> {
  const changes = parseParts(await readInverse(run, revision.number));
  if (changes.length !== revision.kept) {
    throw new ApplyRefused('not-kept', {
      en: `Revision ${revision.number} stores nothing to undo it by, as a first load by import does not: the graph cannot go back before it.`,
      zh: `版本 ${revision.number} 没有保存可供撤销的内容（如首次导入）：无法退回到它之前。`,
    });
  }
  return changes;
}

/**
 * What leads from the state of one revision back to that of an older one.
 * @param to 0 for the graph before anything was applied
 * @throws ApplyRefused where a revision between is gone, or keeps nothing
 */
export async function readWayBack(
  run: Run,
  revisions: readonly Revision[],
  from: number,
  to: number,
): Promise<WayBack> {
  const touchedBy = new Map<string, number[]>();
  const changes: Change[] = [];
  const there = new Set(revisions.map(({ number }) => number));
  for (let number = from; number > to; number -= 1) {
    if (there.has(number)) continue;
    throw new ApplyRefused('not-kept', {
      en: `The changes of revision ${number} are not in the graph any more: the graph cannot go back before it.`,
      zh: `图谱中已没有版本 ${number} 的变化记录：无法退回到它之前。`,
    });
  }
  for (const revision of revisions) {
    if (revision.number > from || revision.number <= to) continue;
    for (const change of await readUndoing(run, revision)) {
      changes.push(change);
      const key = keyOf(change);
      const known = touchedBy.get(key);
      if (known) known.push(revision.number);
      else touchedBy.set(key, [revision.number]);
    }
  }
  return { ...foldChanges(changes), touchedBy };
}

/** A node's id, or a relationship's key: no id is a key. */
export function keyOf(change: Change): string {
  return 'node' in change ? change.node.id : change.relationship.key;
}

/** The refusal of a change that later revisions touched, naming the records and the revisions. */
export function refuseTouched(
  revision: number,
  later: ReadonlyMap<string, readonly Change[]>,
  touchedBy: WayBack['touchedBy'],
): ApplyRefused {
  const lines = [...later].map(([id, changes]) => {
    const numbers = new Set(changes.flatMap((change) => touchedBy.get(keyOf(change)) ?? []));
    const listed = [...numbers].sort((a, b) => a - b);
    return { en: `${id}: revision ${listed.join(', ')}`, zh: `${id}：版本 ${listed.join('、')}` };
  });
  return new ApplyRefused(
    'touched-later',
    withList(
      {
        en: `Revision ${revision} cannot be undone alone: later ones touched what it changed. Undo those first, or roll back.`,
        zh: `版本 ${revision} 不能单独撤销：之后的版本又改动了相同内容。请先撤销那些版本，或整体回退。`,
      },
      lines,
    ),
  );
}
