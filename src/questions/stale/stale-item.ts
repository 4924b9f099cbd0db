/** Something that a curator should look at again. */

import { compareText } from '../../diagnostics/compare-text.ts';

/** The kinds of items, in the order listed. */
export const STALE_KINDS = [
  'policy-expiring',
  'window-closing',
  'target-overdue',
  'project-overdue',
  'policy-no-start',
  'source-unverified',
  'claim-conflicting',
  'claim-weak',
] as const;

/** Something to look at again. */
export interface StaleItem {
  readonly kind: (typeof STALE_KINDS)[number];
  /** The record's id. */
  readonly id: string;
  readonly name: string;
  /** The day that it is about, 2024-02-20; null where there is none. */
  readonly day: string | null;
  /** Why it is listed. */
  readonly message: string;
  /** Of a claim: the property, or "record" for all that a record's own evidence backs. */
  readonly property?: string;
  /** Of a claim: the value; of a relationship, the far id. */
  readonly value?: string;
  readonly sources?: readonly string[];
}

/** By kind, day, id, property and value; what has no day comes last. */
export function compareStale(a: StaleItem, b: StaleItem): number {
  return (
    STALE_KINDS.indexOf(a.kind) - STALE_KINDS.indexOf(b.kind) ||
    compareText(a.day ?? '~', b.day ?? '~') ||
    compareText(a.id, b.id) ||
    compareText(a.property ?? '', b.property ?? '') ||
    compareText(a.value ?? '', b.value ?? '')
  );
}
