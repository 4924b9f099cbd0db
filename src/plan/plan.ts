/** A plan: what apply would change in the graph, and the state it was made against. */

import type { Totals, UndoMark } from '../graph/reading/read-revisions.ts';
import type { GraphState } from '../graph/reading/read-state.ts';
import type { Dataset, DatasetInfo, DatasetNode, DatasetRelationship } from '../model/dataset.ts';
import type { HashSums } from '../model/stored/hash-sums.ts';
import type { Change, Comparable } from './changes/changes.ts';
import type { ForeignContent } from './drift/find-foreign.ts';
import type { ReturningForeign } from './drift/find-returning.ts';
import type { TouchedDrift } from './drift/plan-drift.ts';
import type { ModelChange } from './model-change.ts';

/** What apply would do: this and nothing else. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Whether what the dataset says of itself changes: name, time zone, home, licence. */
  readonly infoChanges: boolean;
  /** Where the graph was built by another model: then all of it is written anew in this one's form. */
  readonly modelChange: ModelChange | undefined;
  /** The state it was made against; apply refuses another. */
  readonly base: GraphState;
  /** What will be stored; of an undo, what it touches and the records that describe it. */
  readonly desired: Dataset;
  readonly digest: string;
  /** The sums of hashes that will be kept. */
  readonly sums: HashSums;
  /** What is touched, as the graph held it; apply refuses if it was edited by hand since. */
  readonly seen: Comparable;
  /** Manual edits of what it touches. */
  readonly drift?: readonly TouchedDrift[];
  /** What will be stored instead of what the seeds say because it was edited by hand, by id or key. */
  readonly kept?: ReadonlyMap<string, DatasetNode | DatasetRelationship>;
  /** What reverts manual edits first. */
  readonly repairs?: readonly Change[];
  /** What no seed says about what it deletes: apply refuses while there is any, unless the plan takes it along. */
  readonly foreign?: ForeignContent;
  /** Whether that goes along with what is deleted. */
  readonly takesForeign?: boolean;
  /** What earlier revisions took along and this one brings back. */
  readonly returning?: ReturningForeign;
  /** The file that it is applied from, where it was saved. */
  readonly savedAs?: string | undefined;
  /** How it goes back, where it does. */
  readonly undo?: UndoMark;
  /** The revisions whose undoing it undoes, knowingly. */
  readonly redoes?: readonly number[];
  /** How much there will be, where `desired` is not all of it. */
  readonly totals?: Totals;
}

/** Whether a plan changes nothing. */
export function isEmpty(plan: Plan): boolean {
  return plan.changes.length === 0 && !plan.infoChanges && !plan.modelChange;
}

/** Whether two datasets say the same of themselves. */
export function sameInfo(one: DatasetInfo | undefined, other: DatasetInfo | undefined): boolean {
  return JSON.stringify(infoOf(one)) === JSON.stringify(infoOf(other));
}

function infoOf(info: DatasetInfo | undefined): readonly (string | null)[] | null {
  return info ? [info.name, info.timeZone, info.home ?? null, info.licence ?? null] : null;
}
