/** `kg cite` as curators run it: what it finds, and what it leaves alone. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PLAN, REPORT, RULES, SEEDS } from '../cite/city.ts';
import { kg, type Ran, writeSeeds } from './run-kg.ts';

function sources(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kg-sources-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const TEXTS = { '000.txt': REPORT, 'rules.txt': RULES, 'plan.txt': PLAN };

function cite(seeds: string, texts: string, ...more: readonly string[]): Promise<Ran> {
  return kg(['cite', '--source-dir', texts, '--seeds', writeSeeds({ 'all.yaml': seeds }), ...more]);
}

interface Findings {
  readonly checked: number;
  readonly findings: readonly {
    readonly code: string;
    readonly line: number;
    readonly hint: string | null;
  }[];
  readonly notChecked: { readonly sources: readonly { readonly source: string; readonly facts: number }[] };
}

test('seeds that say what their sources say pass, and sources without a text are counted', async () => {
  const ran = await cite(SEEDS, sources(TEXTS), '--json');
  const told = JSON.parse(ran.out) as Findings;
  expect(told.findings).toEqual([]);
  expect(told.checked).toBeGreaterThan(15);
  expect(told.notChecked.sources).toEqual([{ source: 'source:unread', facts: 4 }]);
  expect(ran.code).toBe(0);
});

test('a finding names the place where the fact is', async () => {
  const seeds = SEEDS.replace(
    'value: 1.6万亿元, evidence: { locator: p1 }',
    'value: 1.6万亿元, evidence: { locator: p3 }',
  );
  const ran = await cite(seeds, sources(TEXTS));
  expect(ran.out).toMatch(
    /all\.yaml:27:\d+ cite\/figure `source:report` does not hold the figure `1.6万亿元` at p3/,
  );
  expect(ran.out).toContain('the figure is in p1');
  expect(ran.code).toBe(1);
});

test('line ends and a byte order mark do no harm; what is no UTF-8 text is told with its file', async () => {
  const folder = sources({
    'source-report.txt': `\ufeff${REPORT.replaceAll('\n', '\r\n')}`,
    'rules.txt': Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0x0a]),
    'binary.txt': Buffer.from([0x41, 0, 0x42]),
    'huge.txt': 'x'.repeat(2_000_001),
    'stray.txt': '别的文章\n一段',
  });
  const ran = await cite(SEEDS, folder);
  expect(ran.out).not.toContain('cite/');
  expect(ran.out).toMatch(/rules\.txt:1:1 file\/encoding this is not UTF-8, it looks like GB 18030/);
  expect(ran.out).toMatch(/binary\.txt:1:2 file\/encoding the control character/);
  expect(ran.out).toMatch(/huge\.txt:1:1 file\/encoding the file has 2000001 bytes/);
  expect(ran.out).toContain('stray.txt is the text of no source');
  expect(ran.code).toBe(1);
});

test('a folder that is not there is wrong usage, and faulty seeds are told first', async () => {
  expect((await kg(['cite', '--source-dir', '/nowhere'])).code).toBe(64);
  expect((await kg(['cite'])).code).toBe(64);
  const ran = await cite(SEEDS.replace('level: DISTRICT', 'level: NOTHING'), sources(TEXTS));
  expect(ran.out).toContain('value/enum');
  expect(ran.code).toBe(1);
});
