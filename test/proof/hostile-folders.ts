/** Folders of seeds made to harm: what stands in each, and what must be told of it. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder, and the codes that its faults must have; none where it is to be taken as it is. */
export interface HostileFolder {
  readonly name: string;
  readonly make: (folder: string) => void;
  readonly codes: readonly string[];
}

const HEAD = 'dataset: { name: 测试, timeZone: Asia/Shanghai }\n';
const GROUND = `${HEAD}sources: [{ id: source:a, name: 甲, tier: NEWS }]
defaults: { evidence: { source: source:a, locator: p1 } }
`;

function yaml(name: string, text: string | Uint8Array, ...codes: readonly string[]): HostileFolder {
  return { name, codes, make: (folder) => writeFileSync(join(folder, 'a.yaml'), text) };
}

/** An agency with these words in it, beside what it needs. */
function agency(name: string, words: string, ...codes: readonly string[]): HostileFolder {
  return yaml(name, `${GROUND}agencies:\n  - { id: agency:a, name: 甲${words} }\n`, ...codes);
}

function table(name: string, text: string | Uint8Array, ...codes: readonly string[]): HostileFolder {
  return {
    name,
    codes,
    make(folder) {
      writeFileSync(join(folder, 'ground.yaml'), GROUND);
      writeFileSync(join(folder, 'agencies.csv'), text);
    },
  };
}

function folder(name: string, make: HostileFolder['make'], ...codes: readonly string[]): HostileFolder {
  return {
    name,
    codes,
    make(path) {
      writeFileSync(join(path, 'ground.yaml'), GROUND);
      make(path);
    },
  };
}

const bomb = Array.from(
  { length: 40 },
  (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]\n`,
);
const utf16 = Buffer.from(`\ufeff${GROUND}`, 'utf16le');
const HEADER = 'id,name,source,locator\n';
const REPEATED = 70_000;
const numbers = ['1e999', 'NaN', '.inf', '0x10', '9'.repeat(400), '１２', '1_000', '1e-999'];
const dates = ['9999-99-99', '0000', '10000', '2024-02-30', '-2024', '2024-1-1', '20240101', 'now'];

/** All of them. */
export const HOSTILE_FOLDERS: readonly HostileFolder[] = [
  yaml('aliases that multiply', `a0: &a0 x\n${bomb.join('')}`, 'key/unknown'),
  yaml(
    'a record that is there again by an alias',
    `${GROUND}agencies:\n  - &r { id: agency:a, name: x }\n  - *r\n`,
    'id/duplicate',
  ),
  yaml('a hundred thousand aliases', `a: &a x\nb: [${'*a, '.repeat(120_000)}]`, 'yaml/syntax'),
  yaml('flow lists a hundred thousand deep', '['.repeat(100_000), 'yaml/syntax'),
  yaml('maps fifty thousand deep', `${HEAD}agencies: ${'{a: '.repeat(50_000)}`, 'yaml/syntax'),
  yaml('block lists fifty thousand deep', `${HEAD}agencies:\n${'- '.repeat(50_000)}x`, 'yaml/syntax'),
  yaml('a file over the limit', `${GROUND}#${'x'.repeat(2_000_000)}`, 'file/encoding'),
  yaml(
    'a text of nearly two million characters',
    `${GROUND}agencies: [{ id: agency:a, name: ${'甲'.repeat(600_000)} }]`,
    'value/format',
  ),
  yaml('an open quote over the whole file', `${GROUND}agencies: "${'a\n'.repeat(500_000)}`, 'yaml/syntax'),
  yaml(
    'as many faults as fit into a file',
    `${GROUND}agencies:\n${'- {a: 1}\n'.repeat(REPEATED)}`,
    'key/missing',
  ),
  agency('a NUL byte', '\0', 'file/encoding'),
  agency('an escape of the terminal as it is', '\x1b[31m\x1b]0;owned\x07', 'file/encoding'),
  yaml(
    'an escape of the terminal in quotes',
    `${GROUND}agencies: [{ id: agency:a, name: "甲\\e[31m\\e]0;owned\\a" }]`,
    'value/format',
  ),
  yaml(
    'an escape of the terminal in a key',
    `${GROUND}agencies: [{ id: agency:a, name: 甲, "\\e[31mkey": x }]`,
    'key/unknown',
  ),
  yaml('an escape of the terminal in a type key', `${GROUND}"\\e[31mfirms": []`, 'key/unknown'),
  yaml(
    'an escape of the terminal in an id',
    `${GROUND}agencies: [{ id: "agency:\\e[31m", name: 甲 }]`,
    'id/format',
  ),
  yaml(
    'an escape of the terminal in a reference',
    `${GROUND}policies: [{ id: policy:a, name: 甲, issuers: ["\\e[2Jx"] }]`,
    'ref/unknown',
  ),
  yaml(
    'an escape of the terminal in a tag',
    `${GROUND}agencies: [{ id: agency:a, name: !<\\e[31m> 甲 }]`,
    'yaml/syntax',
  ),
  yaml('an escape of one byte', `${GROUND}agencies: [{ id: agency:a, name: "甲\\x9b31m" }]`, 'value/format'),
  folder(
    'an escape of the terminal in a file name',
    (path) => writeFileSync(join(path, '\x1b[31mred.yaml'), 'x: 1'),
    'key/unknown',
  ),
  folder(
    'a file name with a line break',
    (path) => writeFileSync(join(path, 'a\nb.yaml'), 'x: 1'),
    'key/unknown',
  ),
  agency('a bidi override', '\u202e乙', 'value/format'),
  agency('a zero-width space', '\u200b乙', 'value/format'),
  agency('a bidi isolate', '\u2066乙', 'value/format'),
  yaml('half a surrogate', `${GROUND}agencies: [{ id: agency:a, name: "甲\\ud800乙" }]`, 'value/format'),
  yaml(
    'half a surrogate as bytes',
    Buffer.concat([Buffer.from(`${GROUND}# `), Buffer.from([0xed, 0xa0, 0x80])]),
    'file/encoding',
  ),
  yaml(
    'an overlong encoding',
    Buffer.concat([Buffer.from(`${GROUND}# `), Buffer.from([0xc0, 0xaf])]),
    'file/encoding',
  ),
  yaml('a byte order mark and carriage returns', `\ufeff${GROUND}`.replaceAll('\n', '\r\n')),
  yaml('a second byte order mark', `\ufeff${GROUND}\ufeff`, 'yaml/syntax'),
  yaml('tabs that indent', `${GROUND}agencies:\n\t- id: agency:a\n`, 'yaml/syntax'),
  yaml(
    'GB 18030',
    Buffer.concat([Buffer.from(GROUND), Buffer.from([0x23, 0xd6, 0xd0, 0x0a])]),
    'file/encoding',
  ),
  yaml('UTF-16', utf16, 'file/encoding'),
  yaml('UTF-16 with the other end first', Buffer.from(utf16).swap16(), 'file/encoding'),
  yaml(
    'random bytes',
    Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * at * 31 + at) % 256)),
    'file/encoding',
  ),
  folder('links in a circle and to the outside', (path) => {
    symlinkSync(path, join(path, 'circle'));
    symlinkSync('b.yaml', join(path, 'c.yaml'));
    symlinkSync('c.yaml', join(path, 'b.yaml'));
    symlinkSync('/etc/passwd', join(path, 'passwd.yaml'));
    symlinkSync('/dev/zero', join(path, 'zero.yaml'));
  }),
  folder('a folder that is named like a file', (path) => mkdirSync(join(path, 'x.yaml'))),
  folder('a pipe that is named like a file', (path) => void execFileSync('mkfifo', [join(path, 'x.yaml')])),
  folder(
    'a file that nobody may read',
    (path) => {
      writeFileSync(join(path, 'secret.yaml'), 'x: 1', { mode: 0 });
      // Whoever may read everything reads this too, and finds a key that nobody knows.
      chmodSync(join(path, 'secret.yaml'), 0);
    },
    process.getuid?.() === 0 ? 'key/unknown' : 'file/encoding',
  ),
  folder('folders two hundred deep', (path) =>
    mkdirSync(join(path, ...Array<string>(200).fill('d')), { recursive: true }),
  ),
  yaml('a path as an id', `${GROUND}firms: [{ id: "firm:../../etc/passwd", name: 甲 }]`, 'id/format'),
  yaml(
    'a path as a reference',
    `${GROUND}policies: [{ id: policy:a, name: 甲, issuers: ["agency:../../etc/passwd"] }]`,
    'ref/unknown',
  ),
  yaml(
    'the prototype as keys and ids',
    `${GROUND}__proto__: [{ id: x }]\nagencies: [{ id: __proto__, name: 甲, __proto__: { a: 1 }, constructor: { prototype: { a: 1 } }, toString: x }]`,
    'key/unknown',
    'id/format',
  ),
  yaml(
    'the prototype as a reference and an enum',
    `${GROUND}policies: [{ id: policy:a, name: 甲, stage: constructor, issuers: [__proto__] }]`,
    'value/enum',
    'ref/unknown',
  ),
  yaml(
    'Cypher and HTML as keys',
    `${GROUND}agencies: [{ id: agency:a, name: 甲, "x\`}) DETACH DELETE n //": 1, "<script>": 2 }]`,
    'key/unknown',
  ),
  ...numbers.map((text) =>
    yaml(
      `the number ${text.slice(0, 12)}`,
      `${GROUND}zones: [{ id: zone:a, name: 甲, zoneKind: SITE, areaKm2: ${text} }]`,
      'value/format',
    ),
  ),
  ...dates.map((text) =>
    yaml(
      `the date ${text}`,
      `${GROUND}firms: [{ id: firm:a, name: 甲, foundedOn: ${text} }]`,
      'value/format',
    ),
  ),
  yaml('a merge key', `${GROUND}agencies: [{ id: agency:a, name: 甲, <<: { nameEn: A } }]`, 'yaml/syntax'),
  yaml(
    'a tag of JavaScript',
    `${GROUND}agencies: [{ id: agency:a, name: !!js/function "function(){process.exit(7)}" }]`,
    'yaml/syntax',
  ),
  yaml('anchors in keys', `${GROUND}agencies: [{ &k id: agency:a, *k : agency:b, name: 甲 }]`, 'yaml/syntax'),
  yaml(
    'keys twice',
    `${GROUND}agencies: [{ id: agency:a, id: agency:b, name: 甲 }]\nagencies: []`,
    'yaml/syntax',
  ),
  yaml('several documents', `${GROUND}---\nagencies: []\n---\nfirms: []\n`, 'yaml/syntax'),
  yaml('directives', `%YAML 9.9\n%TAG ! tag:evil,2024:\n---\n${GROUND}`),
  yaml('nothing at all', '', 'key/missing'),
  yaml('a lone text', 'hello', 'value/type'),
  table(
    'ten thousand columns',
    `${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join()}\n`,
    'csv/columns',
  ),
  table(
    'a quote without end',
    `${HEADER}agency:a,"甲,source:a,p1\n${'agency:b,乙,source:a,p1\n'.repeat(20_000)}`,
    'csv/columns',
  ),
  table(
    'cells that Excel would run',
    `${HEADER}agency:a,"=cmd|' /C calc'!A0",source:a,p1\nagency:b,@SUM(A1),source:a,p1\nagency:c,+1+1,source:a,p1\n`,
  ),
  table('an escape of the terminal', `${HEADER}agency:a,甲\x1b[31m,source:a,p1\n`, 'file/encoding'),
  table('a NUL', `${HEADER}agency:a,甲\0,source:a,p1\n`, 'file/encoding'),
  table('UTF-16', Buffer.from(`\ufeff${HEADER}`, 'utf16le'), 'file/encoding'),
  table(
    'GB 18030',
    Buffer.concat([Buffer.from(HEADER), Buffer.from([0xd6, 0xd0, 0x2c, 0x0a])]),
    'file/encoding',
  ),
  table('as many faults as rows', `${HEADER}${'x,,,\n'.repeat(REPEATED)}`, 'id/format'),
  table(
    'the prototype as a column and an id',
    'id,name,__proto__,constructor.to,source,locator\n__proto__,甲,x,y,source:a,p1\n',
    'csv/columns',
  ),
];
