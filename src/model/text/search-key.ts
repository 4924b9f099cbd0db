/** The search key of a record, in a node of its own, so that it is not shown on the record. */

import type { DatasetNode, Properties } from '../dataset.ts';
import { ENTITY, isA, type Model } from '../model.ts';
import { searchForm } from './search-form.ts';

/** The label of search keys; the id is that of the record. */
export const SEARCH_KEY = 'SearchKey';

/**
 * The search key of an entity; undefined for other nodes. Beside its search texts it holds what hits are chosen and
 * ordered by, so that only the records of a page are looked up; and whether the record has former ids.
 */
export function searchKey(model: Model, { id, type, properties }: DatasetNode): Properties | undefined {
  if (!isA(model, type, ENTITY)) return undefined;
  const { name, formerIds } = properties;
  const renamed = Array.isArray(formerIds) && formerIds.length > 0;
  const nameLength = Array.from(String(name)).length;
  return { id, nodeType: type, nameLength, ...searchForm(properties), ...(renamed ? { renamed } : {}) };
}
