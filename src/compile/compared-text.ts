/** What a property is compared by, as Cypher. */

import { cypherName } from '../cypher/names.ts';
import type { PropertyModel } from '../model/model.ts';
import { comparedBy } from '../model/stored/stored-form.ts';

/**
 * The value of a property on a bound node, as it is compared from below or from above: of a decimal or money its number,
 * of a date the day that is stored beside it.
 * @example
 * toFloat(n0.areaKm2) · toFloat(split(n0.cap, ' ')[0]) · n0.issuedOnDay
 */
export function comparedText(property: PropertyModel, side: 'lower' | 'upper', variable: string): string {
  const stored = `${variable}.${cypherName(comparedBy(property)[side])}`;
  switch (property.valueKind) {
    case 'decimal':
      return `toFloat(${stored})`;
    case 'money':
      return `toFloat(split(${stored}, ' ')[0])`;
    default:
      return stored;
  }
}
