/** The order of files, records, keys and lists makes no difference (§16.2). */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type GeneratorValue } from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readModel } from '../../src/model/schema/read-model.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { shuffled } from '../shuffled.ts';

const model = readModel('schema');
const root = mkdtempSync(join(tmpdir(), 'order-'));
afterAll(() => rmSync(root, { recursive: true }));

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };
type SeedRecord = readonly [key: string, record: Tree];

const at = (locator: string, source = 'source:a') => ({ source, locator });

const RECORDS: readonly SeedRecord[] = [
  ['sources', { id: 'source:a', name: '甲', tier: 'NEWS', publishedOn: '2024' }],
  ['sources', { id: 'source:b', name: '乙', tier: 'NEWS', publishedOn: '2023' }],
  ['regions', { id: 'region:a', name: '甲', level: 'CITY', evidence: at('p1') }],
  [
    'zones',
    { id: 'zone:a', name: '甲', zoneKind: 'SITE', within: ['region:a', 'zone:b'], evidence: at('p2') },
  ],
  [
    'zones',
    { id: 'zone:b', name: '乙', zoneKind: 'SITE', within: 'region:a', evidence: [at('p3'), at('p2')] },
  ],
  ['industries', { id: 'industry:a', name: '甲', industryKind: 'FIELD', evidence: at('p1') }],
  ['agencies', { id: 'agency:a', name: '甲', formerIds: ['agency:old'], evidence: at('p1') }],
  [
    'clusters',
    {
      id: 'cluster:a',
      name: '甲',
      industries: { to: 'industry:a', modality: 'PLANNED', evidence: { locator: 'p9' } },
      places: ['zone:a', { to: 'zone:b', validFrom: '2024' }, { to: 'zone:b', validFrom: '2023' }],
      titles: [
        { title: '集群', validFrom: '2022', authority: 'agency:old' },
        { title: '集群', validFrom: '2023', evidence: at('p4', 'source:b') },
      ],
      evidence: at('p5'),
    },
  ],
  [
    'policies',
    {
      id: 'policy:a',
      name: '甲',
      issuedOn: [
        { value: '2023', evidence: at('p1', 'source:b') },
        { value: '2023-09', evidence: [at('p2'), at('p1')] },
        { value: '2023', evidence: at('p1') },
      ],
      industries: ['industry:a'],
      places: ['region:a'],
      evidence: [at('p1', 'source:b'), at('p1')],
    },
  ],
  [
    'measures',
    {
      id: 'measure:a',
      name: '措施',
      policy: 'policy:a',
      instrument: 'GRANT',
      criteria: [
        {
          anyOf: [
            [
              { attribute: 'REVENUE', operator: 'GTE', values: ['2000万元'] },
              { attribute: 'EMPLOYEES', operator: 'IN', values: ['50', '100'] },
            ],
            [{ attribute: 'SME_SIZE', operator: 'IN', values: ['SMALL', 'MEDIUM', 'MICRO'] }],
            [{ attribute: 'INDUSTRY', operator: 'IS_IN', values: ['industry:a'] }],
          ],
        },
      ],
      evidence: at('p1'),
    },
  ],
];

/** A tree with its keys and lists in another order. */
function reordered(tree: Tree, generate: GeneratorValue): Tree {
  if (typeof tree === 'string') return tree;
  if (Array.isArray(tree)) return shuffled(tree, generate).map((each) => reordered(each, generate));
  return Object.fromEntries(
    shuffled(Object.entries(tree), generate).map(([key, value]) => [key, reordered(value, generate)]),
  );
}

/** Reads records dealt out to files. */
function read(records: readonly SeedRecord[], fileOf: (at: number) => number) {
  const folder = mkdtempSync(join(root, 'case-'));
  const dealt = records.map((_, index) => fileOf(index));
  const files = [0, 1, 2].map((file) => {
    const seeds: Record<string, Tree[]> = {};
    for (const [index, [key, record]] of records.entries()) {
      if (dealt[index] === file) seeds[key] = [...(seeds[key] ?? []), record];
    }
    return file === 0 ? { dataset: { timeZone: 'Asia/Shanghai', name: '测试' }, ...seeds } : seeds;
  });
  for (const [file, seeds] of files.entries())
    writeFileSync(join(folder, `${file}.yaml`), JSON.stringify(seeds));
  const { dataset, diagnostics } = readSeeds(model, [folder]);
  expect(diagnostics).toEqual([]);
  if (!dataset) throw new Error('the seeds have no dataset');
  return dataset;
}

test('any order of files, records, keys and lists gives the same dataset', () => {
  const plain = read(RECORDS, () => 0);
  fc.assert(
    fc.property(fc.gen(), (generate) => {
      const records = shuffled(RECORDS, generate).map(
        ([key, record]) => [key, reordered(record, generate)] as const,
      );
      const dataset = read(records, () => generate(fc.nat, { max: 2 }));
      expect(dataset).toEqual(plain);
      expect([...dataset.nodes.keys()]).toEqual([...plain.nodes.keys()]);
      expect(datasetDigest(dataset)).toBe(datasetDigest(plain));
    }),
    { numRuns: 60 },
  );
});
