/** A node type that is declared in the schema alone can be written in seeds: no reader knows node types. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { relationshipKey } from '../../src/model/identity.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';

const root = mkdtempSync(join(tmpdir(), 'new-type-'));
afterAll(() => rmSync(root, { recursive: true }));

const SCHEMA = `
type Ship implements Entity & Node @node(list: "ships", prefix: "ship") {
  tonnage: Int!
  afloat: Boolean!
  launchedOn: CoarseDate
  scrappedOn: CoarseDate @lastDay
  berths: [Place] @relationship(type: "BERTHED_IN", direction: OUT, properties: "BerthProperties")
  voyages: [Voyage!]!
}
type BerthProperties @relationshipProperties { role: BerthRole @key }
enum BerthRole { HOME VISIT }
type Voyage @owned { number: Int! @key, cargo: [String!]! }
`;

const SEEDS = `
dataset: { name: 测试, timeZone: Asia/Shanghai }
sources: [{ id: source:a, name: 甲, tier: NEWS }]
regions: [{ id: region:a, name: 甲, level: CITY, evidence: { source: source:a, locator: p1 } }]
ships:
  - id: ship:a
    name: 甲
    tonnage: 2.5万
    afloat: true
    launchedOn: 2020
    berths: [{ to: region:a, role: HOME, validFrom: 2021 }, { to: region:a, role: VISIT }]
    voyages: { number: 7, cargo: 钢 }
    evidence: { source: source:a, locator: p1 }
`;

function read(seeds: string) {
  const [schema, folder] = ['schema', 'seeds'].map((name) =>
    join(mkdtempSync(join(root, 'case-')), name),
  ) as [string, string];
  cpSync('schema', schema, { recursive: true });
  writeFileSync(join(schema, 'ship.graphql'), SCHEMA);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.yaml'), seeds);
  return readSeeds(readModel(schema), [folder]);
}

test('a new type is read with its properties, relationships and owned things', () => {
  const { dataset, diagnostics, spans } = read(SEEDS);
  expect(diagnostics).toEqual([]);
  expect(dataset?.nodes.get('ship:a')?.properties).toEqual({
    name: '甲',
    tonnage: 25_000,
    afloat: true,
    launchedOn: '2020',
  });
  expect(dataset?.nodes.get('ship:a#voyages/007')?.properties).toEqual({ number: 7, cargo: ['钢'] });
  const key = relationshipKey('BERTHED_IN', 'ship:a', 'region:a', ['HOME', '2021']);
  expect(dataset?.relationships.get(key)?.properties.role).toBe('HOME');
  expect(spans.get(key)?.line).toBe(11);
  expect(spans.get('ship:a')?.line).toBe(6);
});

test('its faults are told of like any other', () => {
  const wrong = SEEDS.replace('2.5万', '2.55')
    .replace('true', 'yes')
    .replace('HOME', 'HOM')
    .replace('2020', '2020\n    scrappedOn: 2019');
  expect(read(wrong).diagnostics.map(({ code }) => code)).toEqual([
    'value/type',
    'value/type',
    'date/order',
    'value/enum',
  ]);
});
