/** A relationship as curators read it where there is no room for a sentence. */

import type { DatasetRelationship } from '../dataset.ts';

/** A relationship by its ends and type: `zone:z -[WITHIN]-> region:x`. */
export function factWords({ type, from, to }: Pick<DatasetRelationship, 'type' | 'from' | 'to'>): string {
  return `${from} -[${type}]-> ${to}`;
}
