/** A change as a revision records it: record, property, before, after, and the names in it as they were then. */

/** What was done. RENAME: the record goes on under another id. */
export type ChangeAction = 'CREATE' | 'UPDATE' | 'DELETE' | 'RENAME';

/** What something is called. */
export interface Naming {
  readonly name: string;
  readonly nameEn?: string;
  /** Its name is no title of a document, but describes it. */
  readonly isUntitled?: boolean;
}

/** What a fact, or an owned node, says of itself, by property. */
export type Details = Readonly<Record<string, string>>;

/** What a sentence is made of, kept as it was when the change was applied. */
export interface ChangeWords {
  readonly entity: Naming;
  /** The owned node of the entity that the change is about: a title, a figure. */
  readonly owned?: Naming;
  /** The property whose value a source states, where the change is about such a value. */
  readonly stated?: string;
  /** The far end of a relationship. */
  readonly far?: Naming;
  /** The node type of the far end, where its relationship leads to several. */
  readonly farType?: string;
  /** The stored type of a relationship. */
  readonly relationship?: string;
  /** Whether the entity is where the relationship ends, not where it starts. */
  readonly inward?: boolean;
  /** Of a fact that changed: what it says of itself as before. */
  readonly kept?: Details;
  readonly before?: Details;
  readonly after?: Details;
}

/** One recorded change. */
export interface RecordedChange {
  readonly action: ChangeAction;
  /** The record whose seed states it; a change of an owned node is recorded on its owner. */
  readonly entityId: string;
  readonly nodeType: string;
  /** The field; undefined where a whole record came or went. */
  readonly property: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly words: ChangeWords;
  /** The other ids that it is about. */
  readonly aboutIds: readonly string[];
}

/** No revision has as many recorded changes. */
const MOST_CHANGES = 10_000_000;

/** How many recorded changes are stored together; a part begins at a multiple of this. */
export const CHANGES_IN_PART = 200;

/**
 * The position of a change in the order of all changes, newest revision first. One number, so that an index
 * gives that order; all places of revisions after R are below `changePlace(R, 0)`.
 */
export function changePlace(revision: number, ordinal: number): number {
  return ordinal - revision * MOST_CHANGES;
}

/** The revision that brought the change at a place. */
export function changeRevision(place: number): number {
  return Math.ceil(-place / MOST_CHANGES);
}

/** The id of the change at a place: its revision, and its number in it from 1. */
export function changeId(place: number): string {
  const revision = changeRevision(place);
  return `change:${revision}-${place - changePlace(revision, 0) + 1}`;
}
