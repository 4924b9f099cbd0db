/** The same facts written as CSV and as YAML are the same dataset, in any order of rows. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { shuffled } from '../shuffled.ts';

const model = readModel('schema');
const root = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(root, { recursive: true }));

/** What every dataset here refers to. */
const GROUND = JSON.stringify({
  dataset: { name: '测试', timeZone: 'Asia/Shanghai' },
  sources: ['a', 'b'].map((slug) => ({ id: `source:${slug}`, name: slug, tier: 'NEWS' })),
  regions: ['a', 'b'].map((slug) => ({
    id: `region:${slug}`,
    name: slug,
    level: 'CITY',
    evidence: { source: 'source:a', locator: 'p1' },
  })),
  industries: ['a', 'b', 'c'].map((slug) => ({
    id: `industry:${slug}`,
    name: slug,
    industryKind: 'FIELD',
    evidence: { source: 'source:a', locator: 'p1' },
  })),
});

function read(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(root, 'case-'));
  for (const [name, text] of Object.entries({ 'ground.yaml': GROUND, ...files })) {
    writeFileSync(join(folder, name), text);
  }
  const { dataset, diagnostics } = readSeeds(model, [folder]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!dataset) throw new Error('the seeds have no dataset');
  return dataset;
}

/** Texts with everything that a table could trip over, but for what Excel means by it. */
const text = fc
  .string({
    unit: fc.constantFrom(
      '甲',
      'a',
      '0',
      '"',
      "'",
      ',',
      ';',
      '\t',
      '\n',
      '|',
      '=',
      ' ',
      '𠮷',
      ':',
      '#',
      '\\',
    ),
    minLength: 1,
    maxLength: 8,
  })
  .map((each) => `名${each.trim()}`);
const item = text.map((each) => each.replaceAll('|', '/'));

const place = fc.record(
  {
    to: fc.constantFrom('region:a', 'region:b'),
    role: fc.constantFrom('SITE', 'PRODUCTION'),
    validFrom: fc.constantFrom('2024', '2024-02', '2024-02-20'),
  },
  { requiredKeys: ['to', 'role'] },
);

/** A firm as facts: each of its rows has evidence, and what it says with that. */
const firm = fc.record({
  name: text,
  foundedOn: fc.option(fc.constantFrom('1999', '2004-05'), { nil: undefined }),
  aliases: fc.uniqueArray(item, { maxLength: 3 }),
  rows: fc.array(
    fc.record({
      source: fc.constantFrom('source:a', 'source:b'),
      locator: fc.constantFrom('p1', 'p2', '第一条, 二'),
      place: fc.option(place, { nil: undefined }),
      industries: fc.subarray(['industry:a', 'industry:b', 'industry:c']),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
type Firm = typeof firm extends fc.Arbitrary<infer T> ? T : never;
type Evidence = { readonly source: string; readonly locator: string };

/** Things by their identity, each with the evidence of all that say it. */
function gathered<T>(said: readonly (readonly [T, Evidence])[]): readonly (readonly [T, Evidence[]])[] {
  const found = new Map<string, readonly [T, Evidence[]]>();
  for (const [thing, evidence] of said) {
    const identity = JSON.stringify(thing);
    const known = found.get(identity) ?? [thing, []];
    known[1].push(evidence);
    found.set(identity, known);
  }
  return [...found.values()];
}

function asYaml(firms: readonly Firm[]): string {
  const records = firms.map(({ name, foundedOn, aliases, rows }, at) => ({
    id: `firm:f${at}`,
    name,
    ...(foundedOn === undefined ? {} : { foundedOn }),
    aliases,
    places: gathered(
      rows.flatMap(({ place: each, source, locator }) =>
        each ? [[each, { source, locator }] as const] : [],
      ),
    ).map(([each, evidence]) => ({ ...each, evidence })),
    industries: gathered(
      rows.flatMap(({ industries, source, locator }) =>
        industries.map((to) => [to, { source, locator }] as const),
      ),
    ).map(([to, evidence]) => ({ to, evidence })),
    evidence: rows.map(({ source, locator }) => ({ source, locator })),
  }));
  return JSON.stringify({ firms: records });
}

const HEADER =
  'id,name,foundedOn,aliases,industries,places.to,places.role,places.validFrom,source,locator'.split(',');

/** Rows of cells; what is particular to a firm stands in its first. */
function rowsOf(firms: readonly Firm[]): readonly (readonly string[])[] {
  return firms.flatMap(({ name, foundedOn = '', aliases, rows }, at) =>
    rows.map(({ place: each, industries, source, locator }, row) => [
      `firm:f${at}`,
      ...(row === 0 ? [name, foundedOn, aliases.join('|')] : ['', '', '']),
      industries.join('|'),
      each?.to ?? '',
      each?.role ?? '',
      each?.validFrom ?? '',
      source,
      locator,
    ]),
  );
}

interface Habits {
  readonly separator: string;
  readonly lineEnd: string;
  readonly start: string;
  readonly end: string;
  readonly quoteAll: boolean;
}

const habits = fc.record<Habits>({
  separator: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  start: fc.constantFrom('', '\ufeff'),
  end: fc.constantFrom('', '\n', '\r\n,,;;\t\r\n\r\n'),
  quoteAll: fc.boolean(),
});

function asCsv(rows: readonly (readonly string[])[], { separator, lineEnd, start, end, quoteAll }: Habits) {
  const quoted = (cell: string) =>
    quoteAll || /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = rows.map((row) => row.map(quoted).join(separator));
  return start + lines.join(lineEnd) + (end === '' ? '' : lineEnd + end.replace(/[,;\t]/g, separator));
}

test('a table gives the dataset that the same facts give in YAML, whatever the order of its rows', () => {
  fc.assert(
    fc.property(fc.array(firm, { minLength: 1, maxLength: 3 }), habits, fc.gen(), (firms, how, generate) => {
      const rows = rowsOf(firms);
      const table = asCsv([HEADER, ...shuffled(rows, generate)], how);
      expect(read({ 'firms.csv': table })).toEqual(read({ 'firms.yaml': asYaml(firms) }));
    }),
    { numRuns: 80 },
  );
});

test('lists of several rows are joined in one order, whatever that of the rows', () => {
  const header = ['id', 'name', 'aliases', 'source', 'locator'];
  const rows = ['丙|甲', '乙', '甲|丁'].map((aliases) => ['agency:a', '名', aliases, 'source:a', 'p1']);
  const how: Habits = { separator: ',', lineEnd: '\n', start: '', end: '', quoteAll: false };
  const aliases = [rows, [...rows].reverse()].map(
    (each) =>
      read({ 'agencies.csv': asCsv([header, ...each], how) }).nodes.get('agency:a')?.properties.aliases,
  );
  expect(aliases[0]).toEqual(aliases[1]);
  expect(aliases[0]).toHaveLength(4);
});
