/** The industry that all are in (§4.6). */

import type { StoredRelationship } from './model.ts';

/** The industry that every industry is in, by definition. */
export const ALL_INDUSTRIES = 'industry:all';

/** The id of the node that all nodes of a tree are in without a step that says so; undefined where there is none. */
export function topOf(tree: StoredRelationship): string | undefined {
  return tree.from === 'Industry' ? ALL_INDUSTRIES : undefined;
}
