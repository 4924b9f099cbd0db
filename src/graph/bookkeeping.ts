/** What the product keeps in a graph beside the facts: every label and relationship type of it, in one place. */

import { GRAPH_LABEL } from '../model/model.ts';
import { LEAF_LABEL } from '../model/stored/hash-leaves.ts';
import { SEARCH_KEY } from '../model/text/search-key.ts';
import { SUMS_LABEL } from './reading/read-hashes.ts';

/** The label of what an apply took along with a deletion although no seed says it, kept to be brought back. */
export const KEPT_FOREIGN = 'KeptForeign';

/** One kind of what is kept. */
export interface Kept {
  readonly label: string;
  /** The properties that distinguish one from another, in the order they are listed by. */
  readonly key: readonly string[];
}

/** The hashes of what was loaded. */
export const LEAVES: Kept = { label: LEAF_LABEL, key: ['bucket'] };

/** The bookkeeping that is copied together with the facts; the identity of the graph comes last. */
export const KEPT_OF_STATE: readonly Kept[] = [
  LEAVES,
  { label: SEARCH_KEY, key: ['id'] },
  { label: SUMS_LABEL, key: ['id'] },
  { label: GRAPH_LABEL, key: ['id'] },
];

/** What revisions store, to be shown and undone: a backup has it, a copy of the facts starts without it. */
export const KEPT_OF_REVISIONS: readonly Kept[] = [
  { label: 'Revision', key: ['number'] },
  { label: 'RevisionPart', key: ['revision', 'ordinal'] },
  { label: 'ChangePart', key: ['place'] },
  { label: 'ChangedId', key: ['id', 'revision'] },
  { label: 'FormerId', key: ['id'] },
  { label: KEPT_FOREIGN, key: ['revision', 'id'] },
];

/** What joins one that is kept to another; both ends have the label. */
export const KEPT_RELATIONSHIPS: readonly { readonly type: string; readonly ends: Kept }[] = [
  { type: 'NOW', ends: { label: 'FormerId', key: ['id'] } },
];

/** What says who writes just now: it is true of one moment, and copied nowhere. */
export const PASSING: ReadonlySet<string> = new Set(['lockedAt', 'restoring']);
