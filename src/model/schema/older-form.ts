/** Properties of older stored forms: they are read where there is nothing newer, and removed. */

import { ENTITY, isA, type Model } from '../model.ts';

/** On every node and relationship. */
const EVERYWHERE = ['hash', 'evidenceLocators'];

/** The properties that a node of a type had. */
export function olderNodeNames(model: Model, type: string): readonly string[] {
  const properties = [...(model.nodeTypes.get(type)?.properties.values() ?? [])];
  return [
    ...EVERYWHERE,
    'bucket',
    ...(isA(model, type, ENTITY) ? ['searchText', 'searchPinyin', 'renamed'] : []),
    ...properties
      .filter(({ valueKind }) => valueKind === 'decimal' || valueKind === 'money')
      .map(({ name }) => `${name}Number`),
  ];
}

/** The properties that a relationship had. */
export const OLDER_FACT_NAMES: readonly string[] = EVERYWHERE;
