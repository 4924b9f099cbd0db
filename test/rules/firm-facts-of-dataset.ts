/** The facts of firms in a dataset, as the rules take them. */

import type { Dataset } from '../../src/model/dataset.ts';
import { validDays } from '../../src/model/stored/derive-facts.ts';
import { firmFactOf } from '../../src/questions/firms/read-firm-facts.ts';
import type { FirmFact } from '../../src/rules/firm-facts.ts';
import type { Ground } from '../../src/rules/ground.ts';

/** The facts of a type, those of some roles where roles are given. */
export function firmFactsOfDataset(
  ground: Ground,
  { relationships }: Dataset,
  type: 'OPERATES_IN' | 'FIRM_LOCATED_IN',
  roles?: readonly string[],
): readonly FirmFact[] {
  return [...relationships.values()]
    .filter((fact) => fact.type === type)
    .filter(({ properties: { role } }) => !roles || (typeof role === 'string' && roles.includes(role)))
    .map(({ from: firm, to, properties }) =>
      firmFactOf(ground, { firm, to, ...validDays(properties), modality: properties.modality }),
    );
}
