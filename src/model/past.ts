/** What was at an earlier revision, where it is not what is (§16.4). */

import type { DatasetNode, DatasetRelationship } from './dataset.ts';

/** What differs at a revision from what is now: nodes by id and relationships by key, undefined where there was none. */
export interface Past {
  readonly revision: number;
  readonly nodes: ReadonlyMap<string, DatasetNode | undefined>;
  readonly relationships: ReadonlyMap<string, DatasetRelationship | undefined>;
  /** What these relationships are now; undefined where there is none any more. */
  readonly relationshipsNow: ReadonlyMap<string, DatasetRelationship | undefined>;
  /** The revisions that changed each of them, newest first, by id or key. */
  readonly changedIn: ReadonlyMap<string, readonly number[]>;
}
