/** What a curator should find out next: one item for each question, with what its answer decides (§20). */

import { compareText } from '../../diagnostics/compare-text.ts';
import type { Step } from '../proof.ts';

/** What is to be found out. */
export type WorkKind = 'EMPTY_CELL' | 'MISSING_START' | 'CRITERION_WITHOUT_FACTS' | 'WEAK_CLAIMS';

/** One thing to find out. */
export interface WorkItem {
  readonly kind: WorkKind;
  /** What distinguishes it from all others: its kind and the ids it is about. */
  readonly key: string;
  /** How many answers or verdicts its answer decides. */
  readonly weight: number;
  /** The id of the record that it is about. */
  readonly about: string;
  /** Of an empty cell: the column. */
  readonly place?: string | undefined;
  /** Of a criterion: its id, and the firms of which nothing on record decides it. */
  readonly criterion?: string | undefined;
  readonly firms?: readonly string[];
  /** Of weak facts: these. */
  readonly facts?: readonly Step[];
}

/** What a worklist is asked for: nodes by number, -1 for what is not there. */
export interface WorkAsked {
  readonly place: number | undefined;
  readonly industry: number | undefined;
  readonly day: number;
}

/** The heaviest first, then by key. */
export function compareWork(a: WorkItem, b: WorkItem): number {
  return b.weight - a.weight || compareText(a.key, b.key);
}

/** An item's key. */
export function workKey(kind: WorkKind, ...ids: readonly string[]): string {
  return [kind, ...ids].join(' ');
}
