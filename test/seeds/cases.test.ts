/** Seed files as curators write them, and what becomes of them, one case a file or folder (§1.1, §3.1, §4.1, §4.5). */

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostics } from '../../src/diagnostics/render-diagnostic.ts';
import type { Evidence, Properties } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { checkText } from '../../src/model/words/evidence-form.ts';
import { readSeeds, type SeedsResult } from '../../src/seeds/read-seeds.ts';

const CASES = 'test/seeds/cases';
const COMMON = 'test/seeds/common.yaml';
const EXPECTED = '.expected.txt';
const ONE_FILE = /\.(?:yaml|csv)$/;
/** Links that stand in a case and where they lead: not every machine keeps them in a repository. */
const LINKS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'file-link': [
    ['b.yaml', 'a.yaml'],
    ['circle', '.'],
    ['itself.csv', 'itself.csv'],
    ['nowhere', 'gone'],
    ['notes.txt', 'a.yaml'],
    ['.#a.yaml', 'somebody@somewhere.1'],
  ],
};

const model = readModel('schema');
const root = mkdtempSync(join(tmpdir(), 'cases-'));
afterAll(() => rmSync(root, { recursive: true }));

const entries = readdirSync(CASES).sort();
const cases = entries.filter((entry) => !entry.endsWith(EXPECTED));

/** Reads a case: a folder alone, a file beside the common one. */
function readCase(name: string): { readonly result: SeedsResult; readonly text: string } {
  const folder = join(root, name.replace(ONE_FILE, ''));
  if (ONE_FILE.test(name)) {
    mkdirSync(folder);
    cpSync(join(CASES, name), join(folder, name));
    cpSync(COMMON, join(folder, 'common.yaml'));
  } else cpSync(join(CASES, name), folder, { recursive: true });
  for (const [link, target] of LINKS[name] ?? []) symlinkSync(target, join(folder, link));
  const result = readSeeds(model, [folder]);
  const told = renderDiagnostics(result.diagnostics, result.sources, { colour: false, language: 'en' });
  const text = [...told, ...renderDataset(result)].join('\n\n');
  return { result, text: `${text.replaceAll(`${relative('', folder)}/`, '')}\n` };
}

/** The nodes of a dataset with their relationships, those of the common file apart. */
function renderDataset({ dataset, spans }: SeedsResult): readonly string[] {
  if (!dataset) return [];
  return [...dataset.nodes.values()]
    .filter(({ id }) => !spans.get(id)?.file.endsWith('/common.yaml'))
    .map(({ id, type, properties, evidence }) => {
      const lines = [...dataset.relationships.values()]
        .filter(({ from }) => from === id)
        .map((each) => `  ${each.type} ${each.to}${shown(each.properties, each.evidence)}`);
      return [`${id} ${type}${shown(properties, evidence)}`, ...lines.sort()].join('\n');
    });
}

function shown(properties: Properties, evidence: readonly Evidence[]): string {
  const values = Object.entries(properties).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const cited = evidence.map((each) => `${each.source} ${each.locator} ${checkText(each)}`.replace(/ $/, ''));
  return `${values.join('')} [${cited.join(', ')}]`;
}

test.each(cases)('%s is read as expected', async (name) => {
  const { result, text } = readCase(name);
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.length > 0).toBe(name.includes('.invalid'));
  expect(result.dataset === undefined).toBe(errors.length > 0);
  const expected = join(process.cwd(), CASES, name.replace(ONE_FILE, '') + EXPECTED);
  await expect(text).toMatchFileSnapshot(expected);
});

test('every expectation has its case', () => {
  const names = new Set(cases.map((name) => name.replace(ONE_FILE, '')));
  const orphans = entries.filter(
    (entry) => entry.endsWith(EXPECTED) && !names.has(entry.slice(0, -EXPECTED.length)),
  );
  expect(orphans).toEqual([]);
});

test('every code has a case, and a section in the guide', () => {
  const codes: readonly DiagnosticCode[] = [
    'yaml/syntax',
    'key/unknown',
    'key/missing',
    'value/type',
    'value/format',
    'value/enum',
    'id/format',
    'id/duplicate',
    'ref/unknown',
    'ref/type',
    'evidence/missing',
    'evidence/locator',
    'date/order',
    'code/checksum',
    'tree/cycle',
    'figure/unit',
    'figure/contradiction',
    'csv/columns',
    'file/encoding',
    'file/link',
    'file/conflict',
    'file/ignored',
    'assertion/failed',
    'name/near-duplicate',
    'policy/reaches-nothing',
    'policy/no-start',
    'value/implausible',
    'source/host',
  ];
  const expectations = entries.filter((entry) => entry.endsWith(EXPECTED));
  const all = expectations.map((entry) => readFileSync(join(CASES, entry), 'utf8')).join('\n');
  expect(codes.filter((code) => !all.includes(` ${code} `))).toEqual([]);
  const guide = readFileSync('seeds/README.md', 'utf8');
  expect(codes.filter((code) => !guide.includes(`\n### ${code}\n`))).toEqual([]);
});
