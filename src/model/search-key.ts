/** What a record is found by, kept beside it: nobody who looks at the record sees it. */

import type { DatasetNode, Properties } from './dataset.ts';
import { ENTITY, isA, type Model } from './model.ts';
import { searchForm } from './search-form.ts';

/** The label of what a record is found by; its id is that of the record. */
export const SEARCH_KEY = 'SearchKey';

/** The key of an entity: what it is searched by, and whether it had other ids before; undefined for all else. */
export function searchKey(model: Model, { id, type, properties }: DatasetNode): Properties | undefined {
  if (!isA(model, type, ENTITY)) return undefined;
  const { formerIds } = properties;
  const renamed = Array.isArray(formerIds) && formerIds.length > 0;
  return { id, ...searchForm(properties), ...(renamed ? { renamed } : {}) };
}
