/** Tables that add facts to records of other files. */

import { describe, expect, test } from 'vitest';
import { readModel } from '../../../src/model/schema/read-model.ts';
import { datasetDigest } from '../../../src/model/stored/dataset-digest.ts';
import { readTexts } from '../../../src/seeds/read-seeds.ts';
import { renameRecord } from '../../../src/seeds/rename/rename-record.ts';
import { collectDiagnostics } from '../../../src/seeds/written/report.ts';
import { sourceText } from '../../../src/seeds/written/written.ts';

const model = readModel('schema');

const FIRMS = `dataset: { name: 示例, timeZone: Asia/Shanghai, home: region:a }
sources:
  - { id: source:a, name: 甲, publishedOn: 2024, retrievedOn: 2026-11-30, tier: OFFICIAL }
  - { id: source:b, name: 乙, publishedOn: 2025, retrievedOn: 2026-11-30, tier: OFFICIAL }
regions:
  - { id: region:a, name: 甲市, level: CITY, evidence: { source: source:a, locator: p1 } }
  - { id: region:b, name: 乙区, level: DISTRICT, within: [region:a], evidence: { source: source:a, locator: p1 } }
industries: [{ id: industry:all, name: 全部产业, industryKind: GROUP, evidence: { source: source:a, locator: p1 } }]
`;
const RECORD = `firms:
  - id: firm:a
    name: 示例公司
    places: [region:a]
    evidence: { source: source:a, locator: p2 }
`;
const MORE = `    titles: [{ title: 专精特新中小企业, validFrom: 2025-01, evidence: { source: source:b, locator: 序号1 } }]
`;
const TABLE = `id,titles.title,titles.validFrom,source,locator
firm:a,专精特新中小企业,2025-01,source:b,序号1
`;

type SeedText = readonly [file: string, text: string];

function read(...files: readonly SeedText[]) {
  const texts = files.map(([file, text]) => ({ source: sourceText(file, text), sound: true, marked: false }));
  return readTexts(model, texts, collectDiagnostics());
}

function digest(...files: readonly SeedText[]) {
  const { dataset, diagnostics } = read(...files);
  expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
  if (!dataset) throw new Error('no dataset');
  return datasetDigest(dataset);
}

describe('a table that adds to a record of another file', () => {
  test('gives the dataset that one file would, whatever the order of files', () => {
    const one = digest(['a.yaml', `${FIRMS}${RECORD}${MORE}`]);
    expect(digest(['a.yaml', `${FIRMS}${RECORD}`], ['firms.list.csv', TABLE])).toBe(one);
    expect(digest(['firms.list.csv', TABLE], ['a.yaml', `${FIRMS}${RECORD}`])).toBe(one);
  });

  test('adds facts with the evidence of its own rows alone', () => {
    const { dataset } = read(['a.yaml', `${FIRMS}${RECORD}`], ['firms.list.csv', TABLE]);
    const title = [...(dataset?.nodes.values() ?? [])].find(({ type }) => type === 'HeldTitle');
    expect(JSON.stringify(title)).toContain('source:b');
    expect(JSON.stringify(title)).not.toContain('source:a');
  });

  test('that states the same fact again without saying more is a fault in that table', () => {
    const { diagnostics } = read(['a.yaml', `${FIRMS}${RECORD}${MORE}`], ['firms.list.csv', TABLE]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['id/duplicate']);
  });

  test('that states the same fact by another source, or its end, adds to that fact', () => {
    const ended = `id,titles.title,titles.validFrom,titles.validTo,source,locator
firm:a,专精特新中小企业,2025-01,2026-02-28,source:a,全表
`;
    const both = MORE.replace('2025-01', '2025-01, validTo: 2026-02-28').replace(
      /\{ source: .*? \}/,
      '[{ source: source:a, locator: 全表 }, { source: source:b, locator: 序号1 }]',
    );
    const one = digest(['a.yaml', `${FIRMS}${RECORD}${both}`]);
    expect(digest(['a.yaml', `${FIRMS}${RECORD}${MORE}`], ['firms.list.csv', ended])).toBe(one);
    expect(digest(['a.yaml', `${FIRMS}${RECORD}`], ['firms.a.csv', TABLE], ['firms.b.csv', ended])).toBe(one);
  });

  test('that states another end of the same fact is a fault in that table', () => {
    const ends = MORE.replace('2025-01', '2025-01, validTo: 2025-12-31');
    const table = TABLE.replace('From,', 'From,titles.validTo,').replace('01,', '01,2026-02-28,');
    const { diagnostics } = read(['a.yaml', `${FIRMS}${RECORD}${ends}`], ['firms.list.csv', table]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['id/duplicate']);
  });

  test('that states a property is another record of the same id, which is a fault', () => {
    const table = TABLE.replace('id,', 'id,name,').replace('firm:a,', 'firm:a,示例公司,');
    const { diagnostics } = read(['a.yaml', `${FIRMS}${RECORD}`], ['firms.list.csv', table]);
    expect(diagnostics.map(({ code }) => code)).toContain('id/duplicate');
  });

  test('of an id that no file has lacks its name', () => {
    const { diagnostics } = read(['a.yaml', FIRMS], ['firms.list.csv', TABLE]);
    expect(diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual([
      'key/missing this Firm lacks its `name`',
    ]);
  });

  test('follows when its record is renamed', () => {
    const texts = [
      ['a.yaml', `${FIRMS}${RECORD}`],
      ['firms.list.csv', TABLE],
    ] as const;
    const files = texts.map(([file, text]) => ({
      source: sourceText(file, text),
      sound: true,
      marked: false,
      path: file,
      mode: 0o644,
    }));
    const renamed = renameRecord(model, { files, diagnostics: [] }, 'firm:a', 'firm:b');
    expect(renamed).toMatchObject({ kept: true });
    if (!('changes' in renamed)) return;
    const table = renamed.changes.find(({ file }) => file === 'firms.list.csv');
    expect(table?.after).toBe(TABLE.replace('firm:a', 'firm:b'));
  });
});
