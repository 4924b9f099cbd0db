/** A record as JSON-LD: where it is stated, and who checked that. */

import { expect, test } from 'vitest';
import { linkedData } from '../../src/pages/linked-data.ts';
import { model } from '../graph-fixture.ts';

test('evidence is a derivation of PROV, and a check of it an activity of who checked', () => {
  const source = { id: 'source:s', name: '来源', nameEn: null, tier: 'NEWS', url: null };
  const evidence = [
    { locator: 'p1', checkedBy: '李四', checkedOn: '2026-11-20', source },
    { locator: 'p2', checkedBy: null, checkedOn: null, source },
  ];
  const state = { vocabulary: { model } } as unknown as Parameters<typeof linkedData>[0];
  const data = {
    entity: { __typename: 'Agency', id: 'agency:a', name: '甲', evidence },
    graph: { revision: 1 },
  };
  const linked = linkedData(state, new Map(), data, 'http://h') as Readonly<Record<string, unknown>>;
  const entity = { '@id': 'http://h/id/source:s', 'schema:name': '来源' };
  expect(linked['prov:qualifiedDerivation']).toEqual([
    {
      '@type': 'prov:Derivation',
      'prov:entity': entity,
      'kg:locator': 'p1',
      'prov:hadActivity': {
        '@type': ['prov:Activity', 'kg:Check'],
        'prov:wasAssociatedWith': { '@type': 'prov:Agent', 'schema:name': '李四' },
        'kg:checkedOn': '2026-11-20',
      },
    },
    { '@type': 'prov:Derivation', 'prov:entity': entity, 'kg:locator': 'p2' },
  ]);
});
