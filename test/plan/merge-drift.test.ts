/** What stands when seeds and edits outside kg changed the same record. */

import { expect, test } from 'vitest';
import type { DatasetNode, Properties } from '../../src/model/dataset.ts';
import { driftedEnds, driftedValues, mergeDrift } from '../../src/plan/drift/merge-drift.ts';

const P1 = [{ source: 'source:s', locator: 'p1' }];
const P2 = [{ source: 'source:s', locator: 'p2' }];

function zone(properties: Properties, evidence = P1): DatasetNode {
  return { id: 'zone:z', type: 'Zone', properties, evidence };
}

const LOADED = zone({ name: '园', nameEn: 'Park', areaKm2: '4' });

test('a value that was removed stays out, one that was added stays, whatever the seeds say', () => {
  const is = zone({ name: '园', zoneKind: 'SITE' });
  const seeds = zone({ name: '园', nameEn: 'Garden', areaKm2: '5', zoneKind: 'PARK' });
  expect(mergeDrift(LOADED, is, seeds)).toEqual(zone({ name: '园', zoneKind: 'SITE' }));
});

test('what was not edited is as the seeds say: changed, added and removed', () => {
  const is = zone({ name: '改过', nameEn: 'Park', areaKm2: '4' });
  const seeds = zone({ name: '新', areaKm2: '5', zoneKind: 'PARK' }, P2);
  expect(mergeDrift(LOADED, is, seeds)).toEqual(zone({ name: '改过', areaKm2: '5', zoneKind: 'PARK' }, P2));
});

test('evidence that was edited stays, and counts as one value', () => {
  const is = zone(LOADED.properties, P2);
  const seeds = zone(LOADED.properties, []);
  expect(mergeDrift(LOADED, is, seeds).evidence).toEqual(P2);
  expect(driftedValues(LOADED, is, seeds)).toEqual([{ property: 'evidence', loaded: P1, is: P2, seeds: [] }]);
});

test('a fact that was led elsewhere differs in each end and in its type', () => {
  const fact = { key: 'k', type: 'WITHIN', from: 'a', to: 'b', properties: {}, evidence: [] };
  const is = { ...fact, type: 'NEAR', to: 'c' };
  expect(driftedEnds(fact, is, undefined)).toEqual([
    { property: 'to', loaded: 'b', is: 'c', seeds: undefined },
    { property: 'type', loaded: 'WITHIN', is: 'NEAR', seeds: undefined },
  ]);
  expect(driftedEnds(fact, fact, fact)).toEqual([]);
});
