/** The made-up countries that benches read are sound seeds, and the same ones every time. */

import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { diff } from '../../src/plan/changes/diff.ts';
import { readTexts } from '../../src/seeds/read-seeds.ts';
import { collectDiagnostics } from '../../src/seeds/written/report.ts';
import { sourceText } from '../../src/seeds/written/written.ts';
import { editOneRecord } from '../bench/edit-one-record.ts';
import { makeSeeds, type SeedFiles } from '../bench/make-seeds.ts';

const RECORDS = 200;
const model = readModel('schema');

function read(files: SeedFiles) {
  const texts = [...files].map(([path, text]) => ({
    source: sourceText(path, text),
    sound: true,
    marked: false,
  }));
  return readTexts(model, texts, collectDiagnostics());
}

function datasetOf(files: SeedFiles): Dataset {
  const { dataset, diagnostics } = read(files);
  if (!dataset) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  return deriveFacts(model, dataset);
}

describe('a made-up country', () => {
  test('is the same, byte by byte, for the same number of records and the same seed', () => {
    expect([...makeSeeds(RECORDS, 7)]).toEqual([...makeSeeds(RECORDS, 7)]);
    expect([...makeSeeds(RECORDS, 8)]).not.toEqual([...makeSeeds(RECORDS, 7)]);
  });

  test.each([1, 2, 3, 4])('has no fault, and as many records as were asked for (seed %i)', (seed) => {
    const { dataset, diagnostics } = read(makeSeeds(RECORDS, seed));
    expect(diagnostics).toEqual([]);
    const rooted = [...(dataset?.nodes.values() ?? [])].filter(({ type }) => model.nodeTypes.get(type)?.root);
    expect(rooted).toHaveLength(RECORDS);
  });

  test('has records of every type that seeds can write', () => {
    const types = new Set([...datasetOf(makeSeeds(RECORDS, 1)).nodes.values()].map(({ type }) => type));
    const writable = [...model.nodeTypes.values()].filter(({ root }) => root).map(({ name }) => name);
    expect(writable.filter((name) => !types.has(name))).toEqual([]);
  });

  test('differs in one firm and one fact of it after one record was edited', () => {
    const files = makeSeeds(RECORDS, 1);
    const { path, text, id, industry } = editOneRecord(files);
    const changes = diff(datasetOf(new Map([...files, [path, text]])), datasetOf(files));
    expect(
      changes.map((change) =>
        'node' in change
          ? [change.action, change.node.id]
          : [change.action, change.relationship.type, change.relationship.from, change.relationship.to],
      ),
    ).toEqual([
      ['update', id],
      ['create', 'OPERATES_IN', id, industry],
    ]);
  });
});
