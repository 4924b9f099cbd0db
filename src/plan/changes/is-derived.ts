/** What of a plan follows from the rest of it, and so is not shown. */

import type { Model } from '../../model/model.ts';
import { isDerivedRelationship } from '../../model/stored/derive-facts.ts';
import type { Change } from './changes.ts';

/** Citations, and the way from a record to what it owns, follow from what is shown already. */
export function isDerived(change: Change, model: Model): boolean {
  if (!('relationship' in change)) return false;
  return isDerivedRelationship(change.relationship.type) || !model.stored.has(change.relationship.type);
}
