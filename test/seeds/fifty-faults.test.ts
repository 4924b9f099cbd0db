/** Fifty faults, of every code there is: each is told, at its place, and mending one leaves the others. */

import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { kg } from '../cli/run-kg.ts';

const model = readModel('schema');
const YAML = 'fifty-faults.yaml';
const AGENCIES = 'agencies.fifty-faults.csv';
const ZONES = 'zones.fifty-faults.csv';
const CODES = 23;

/** A fault as its file says it: what is told, and what takes the place of what. */
interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly text: string;
  readonly mended: string;
}

const texts = new Map(
  [YAML, AGENCIES, ZONES].map((file) => [file, readFileSync(`test/seeds/${file}`, 'utf8')]),
);
const faults: readonly Fault[] = [
  ...inTable(AGENCIES, 3, 'csv/columns', '委', ''),
  ...inTable(AGENCIES, 4, 'evidence/missing', 'agency:j,癸局,,,', 'agency:j,癸局,,source:notice,p1'),
  ...inTable(AGENCIES, 5, 'csv/columns', '多', ''),
  ...(texts.get(YAML) ?? '').split('\n').flatMap((line, at) => {
    const said = / # ([a-z]+\/[a-z-]+): (.+?) => (.*)$/.exec(line);
    const [, code = '', text = '', mended = ''] = said ?? [];
    return said ? [{ file: YAML, line: at + 1, column: columnOf(line, text), code, text, mended }] : [];
  }),
  ...inTable(ZONES, 2, 'file/encoding', '\x07', ''),
];

function inTable(file: string, line: number, code: string, text: string, mended: string): readonly Fault[] {
  const written = texts.get(file)?.split('\n')[line - 1] ?? '';
  return [{ file, line, column: columnOf(written, text), code, text, mended }];
}

function columnOf(line: string, text: string): number {
  return [...line.slice(0, line.indexOf(text))].length + 1;
}

const root = mkdtempSync(join(tmpdir(), 'fifty-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The seeds in a folder of their own, one of the faults mended. */
function folderWithout(mended?: Fault): string {
  const folder = mkdtempSync(join(root, 'case-'));
  for (const file of texts.keys()) copyFileSync(`test/seeds/${file}`, join(folder, file));
  if (!mended) return folder;
  const lines = (texts.get(mended.file) ?? '').split('\n');
  const line = lines[mended.line - 1] ?? '';
  lines[mended.line - 1] = line.replace(mended.text, () => mended.mended);
  writeFileSync(join(folder, mended.file), lines.join('\n'));
  return folder;
}

type Told = Pick<Fault, 'file' | 'line' | 'column' | 'code'>;
const told = (diagnostics: readonly Told[]) =>
  diagnostics.map(({ file, line, column, code }) => `${basename(file)}:${line}:${column} ${code}`).sort();

test('the files hold fifty faults, of every code', () => {
  expect(faults).toHaveLength(50);
  expect(new Set(faults.map(({ code }) => code)).size).toBe(CODES);
});

test('kg validate tells exactly those fifty, each with its code at its line and column', async () => {
  const { code, out, err } = await kg(['validate', '--json', '--seeds', folderWithout()]);
  expect(told(JSON.parse(out) as readonly Told[])).toEqual(told(faults));
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

test.each(faults)('mending $code at $file:$line leaves the other forty-nine', (mended) => {
  const { diagnostics } = readSeeds(model, [folderWithout(mended)]);
  expect(told(diagnostics)).toEqual(told(faults.filter((fault) => fault !== mended)));
});

test('with all of them mended the seeds load', () => {
  const folder = folderWithout();
  for (const [file, text] of texts) {
    const lines = text.split('\n');
    for (const { line, text: wrong, mended } of faults.filter((fault) => fault.file === file))
      lines[line - 1] = (lines[line - 1] ?? '').replace(wrong, () => mended);
    writeFileSync(join(folder, file), lines.join('\n'));
  }
  const { dataset, diagnostics } = readSeeds(model, [folder]);
  expect(diagnostics).toEqual([]);
  expect(dataset?.nodes.size).toBeGreaterThan(40);
});
