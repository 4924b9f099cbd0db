/** Files made to harm: each is reported clearly, at a cost that grows with its size alone, and leaves nothing behind. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render-diagnostic.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSeeds, type SeedsResult } from '../../src/seeds/read-seeds.ts';

const model = readModel('schema');
const root = mkdtempSync(join(tmpdir(), 'seeds-'));
afterAll(() => rmSync(root, { recursive: true }));

const HEAD = 'dataset: { name: 测试, timeZone: Asia/Shanghai }\n';
const SOURCES = 'sources: [{ id: source:a, name: 甲, tier: NEWS }]\n';
let folders = 0;

function readFiles(files: Readonly<Record<string, string | Uint8Array>>): SeedsResult {
  folders += 1;
  const folder = mkdtempSync(join(root, `${folders}-`));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return readSeeds(model, [folder]);
}

function codes(result: SeedsResult): readonly string[] {
  return [...new Set(result.diagnostics.map(({ code }) => code))];
}

function firms(text: string): string {
  return `${HEAD}${SOURCES}defaults: { evidence: { source: source:a, locator: p1 } }\nagencies:\n${text}`;
}

const nested = (text: string, depth: number) => `${HEAD}agencies: ${text.repeat(depth)}`;
const bomb = [
  HEAD,
  'agencies:\n  - &a0 { id: agency:a, name: 甲 }\n',
  ...Array.from({ length: 30 }, (_, at) => `  - &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]\n`),
].join('');

/** Zones in a chain that comes back to its beginning. */
function circle(length: number): string {
  const zones = Array.from(
    { length },
    (_, at) => `  - { id: zone:z${at}, name: 甲, zoneKind: SITE, within: zone:z${(at + 1) % length} }\n`,
  );
  return `${HEAD}${SOURCES}defaults: { evidence: { source: source:a, locator: p1 } }\nzones:\n${zones.join('')}`;
}

const SPACES = ' '.repeat(1900);
const observed = Array.from(
  { length: 200 },
  (_, at) => `  - { id: observation:a${at}, period: 2024, value: "5${SPACES}x" }\n`,
);

test.each<readonly [string, string, string]>([
  ['numbers full of spaces', `${HEAD}observations:\n${observed.join('')}`, 'value/format'],
  ['an alias bomb', bomb, 'yaml/syntax'],
  ['an alias inside itself', firms('  - &a { id: agency:a, name: 甲, aliases: [*a] }'), 'yaml/syntax'],
  ['an alias without anchor', firms('  - { id: agency:a, name: *nobody }'), 'yaml/syntax'],
  ['ten thousand flow lists', nested('[', 10_000), 'yaml/syntax'],
  ['ten thousand flow maps', nested('{a: ', 10_000), 'yaml/syntax'],
  ['ten thousand block lists', nested('\n', 1) + '- '.repeat(10_000), 'yaml/syntax'],
  ['ten thousand complex keys', nested('\n', 1) + '? '.repeat(10_000), 'yaml/syntax'],
  ['a million brackets', '['.repeat(1_000_000), 'yaml/syntax'],
  ['a million closing brackets', ']'.repeat(1_000_000), 'yaml/syntax'],
  ['a million commas', `a: [${','.repeat(1_000_000)}`, 'yaml/syntax'],
  ['half a million colons', ': '.repeat(500_000), 'yaml/syntax'],
  ['a million comment lines', '#\n'.repeat(900_000), 'yaml/syntax'],
  ['many documents', '---\na: 1\n'.repeat(100_000), 'yaml/syntax'],
  ['many directives', '%YAML 1.2\n'.repeat(100_000), 'yaml/syntax'],
  ['many open brackets', `${HEAD}agencies:\n${'  - [1\n'.repeat(40_000)}`, 'yaml/syntax'],
  ['many open maps', `${HEAD}agencies:\n${'  - { id: agency:a\n'.repeat(30_000)}`, 'yaml/syntax'],
  ['many duplicate keys', `${HEAD}agencies: [{ ${'id: agency:a, '.repeat(60_000)} }]`, 'yaml/syntax'],
  ['many aliases', `${HEAD}a: &a x\nb: [${'*a, '.repeat(150_000)}]`, 'yaml/syntax'],
  ['many bad aliases', `${HEAD}agencies: [${'{ id: *a }, '.repeat(20_000)}]`, 'yaml/syntax'],
  ['a circle of many places', circle(5_000), 'tree/cycle'],
  ['many keys', Array.from({ length: 30_000 }, (_, at) => `k${at}: v`).join('\n'), 'key/unknown'],
  ['many anchors', `a: ${'&a '.repeat(50_000)}x`, 'yaml/syntax'],
  ['a text without end', `${HEAD}agencies: "${'a'.repeat(1_900_000)}`, 'yaml/syntax'],
  ['a file of three megabytes', `${HEAD}#${'x'.repeat(3_000_000)}`, 'file/encoding'],
  ['a merge key', firms('  - { <<: { id: agency:a }, name: 甲 }'), 'yaml/syntax'],
  ['a binary tag', firms('  - { id: agency:a, name: !!binary aGk= }'), 'yaml/syntax'],
  ['a NUL byte', firms('  - { id: agency:a, name: 甲\0乙 }'), 'file/encoding'],
  ['a NUL escaped', firms('  - { id: agency:a, name: "甲\\0乙" }'), 'value/format'],
  ['a bidi override', firms('  - { id: agency:a, name: "甲\u202e乙" }'), 'value/format'],
  [
    '__proto__ as a key',
    firms('  - { id: agency:a, name: 甲, __proto__: { polluted: true } }'),
    'key/unknown',
  ],
  ['constructor as a key', firms('  - { id: agency:a, name: 甲, constructor: x }'), 'key/unknown'],
  ['__proto__ as a type', `${HEAD}__proto__: [{ id: x }]\nconstructor: [{ id: y }]`, 'key/unknown'],
  ['__proto__ as an id', firms('  - { id: __proto__, name: 甲 }'), 'id/format'],
  [
    'constructor as a reference',
    `${HEAD}policies: [{ id: policy:a, issuers: [constructor] }]`,
    'ref/unknown',
  ],
  ['a name beyond every index', firms(`  - { id: agency:a, name: ${'甲'.repeat(5_000)} }`), 'value/format'],
  ['an id beyond every index', firms(`  - { id: agency:${'a'.repeat(5_000)}, name: 甲 }`), 'id/format'],
])('%s is reported', (_, text, code) => {
  const result = readFiles({ 'a.yaml': text });
  expect(codes(result)).toContain(code);
  expect(result.dataset).toBeUndefined();
  expect(Object.prototype).not.toHaveProperty('polluted');
  for (const rendered of renderDiagnostics(result.diagnostics.slice(0, 200), result.sources, {
    colour: false,
    language: 'en',
  })) {
    expect(rendered).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
    expect(Math.max(...rendered.split('\n').map((line) => line.length))).toBeLessThan(1_000);
  }
});

const HEADER = 'id,name,aliases,source,locator\n';
const row = (at: number, name = '甲') => `agency:a${at},${name},,source:a,p1\n`;
const rows = (count: number, name?: string) =>
  Array.from({ length: count }, (_, at) => row(at, name)).join('');

test.each<readonly [string, string, string]>([
  ['an open quote before everything', `${HEADER}"${rows(40_000)}`, 'csv/columns'],
  ['an open quote in every row', HEADER + rows(20_000, '"甲'), 'csv/columns'],
  ['a stray text in every row', HEADER + rows(20_000, '"甲"乙'), 'csv/columns'],
  ['a million quotes', HEADER + '"'.repeat(1_000_001), 'csv/columns'],
  ['a million quotes and separators', HEADER + '",'.repeat(500_000), 'csv/columns'],
  ['a million separators', `${HEADER}${','.repeat(1_000_000)}x`, 'csv/columns'],
  ['a million line ends', `${'\n'.repeat(1_000_000)}x`, 'csv/columns'],
  ['a hundred thousand columns', `id${',x'.repeat(100_000)}\n${row(1)}`, 'csv/columns'],
  [
    'a hundred thousand named columns',
    Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(),
    'csv/columns',
  ],
  ['rows of ten thousand cells', HEADER + `agency:a${',x'.repeat(10_000)}\n`.repeat(50), 'csv/columns'],
  ['a cell of a million characters', HEADER + row(1, '甲'.repeat(1_000_000)), 'csv/columns'],
  ['more rows than allowed', `id\n${'x\n'.repeat(200_002)}`, 'csv/columns'],
  [
    'a list of many nothings',
    `${HEADER}agency:a,甲,${'|'.repeat(19_000)}乙\u202e,source:a,p1`,
    'value/format',
  ],
  ['a NUL', HEADER + row(1, '甲\0'), 'file/encoding'],
  ['a bidi override', HEADER + row(1, '甲\u202e乙'), 'value/format'],
  ['a bidi override in the header', `id,na\u202eme\n${row(1)}`, 'csv/columns'],
  ['__proto__ as a column', 'id,name,__proto__,constructor.to\nagency:a,甲,x,y\n', 'csv/columns'],
  ['__proto__ as an id', `${HEADER}__proto__,甲,,source:a,p1\nconstructor,乙,,source:a,p1\n`, 'id/format'],
])('a table of %s is reported', (_, text, code) => {
  const result = readFiles({ 'agencies.csv': text, 'ground.yaml': HEAD + SOURCES });
  expect(codes(result)).toContain(code);
  expect(result.dataset).toBeUndefined();
  const shown = renderDiagnostics(result.diagnostics.slice(0, 200), result.sources, {
    colour: false,
    language: 'en',
  });
  for (const rendered of shown) {
    expect(rendered).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
    expect(Math.max(...rendered.split('\n').map((line) => line.length))).toBeLessThan(1_000);
  }
});

test('a table of thirty thousand rows is read', () => {
  const table = HEADER + Array.from({ length: 30_000 }, (_, at) => row(at, `甲${at}`)).join('');
  const { dataset, diagnostics } = readFiles({ 'agencies.csv': table, 'ground.yaml': HEAD + SOURCES });
  expect(diagnostics).toEqual([]);
  expect(dataset?.nodes.size).toBe(30_001);
});

test('what looks like a formula in a table is a text', () => {
  const formulas = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '=HYPERLINK("http://a","b")'];
  const cells = formulas.map((text, at) => row(at, `"${text.replaceAll('"', '""')}"`));
  const { dataset } = readFiles({ 'agencies.csv': HEADER + cells.join(''), 'ground.yaml': HEAD + SOURCES });
  expect(formulas.map((_, at) => dataset?.nodes.get(`agency:a${at}`)?.properties.name)).toEqual(formulas);
});

test('thousands of references to nobody are each reported', () => {
  const result = readFiles(referencesToNobody(4_000));
  expect(result.diagnostics.filter(({ code }) => code === 'ref/unknown')).toHaveLength(4_000);
});

/** Records, and as many policies that each refer to a record that is not there. */
function referencesToNobody(count: number): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const records = numbers.map((at) => `  - { id: agency:a${at}, name: 甲${at} }`);
  const policies = numbers.map((at) => `  - { id: policy:p${at}, issuers: [agency:x${at}] }`);
  return { 'a.yaml': firms(records.join('\n')), 'b.yaml': `policies:\n${policies.join('\n')}` };
}

const yaml = (text: string) => ({ 'a.yaml': text });
const table = (text: string) => ({ 'agencies.csv': text, 'ground.yaml': HEAD + SOURCES });

/** Four times the file may cost so many times as much: what grows with the square of it costs sixteen times. */
const MOST_TIMES = 10;
/** A measurement that something else has spoilt is taken again. */
const ATTEMPTS = 5;

/** The processor's time that reading takes, which does not grow with what else runs on the machine. */
function costOf(files: Readonly<Record<string, string>>): number {
  const start = process.cpuUsage();
  readFiles(files);
  return process.cpuUsage(start).user;
}

test.each<readonly [string, number, (count: number) => Readonly<Record<string, string>>]>([
  ['closing brackets', 5_000, (count) => yaml(']'.repeat(count))],
  ['duplicate keys', 4_000, (count) => yaml(`${HEAD}agencies: [{ ${'id: agency:a, '.repeat(count)} }]`)],
  ['aliases', 8_000, (count) => yaml(`${HEAD}a: &a x\nb: [${'*a, '.repeat(count)}]`)],
  ['places in a circle', 500, (count) => yaml(circle(count))],
  ['conflict markers', 4_000, (count) => yaml(`<<<<<<< a\n>>>>>>> b\n`.repeat(count))],
  ['blank lines in a conflict', 20_000, (count) => yaml(`<<<<<<< a\n${'\n'.repeat(count)}`)],
  ['open quotes of a table', 2_000, (count) => table(HEADER + rows(count, '"甲'))],
  ['quotes of a table', 50_000, (count) => table(`${HEADER}${'"'.repeat(count + 1)}`)],
])('many %s cost no more than in proportion to their number', (_, count, filesOf) => {
  readFiles(filesOf(count));
  const times = Array.from({ length: ATTEMPTS }, () => 0).reduce((least) => {
    if (least <= MOST_TIMES) return least;
    return Math.min(least, costOf(filesOf(count * 4)) / Math.max(1, costOf(filesOf(count))));
  }, Number.POSITIVE_INFINITY);
  expect(times).toBeLessThanOrEqual(MOST_TIMES);
});

test.each([
  ['latin-1', Buffer.from('# caf\xe9\n', 'latin1'), 'a.yaml', 'this is not UTF-8'],
  ['GB 18030', Buffer.from([0x23, 0x20, 0xd6, 0xd0, 0x0a]), 'a.yaml', 'it looks like GB 18030'],
  [
    'GB 18030 of a table',
    Buffer.from([0x69, 0x64, 0x2c, 0xd6, 0xd0, 0x0a]),
    'firms.csv',
    'it looks like GB 18030',
  ],
  ['UTF-16 of a table', Buffer.from('\ufeffid,name', 'utf16le'), 'firms.csv', 'it looks like UTF-16'],
  ['UTF-16', Buffer.from('\ufeffa: 1', 'utf16le'), 'a.yaml', 'it looks like UTF-16'],
])('%s is told apart from UTF-8', (_, bytes, name, words) => {
  const result = readFiles({ [name]: bytes });
  expect(result.diagnostics.map(({ message }) => message.en).join('\n')).toContain(words);
});

test('Cypher, HTML and paths in values stay the text they are', () => {
  const texts = ["'}) DETACH DELETE n //", '<script>alert(1)</script>', '../../etc/passwd', '$(reboot)'];
  const records = texts.map((text, at) => `  - { id: agency:a${at}, name: ${JSON.stringify(text)} }`);
  const result = readFiles({ 'a.yaml': firms(records.join('\n')) });
  expect(result.diagnostics).toEqual([]);
  expect(texts.map((_, at) => result.dataset?.nodes.get(`agency:a${at}`)?.properties.name)).toEqual(texts);
});

test('a byte order mark and carriage returns are tolerated', () => {
  const text = `\ufeff${firms('  - { id: agency:a, name: 甲 }')}`.replaceAll('\n', '\r\n');
  expect(readFiles({ 'a.yaml': text }).diagnostics).toEqual([]);
});

test('symbolic links are told, and not followed', () => {
  const folder = mkdtempSync(join(root, 'links-'));
  writeFileSync(join(folder, 'a.yaml'), HEAD);
  symlinkSync('/etc', join(folder, 'etc'));
  symlinkSync('/etc/hostname', join(folder, 'b.yaml'));
  symlinkSync(folder, join(folder, 'circle'));
  const { sources, diagnostics } = readSeeds(model, [folder]);
  expect([...sources.keys()]).toHaveLength(1);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual(
    Array(3).fill(['file/link', 'warning']),
  );
});

test.skipIf(process.platform === 'win32')('a pipe among the seeds is reported, and not opened', () => {
  const folder = mkdtempSync(join(root, 'pipe-'));
  writeFileSync(join(folder, 'a.yaml'), HEAD);
  execFileSync('mkfifo', [join(folder, 'b.yaml'), join(folder, 'notes.txt')]);
  const { sources, diagnostics } = readSeeds(model, [folder]);
  expect([...sources.keys()]).toHaveLength(1);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['file/ignored', 'warning']]);
});

test('a missing folder and a folder without seeds are told of', () => {
  const empty = mkdtempSync(join(root, 'empty-'));
  expect(readSeeds(model, [join(empty, 'nowhere')]).diagnostics).toHaveLength(1);
  expect(readSeeds(model, [empty]).diagnostics).toHaveLength(1);
  expect(readSeeds(model, []).diagnostics).toHaveLength(1);
});
