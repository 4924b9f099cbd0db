/** What changed between two revisions, described: the net of what lies between (§14.4). */

import type { Run } from '../../cypher/statement.ts';
import { readRevisions } from '../../graph/reading/read-revisions.ts';
import type { DatasetInfo } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import type { RecordedChange } from '../../model/recorded-change.ts';
import type { Change } from '../changes/changes.ts';
import { applyChanges, diff } from '../changes/diff.ts';
import { netChanges } from '../changes/fold-changes.ts';
import { findRevision, readWayBack } from '../changes/read-ledger.ts';
import { readNeighbourhood } from '../undo/read-neighbourhood.ts';
import { describeChanges } from './describe-changes.ts';

/** What changed between two revisions. */
export interface RevisionDiff {
  readonly described: readonly RecordedChange[];
  /** What the dataset said of itself, before and after; undefined before anything was applied. */
  readonly info: readonly [before: DatasetInfo | undefined, after: DatasetInfo | undefined];
}

/**
 * The net of the changes from one revision to another, which may be the older one. Names are as they are at the end.
 * @param from 0 for the graph before anything was applied, and so `to`
 * @throws ApplyRefused where there is no such revision, or one between keeps nothing to undo it by
 */
export async function diffRevisions(model: Model, from: number, to: number, run: Run): Promise<RevisionDiff> {
  const revisions = await readRevisions(run);
  const infoOf = (number: number) => (number === 0 ? undefined : findRevision(revisions, number).info);
  const info = [infoOf(from), infoOf(to)] as const;
  const [older, newer] = from < to ? [from, to] : [to, from];
  const between = await readWayBack(run, revisions, newer, older);
  const back = netChanges(between);
  const changes: readonly Change[] = from < to ? diff(between.before, between.after) : back;
  if (changes.length === 0) return { described: [], info };
  const since = netChanges(await readWayBack(run, revisions, revisions[0]?.number ?? 0, newer));
  const atNewer = applyChanges(since, await readNeighbourhood(model, run, changes));
  const desired = from < to ? atNewer : applyChanges(back, atNewer);
  return { described: describeChanges(model, changes, desired), info };
}
