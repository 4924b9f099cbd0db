/** Seed files in canonical order and layout: what changes, and that nothing else does. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readModel } from '../../src/model/schema/read-model.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { openSeeds } from '../../src/seeds/files/open-seeds.ts';
import { replaceFiles } from '../../src/seeds/files/replace-files.ts';
import { formatSeeds } from '../../src/seeds/format/format-seeds.ts';
import { formatText } from '../../src/seeds/format/format-text.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { sourceText } from '../../src/seeds/written/written.ts';
import { writeSeeds } from '../cli/run-kg.ts';
import { OTHER_CITY, PRODUCT_SEEDS } from '../seed-folders.ts';
import { layOut, type Tree } from './random-layout.ts';

const CASES = 'test/seeds/format';
const EXPECTED = '.expected.yaml';

const model = readModel('schema');
const root = mkdtempSync(join(tmpdir(), 'format-'));
afterAll(() => rmSync(root, { recursive: true }));

function format(text: string): string {
  const formatted = formatText(model, sourceText('case.yaml', text));
  if (!('text' in formatted)) throw new Error(JSON.stringify(formatted));
  return formatted.text;
}

const cases = readdirSync(CASES).filter((name) => !name.endsWith(EXPECTED));

test.each(cases)('%s is laid out as expected, and a second time changes nothing', (name) => {
  const formatted = format(readFileSync(join(CASES, name), 'utf8'));
  expect(formatted).toBe(readFileSync(join(CASES, name.replace('.yaml', EXPECTED)), 'utf8'));
  expect(format(formatted)).toBe(formatted);
});

test.each([[PRODUCT_SEEDS], [OTHER_CITY]])('the seeds of %j are in canonical order and layout', (folders) => {
  const { changes, faults } = formatSeeds(model, openSeeds(folders));
  expect(faults).toEqual([]);
  expect(changes.map(({ path }) => path)).toEqual([]);
});

test('line breaks of Windows become line feeds', () => {
  expect(format('agencies:\r\n  - id: agency:a # c\r\n    name: |\r\n      一\r\n      二\r\n')).toBe(
    'agencies:\n  - id: agency:a # c\n    name: |\n      一\n      二\n',
  );
});

describe('files that stay as they are', () => {
  test.each([
    ['a fault of syntax', 'agencies: [\n', 'yaml/syntax'],
    ['one key twice', 'agencies: []\nagencies: []\n', 'yaml/syntax'],
    ['a tag', 'agencies: !!seq []\n', 'yaml/syntax'],
    ['a second document', 'agencies: []\n---\nfirms: []\n', 'yaml/syntax'],
  ])('%s is told', (_, text, code) => {
    const formatted = formatText(model, sourceText('case.yaml', text));
    expect('faults' in formatted && formatted.faults.map((fault) => fault.code)).toContain(code);
  });

  test.each([['- a\n'], ['text\n'], ['? "a\n  b"\n: c\n'], ['&all\nagencies: []\n']])(
    '%j has no canonical form',
    (text) => {
      expect(formatText(model, sourceText('case.yaml', text))).toHaveProperty('kept');
    },
  );
});

const SEEDS: { readonly [key: string]: Tree } = {
  dataset: { name: '测试', timeZone: 'Asia/Shanghai' },
  defaults: { evidence: { source: 'source:a' } },
  sources: [
    { id: 'source:a', name: '甲', tier: 'NEWS' },
    { id: 'source:b', name: 'b: # not a comment', tier: 'NEWS', publishedOn: '2023' },
  ],
  regions: [{ id: 'region:a', name: '甲', level: 'CITY', evidence: { locator: 'p1' } }],
  industries: [
    {
      id: 'industry:a',
      name: '甲',
      aliases: ["it's", '- dash', 'a "quoted" one', '{brace', '乙'],
      industryKind: 'FIELD',
      evidence: [{ locator: 'p1' }, { source: 'source:b', locator: 'p2' }],
    },
  ],
  policies: [
    {
      id: 'policy:a',
      name: [{ value: '甲', evidence: { locator: 'p1' } }],
      issuedOn: '2023',
      industries: ['industry:a'],
      places: { to: 'region:a', modality: 'PLANNED', validFrom: '2024', evidence: { locator: 'p1' } },
      evidence: { locator: 'p1' },
    },
  ],
  measures: [
    {
      id: 'measure:a',
      name: '甲',
      policy: 'policy:a',
      instrument: 'GRANT',
      criteria: [
        {
          anyOf: [
            [{ attribute: 'EMPLOYEES', operator: 'GTE', values: ['50'] }],
            [{ attribute: 'INDUSTRY', operator: 'IS_IN', values: ['industry:a'] }],
          ],
          evidence: { locator: '第四条' },
        },
      ],
      evidence: { locator: 'p1' },
    },
  ],
  agencies: [],
};

test('in whatever layout seeds are written, their dataset and comments stay, and twice is once', () => {
  const folder = writeSeeds({ 'a.yaml': JSON.stringify(SEEDS) }, join(root, 'random'));
  const { dataset } = readSeeds(model, [folder]);
  if (!dataset) throw new Error('the seeds have faults');
  fc.assert(
    fc.property(fc.gen(), (generate) => {
      const { text, comments } = layOut(SEEDS, generate);
      expect(parse(text, { schema: 'failsafe' })).toEqual(SEEDS);
      const formatted = format(text);
      expect(parse(formatted, { schema: 'failsafe' })).toEqual(SEEDS);
      for (const comment of comments) expect(formatted.split(comment)).toHaveLength(2);
      expect(format(formatted)).toBe(formatted);
      expect(formatted).not.toMatch(/[ \t]$/m);
      writeSeeds({ 'a.yaml': formatted }, folder);
      const after = readSeeds(model, [folder]);
      expect(after.diagnostics).toEqual([]);
      expect(after.dataset && datasetDigest(after.dataset)).toBe(datasetDigest(dataset));
    }),
    // A generated layout has no smaller ones to look for.
    { numRuns: 60, endOnFailure: true },
  );
});

test('one content has one layout but for brackets, quotes, comments and empty lines', () => {
  const tidy = format(JSON.stringify({ ...SEEDS, agencies: [] }));
  const backwards = Object.fromEntries(Object.entries(SEEDS).reverse());
  expect(format(JSON.stringify(backwards))).toBe(tidy);
});

test('the seeds of this repository keep their dataset and every comment', () => {
  const folders = PRODUCT_SEEDS.map((each) => {
    const copy = join(root, each);
    cpSync(each, copy, { recursive: true });
    return copy;
  });
  const before = readSeeds(model, folders).dataset;
  const comments = () =>
    openSeeds(folders)
      .files.flatMap(({ source }) => source.text.match(/(?<=^|\s)#.*$/gm) ?? [])
      .sort();
  const told = comments();
  const { changes, faults, kept, same } = formatSeeds(model, openSeeds(folders));
  expect([faults, kept, same]).toEqual([[], [], true]);
  replaceFiles(changes);
  const after = readSeeds(model, folders).dataset;
  expect(before && after && datasetDigest(after)).toBe(before && datasetDigest(before));
  expect(comments()).toEqual(told);
  expect(formatSeeds(model, openSeeds(folders)).changes).toEqual([]);
});

test('a table has no other layout, and stays as it is', () => {
  const folder = writeSeeds(
    {
      'a.yaml': 'dataset: { name: x, timeZone: Asia/Shanghai }\n',
      'sources.csv': 'id,name,tier\r\nsource:a,来源,OFFICIAL\r\n',
    },
    mkdtempSync(join(root, 'table-')),
  );
  const { changes, faults, kept } = formatSeeds(model, openSeeds([folder]));
  expect({ changes, faults, kept }).toEqual({ changes: [], faults: [], kept: [] });
});
