/** The records of what was looked for and found absent in a dataset, as the rules take them. */

import type { Dataset } from '../../src/model/dataset.ts';
import { knownNoneOf } from '../../src/questions/known-none/read-known-none.ts';
import type { Ground } from '../../src/rules/ground.ts';
import type { KnownNone } from '../../src/rules/known-none.ts';

/** The records about firms or policies. */
export function knownNoneOfDataset(
  ground: Ground,
  { nodes, relationships }: Dataset,
  of: 'firms' | 'policies',
): readonly KnownNone[] {
  const end = (type: string, id: string) =>
    [...relationships.values()].find((fact) => fact.type === type && fact.from === id)?.to;
  return [...nodes.values()]
    .filter(({ type, properties }) => type === 'KnownNone' && properties.of === of)
    .map(({ id, properties: { validFrom, validTo, modality } }) =>
      knownNoneOf(ground, {
        ...{ id, validFrom, validTo, modality },
        industry: end('KNOWN_NONE_FOR', id),
        place: end('KNOWN_NONE_IN', id),
      }),
    );
}
