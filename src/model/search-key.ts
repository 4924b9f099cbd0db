/** The search key of a record, in a node of its own, so that it is not shown on the record. */

import type { DatasetNode, Properties } from './dataset.ts';
import { ENTITY, isA, type Model } from './model.ts';
import { searchForm } from './search-form.ts';

/** The label of search keys; the id is that of the record. */
export const SEARCH_KEY = 'SearchKey';

/** The search key of an entity: its search texts, and whether it has former ids; undefined for other nodes. */
export function searchKey(model: Model, { id, type, properties }: DatasetNode): Properties | undefined {
  if (!isA(model, type, ENTITY)) return undefined;
  const { formerIds } = properties;
  const renamed = Array.isArray(formerIds) && formerIds.length > 0;
  return { id, ...searchForm(properties), ...(renamed ? { renamed } : {}) };
}
