/** A node type that is declared in the schema alone can be written in seeds: no reader knows node types. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** A laboratory in a tree of its own, with an address and a credit code, and firms that invest in firms. */
const LABORATORY = `
type Laboratory implements Entity & Node @node(list: "laboratories", prefix: "laboratory") {
  website: String @format(name: URL)
  creditCode: String @format(name: USCC)
  partOf: Laboratory @relationship(type: "LABORATORY_PART_OF", direction: OUT, acyclic: true)
}
type Investment @relationshipProperties { share: Decimal @limits(least: 0, most: 100) }
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

function read(seeds: string, declared = SCHEMA, edit: (folder: string) => void = () => {}) {
  const [schema, folder] = ['schema', 'seeds'].map((name) =>
    join(mkdtempSync(join(root, 'case-')), name),
  ) as [string, string];
  cpSync('schema', schema, { recursive: true });
  writeFileSync(join(schema, 'added.graphql'), declared);
  edit(schema);
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

/** Adds fields to the type of firms. */
function firmsWith(fields: string) {
  return (folder: string) => {
    const file = join(folder, 'firm.graphql');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace(/^type Firm [^{]*\{/m, (begin) => `${begin}\n  ${fields}`),
    );
  };
}

const HEAD = `
dataset: { name: 测试, timeZone: Asia/Shanghai }
sources: [{ id: source:a, name: 甲, tier: NEWS }]
defaults: { evidence: { source: source:a, locator: p1 } }
`;

function codesOf(...given: Parameters<typeof read>): readonly string[] {
  return read(...given).diagnostics.map(({ code }) => code);
}

test('an address that a declaration gives to firms is checked as an address', () => {
  const website = firmsWith('website: String @format(name: URL)');
  const firm = (text: string) => `${HEAD}firms: [{ id: firm:a, name: 甲, website: "${text}" }]`;
  expect(codesOf(firm('https://www.example.cn/'), LABORATORY, website)).toEqual([]);
  expect(codesOf(firm('www.example.cn'), LABORATORY, website)).toEqual(['value/format']);
});

test('investments between firms lead in a circle or not, as they are declared', () => {
  const invests = (acyclic: boolean) =>
    firmsWith(`investsIn: [Firm] @relationship(type: "INVESTS_IN", direction: OUT, properties: "Investment",
    acyclic: ${acyclic}, zh: "{from}投资{to}", en: "{from} invests in {to}")`);
  const firms = `${HEAD}firms:
  - { id: firm:a, name: 甲, investsIn: { to: firm:b, share: 30 } }
  - { id: firm:b, name: 乙, investsIn: { to: firm:a, share: 12.5 } }`;
  expect(codesOf(firms, LABORATORY, invests(false))).toEqual([]);
  expect(codesOf(firms, LABORATORY, invests(true))).toEqual(['tree/cycle']);
  expect(codesOf(firms.replace('12.5', '120'), LABORATORY, invests(false))).toEqual(['value/format']);
});

test('a new type has its addresses, codes and circles checked as those of firms and places are', () => {
  const laboratories = (website: string, code: string, partOf: string) => `${HEAD}laboratories:
  - { id: laboratory:a, name: 甲, website: "${website}", creditCode: ${code}, partOf: laboratory:b }
  - { id: laboratory:b, name: 乙${partOf} }`;
  const right = ['https://www.example.cn/', '91310115MA1K35X03C'] as const;
  expect(codesOf(laboratories(...right, ''), LABORATORY)).toEqual([]);
  expect(
    codesOf(laboratories('ftp://example.cn', '91310115MA1K35X030', ', partOf: laboratory:a'), LABORATORY),
  ).toEqual(['value/format', 'code/checksum', 'tree/cycle']);
});
