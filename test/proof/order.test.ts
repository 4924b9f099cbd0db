/** Random datasets written in many ways: files, tables, keys and records in any order are the same seeds. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type GeneratorValue } from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyChanges, diff } from '../../src/plan/changes/diff.ts';
import { readSeeds, type SeedsResult } from '../../src/seeds/read-seeds.ts';
import { writeSeeds } from '../cli/run-kg.ts';
import { randomDataset } from '../oracle/random-dataset.ts';
import { howMany } from './proof-size.ts';
import { layOut, type PlainRecord, recordsOf } from './seeds-of-dataset.ts';

const model = readModel('schema');
const root = mkdtempSync(join(tmpdir(), 'order-proof-'));
afterAll(() => rmSync(root, { recursive: true }));
const RUNS = howMany('DATASETS', 20, 2_000);
/** Datasets of one test, by a seed of its own: a long proof tells how far it is, and what it drew can be drawn again. */
const BATCH = 20;
const seeds = Array.from({ length: Math.ceil(RUNS / BATCH) }, (_, seed) => seed + 1);

const SECOND_SOURCE = 'source:t';
const EVIDENCE = [
  [{ source: 'source:s', locator: 'p1' }],
  [{ source: SECOND_SOURCE, locator: 'p2' }],
  [
    { source: 'source:s', locator: 'p3' },
    { source: SECOND_SOURCE, locator: 'p4' },
  ],
];

/** The records of a random dataset, with evidence of two sources. */
const records = fc
  .tuple(randomDataset(), fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }))
  .map(([dataset, drawn]): readonly PlainRecord[] => {
    const all = recordsOf(model, dataset);
    const second = all.find(({ id }) => id === 'source:s');
    return [
      ...all.map((record, at) =>
        record.evidence.length === 0
          ? record
          : { ...record, evidence: EVIDENCE[drawn[at % drawn.length] ?? 0] ?? [] },
      ),
      ...(second
        ? [{ ...second, id: SECOND_SOURCE, properties: { ...second.properties, name: '另一来源' } }]
        : []),
    ];
  });

/** Reads one way of writing records. */
function read(all: readonly PlainRecord[], generate: GeneratorValue, tables = true): SeedsResult {
  const folder = mkdtempSync(join(root, 'case-'));
  const result = readSeeds(model, [writeSeeds(layOut(all, generate, { tables }), folder)]);
  rmSync(folder, { recursive: true });
  return result;
}

function soundly(all: readonly PlainRecord[], generate: GeneratorValue): Dataset {
  const { dataset, diagnostics } = read(all, generate);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!dataset) throw new Error('the seeds have no dataset');
  return deriveFacts(model, dataset);
}

const NOTHING = { nodes: new Map(), relationships: new Map() };

test.each(seeds)(
  'random datasets have one digest however they are written, and applied twice change nothing (%i)',
  (seed) => {
    fc.assert(
      fc.property(records, fc.gen(), (all, generate) => {
        const [one, other] = [soundly(all, generate), soundly(all, generate)];
        expect(one.nodes.size).toBe(all.length);
        expect(datasetDigest(other)).toBe(datasetDigest(one));
        expect(other).toEqual(one);
        const applied = applyChanges(diff(one, NOTHING), NOTHING);
        expect(diff(other, applied)).toEqual([]);
      }),
      { numRuns: BATCH, seed, endOnFailure: true },
    );
  },
);

/** What may be wrong with a record, told the same wherever it is written. */
const FAULTS: readonly ((record: PlainRecord) => PlainRecord)[] = [
  (record) => ({ ...record, links: { ...record.links, places: [{ to: 'zone:nowhere' }] } }),
  (record) => ({ ...record, properties: { ...record.properties, name: '' } }),
  (record) => ({ ...record, id: `${record.id}_` }),
  (record) => ({ ...record, properties: { ...record.properties, stage: 'ADOPTD', zoneKind: 'PARC' } }),
  (record) => ({ ...record, properties: { ...record.properties, issuedOn: '2024-13', expiresOn: '2021' } }),
  (record) => ({ ...record, evidence: [{ source: 'source:nobody', locator: 'p0' }] }),
  (record) => ({
    ...record,
    links: { ...record.links, within: [{ to: record.id }], industries: [{ to: record.id }] },
  }),
];

/** Diagnostics without their places. */
function sayings({ diagnostics }: SeedsResult): readonly string[] {
  return diagnostics
    .map(({ code, severity, message, hint }) => `${severity} ${code} ${message.en} ${hint?.en ?? ''}`)
    .map((text) => text.replaceAll(/\S+\.(?:yaml|csv):\d+/g, 'PLACE'))
    .sort();
}

test.each(seeds)(
  'random datasets with faults are told the same however their YAML files are laid out (%i)',
  (seed) => {
    const faulty = fc.tuple(
      records,
      fc.array(fc.tuple(fc.nat(59), fc.nat(FAULTS.length - 1)), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(faulty, fc.gen(), ([all, drawn], generate) => {
        const spoilt = [...all];
        for (const [at, fault] of drawn) {
          const place = at % spoilt.length;
          const record = spoilt[place];
          if (record) spoilt[place] = FAULTS[fault]?.(record) ?? record;
        }
        const [one, other] = [read(spoilt, generate, false), read(spoilt, generate, false)];
        expect(sayings(one).length).toBeGreaterThan(0);
        expect(sayings(other)).toEqual(sayings(one));
      }),
      { numRuns: BATCH, seed, endOnFailure: true },
    );
  },
);
