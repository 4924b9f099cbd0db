/** What a curator sees in an editor: faults while typing, what could stand here, what a key means. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LanguageServer, startLanguageServer } from './language-server.ts';
import { completionsAt, hoverAt, problemsOf } from './schema-document.ts';

const CASES = 'test/seeds/cases';

let server: LanguageServer;
beforeAll(async () => {
  server = await startLanguageServer();
});
afterAll(() => server.stop());

function seedFiles(): readonly string[] {
  const files = readdirSync('seeds', { recursive: true, encoding: 'utf8' });
  return files.filter((name) => name.endsWith('.yaml')).map((name) => join('seeds', name));
}

function casesThat(isWanted: (name: string) => boolean): readonly string[] {
  return readdirSync(CASES).filter((name) => name.endsWith('.yaml') && isWanted(name));
}

/** The errors that the product tells of a case, by its expectation. */
function expectedErrors(name: string): readonly { readonly line: number; readonly code: string }[] {
  const text = readFileSync(join(CASES, name.replace(/yaml$/, 'expected.txt')), 'utf8');
  return [...text.matchAll(/^\S+\.yaml:(\d+):\d+ (\S+) (?!.*\(warning\)$)/gm)].map(([, line, code = '']) => ({
    line: Number(line),
    code,
  }));
}

function messages(
  problems: readonly { readonly line: number; readonly message: string }[],
): readonly string[] {
  return problems.map(({ line, message }) => `${line} ${message.split('. Valid values')[0]}`).sort();
}

describe('what an editor accepts', () => {
  test('every seed file names the schema, and has no fault by it', async () => {
    const found = await Promise.all(
      seedFiles().map(async (file) => {
        const text = readFileSync(file, 'utf8');
        const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
        expect(resolve(file, '..', named), file).toBe(resolve('schema/seeds.schema.json'));
        return { file, problems: await server.open(pathToFileURL(resolve(file)).href, text) };
      }),
    );
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });

  test('every form that the product reads is accepted', async () => {
    const names = casesThat((name) => !name.includes('.invalid'));
    const found = await Promise.all(
      names.map(async (name) => [name, await problemsOf(server, readFileSync(join(CASES, name), 'utf8'))]),
    );
    expect(found.filter(([, problems]) => problems?.length)).toEqual([]);
  });

  test('dates, codes and texts that YAML reads as numbers are accepted', async () => {
    const text = `
industries:
  - id: industry:a
    name: 2024
    nameEn: true
    industryKind: FIELD
    codes: [{ standard: GB/T 4754, edition: 2017, code: 3973 }]
    evidence: { source: source:a, locator: 3 }
policies:
  - id: policy:a
    name: 甲
    issuedOn: 2023
    effectiveFrom: 2022-11-30
    places: [{ to: region:a, validFrom: 2022-11-30, validTo: 2025 }]
    evidence: { source: source:a, locator: p1 }
sources:
`;
    expect(await problemsOf(server, text)).toEqual([]);
  });
});

describe('what an editor tells', () => {
  test('an unknown key, a value of no enum, a missing key and a wrong form, where they stand', async () => {
    const text = `
defaults: { evidence: { source: source:a, locator: p1 } }
firms:
  - id: firm:a
    nam: 甲
    smeSize: HUGE
    places: { to: region:a, rôle: SITE }
clusters:
  - { id: cluster:a, name: 甲, titles: 先进制造业集群 }
  - { id: firm:b, name: 乙, industries: [region:a] }
`.trimStart();
    expect(messages(await problemsOf(server, text))).toEqual([
      '3 Missing property "name".',
      '4 Property nam is not allowed.',
      '5 Value is not accepted',
      '6 Property rôle is not allowed.',
      '8 Incorrect type. Expected "array | HeldTitle".',
      '9 Write cluster:… in lower case, digits and hyphens',
      '9 Write industry:… in lower case, digits and hyphens',
    ]);
  });

  test('a record without evidence, in a file without defaults', async () => {
    const text =
      'agencies:\n  - { id: agency:a, name: 甲 }\nsources:\n  - { id: source:a, name: 乙, tier: NEWS }\n';
    expect(messages(await problemsOf(server, text))).toEqual(['2 Missing property "evidence".']);
  });

  test('of the faults that the product tells, those of form; what needs other records or arithmetic is left to it', async () => {
    const told = new Map<string, Set<boolean>>();
    await Promise.all(
      casesThat((name) => name.includes('.invalid')).map(async (name) => {
        const problems = await problemsOf(server, readFileSync(join(CASES, name), 'utf8'));
        const lines = new Set(problems.map(({ line }) => line));
        for (const { line, code } of expectedErrors(name)) {
          told.set(code, (told.get(code) ?? new Set()).add(lines.has(line)));
        }
      }),
    );
    const codes = [...told].sort(([a], [b]) => (a < b ? -1 : 1));
    const always = codes.filter(([, each]) => !each.has(false)).map(([code]) => code);
    const never = codes.filter(([, each]) => !each.has(true)).map(([code]) => code);
    const sometimes = codes.filter(([, each]) => each.size === 2).map(([code]) => code);
    expect(always).toEqual(['id/format', 'key/unknown']);
    expect(sometimes).toEqual([
      'evidence/missing',
      'figure/contradiction',
      'figure/unit',
      'id/duplicate',
      'key/missing',
      'ref/type',
      'ref/unknown',
      'value/enum',
      'value/format',
      'value/type',
      'yaml/syntax',
    ]);
    expect(never).toEqual(['code/checksum', 'date/order', 'evidence/locator', 'file/encoding', 'tree/cycle']);
  });
});

describe('what an editor offers', () => {
  test('in a file, the types and what stands beside them', async () => {
    const labels = (await completionsAt(server, '‸')).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['firms', 'policies', 'knownNone', 'dataset', 'defaults']));
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('in a list, a new record with the keys that it must have', async () => {
    const found = await completionsAt(server, 'measures:\n  ‸');
    expect(found.find(({ label }) => label === 'new measure')?.insertText).toMatch(
      /^- id: measure:\$1\n {2}name: \$2\n {2}instrument: \$\{3\|GRANT,.*\|\}\n {2}policy: policy:\$4\n {2}evidence: \{ source: source:\$5, locator: \$6 \}$/,
    );
  });

  test('in a record, the keys of its type that it does not have yet', async () => {
    const found = await completionsAt(server, 'firms:\n  - id: firm:a\n    name: 甲\n    ‸');
    const labels = found.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['smeSize', 'industries', 'places', 'titles', 'evidence']));
    for (const key of ['id', 'name', 'subsidiaries', 'claims', 'statedValues'])
      expect(labels).not.toContain(key);
  });

  test('in an enum, its values, each explained', async () => {
    const found = await completionsAt(server, 'firms:\n  - id: firm:a\n    smeSize: ‸');
    const words = found.map(({ label, documentation }) => [label, JSON.stringify(documentation)]);
    expect(words.map(([label]) => label)).toEqual(['MICRO', 'SMALL', 'MEDIUM', 'LARGE']);
    expect(words[0]?.[1]).toContain('微型');
  });

  test('in a reference, how the ids of what it takes begin', async () => {
    const found = await completionsAt(server, 'firms:\n  - id: firm:a\n    places:\n      - ‸');
    const labels = found.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['region:…', 'zone:…', 'to', 'role']));
  });
});

describe('what an editor shows', () => {
  const record =
    'firms:\n  - id: firm:a\n    smeSize: SMALL\n    places:\n      - { to: region:a, role: SITE }\n';

  test('over a key, what it means in English and in Chinese, and how it is written', async () => {
    const shown = await hoverAt(server, record.replace('places', 'pla‸ces'));
    expect(shown).toContain('Where it is, and in which role. 所在区域');
    expect(shown).toContain('`{ to: …, role, address, validFrom, validTo, modality, evidence }`');
  });

  test('over a value of an enum, what each value means', async () => {
    const shown = await hoverAt(server, record.replace('SITE', 'SI‸TE'));
    expect(shown).toContain('In which role it is there. 场所性质');
    expect(shown).toContain('* `SITE`: 场所');
  });
});
