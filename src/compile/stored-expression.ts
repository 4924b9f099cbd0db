/** The stored value that a property is compared and sorted by. */

import { cypherName } from '../cypher/names.ts';
import type { PropertyModel } from '../model/model.ts';
import { comparedBy } from '../model/stored-form.ts';

/** An expression of what a property is sorted by: the day of a coarse date, the number of a decimal. */
export function sortExpression(property: PropertyModel, variable: string): string {
  return `${variable}.${cypherName(comparedBy(property).lower)}`;
}
