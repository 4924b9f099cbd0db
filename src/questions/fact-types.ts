/** Stored relationship types as a pattern in Cypher, for questions whose rules name them. */

import { DATED } from '../model/model.ts';

/** Relationship types as they stand in a pattern, plain and dated together: WITHIN|WITHIN_DATED. */
export function factTypes(...types: readonly string[]): string {
  return types.flatMap((type) => [type, `${type}${DATED}`]).join('|');
}
