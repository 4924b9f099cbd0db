/** `kg fmt` and `kg rename`: the commands that edit seed files, without a database. */

import { chmodSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

const TIDY = 'agencies:\n  - id: agency:a # a\n    name: 甲\n';
const UNTIDY = 'agencies:\n- name:   甲\n  id: agency:a # a\n';
const BROKEN = 'agencies: [\n';

describe('kg fmt', () => {
  test('files that change are named, the others left; twice changes nothing', async () => {
    const folder = writeSeeds({ 'a.yaml': UNTIDY, 'b.yaml': 'regions: []\n' });
    const first = await kg(['fmt', '--seeds', folder]);
    expect(first).toMatchObject({ code: 0, err: '1 of 2 files changed.\n' });
    expect(first.out).toMatch(/^\S*a\.yaml\n$/);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(TIDY);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml']);
    expect(await kg(['fmt', '--seeds', folder])).toMatchObject({ code: 0, out: '' });
  });

  test('--check writes nothing and ends with 1 where a file would change', async () => {
    const folder = writeSeeds({ 'a.yaml': UNTIDY });
    const { code, out, err } = await kg(['fmt', '--check', '--seeds', folder]);
    expect([code, err]).toEqual([1, '1 of 1 file would change.\n']);
    expect(out).toMatch(/^\S*a\.yaml\n$/);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(UNTIDY);
    writeSeeds({ 'a.yaml': TIDY }, folder);
    expect(await kg(['fmt', '--check', '--seeds', folder])).toMatchObject({ code: 0, out: '' });
  });

  test('a file with a fault of syntax is told and stays; --json prints one value', async () => {
    const folder = writeSeeds({ 'a.yaml': UNTIDY, 'b.yaml': BROKEN });
    const { code, out } = await kg(['fmt', '--json', '--seeds', folder]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      changed: [expect.stringMatching(/a\.yaml$/)],
      kept: [],
      faults: [expect.objectContaining({ code: 'yaml/syntax', line: 1 })],
    });
    expect(readFileSync(join(folder, 'b.yaml'), 'utf8')).toBe(BROKEN);
    expect((await kg(['fmt', '--seeds', folder])).err).toMatch(/b\.yaml:1:\d+ yaml\/syntax/);
  });

  test('a link is told and changes nothing', async () => {
    const folder = writeSeeds({ 'a.yaml': TIDY });
    symlinkSync('a.yaml', join(folder, 'b.yaml'));
    const { code, err } = await kg(['fmt', '--check', '--seeds', folder]);
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/b\.yaml:1:1 file\/link .*\n(?:.*\n)*0 of 1 file would change/),
    ]);
  });

  test('a byte order mark goes, a read-only file and a missing folder are told', async () => {
    const folder = writeSeeds({ 'a.yaml': `\ufeff${TIDY}` });
    chmodSync(join(folder, 'a.yaml'), 0o444);
    expect(await kg(['fmt', '--seeds', folder])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^kg: .*a\.yaml is read-only\n$/),
    });
    chmodSync(join(folder, 'a.yaml'), 0o640);
    expect((await kg(['fmt', '--seeds', folder])).code).toBe(0);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(TIDY);
    expect((await kg(['fmt', '--seeds', join(folder, 'no')])).code).toBe(1);
  });
});

describe('kg rename', () => {
  test('the places are counted by file, and the seeds stay without fault', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    const { code, out, err } = await kg(['rename', 'industry:ic', 'industry:chips', '--seeds', folder]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\S*city\.yaml: 2 places\n$/);
    expect(err).toBe('2 places in 1 file changed.\n');
    const text = readFileSync(join(folder, 'city.yaml'), 'utf8');
    expect(text).toContain("{ id: 'industry:chips', formerIds: ['industry:ic'], name:");
    expect((await kg(['validate', '--seeds', folder])).code).toBe(0);
  });

  test('--json prints where the new id stands and nothing else', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    const { code, out } = await kg(['rename', 'region:x', 'region:y', '--json', '--seeds', folder]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { file: expect.stringMatching(/city\.yaml$/), line: 4, column: 17 },
      { file: expect.stringMatching(/city\.yaml$/), line: 7, column: POLICY.indexOf("'region:x'") + 1 },
    ]);
  });

  test('an unknown record is refused with the likeliest one, faults of the seeds are told', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    expect(await kg(['rename', 'policy:on', 'policy:two', '--seeds', folder])).toEqual({
      code: 1,
      out: '',
      err: 'kg: no record has the id `policy:on`: did you mean `policy:one`?\n',
    });
    const broken = writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('region:x', 'region:z')) });
    const { code, err } = await kg(['rename', 'policy:one', 'policy:two', '--seeds', broken]);
    expect(code).toBe(1);
    expect(err).toContain('ref/unknown');
    expect(err).toContain('The seeds have 1 fault; nothing was renamed.');
  });
});

test.each([[['rename', 'policy:one']], [['rename', 'a', 'b', 'c']], [['fmt', 'a']], [['fmt', '--chek']]])(
  '%j ends with 64',
  async (args) => {
    expect((await kg(args)).code).toBe(64);
  },
);

test('a file whose name holds controls is named with them written out, one name a line', async () => {
  const city = `${citySeeds(POLICY)}zones: [{ id: 'zone:z', name: 某园, zoneKind: SITE, within: 'region:x' }]\n`;
  const folder = writeSeeds({ 'city.yaml': city, 'a\u001b[31m\nb.yaml': `# region:x\n${UNTIDY}` });
  const name = 'a<U+001B>[31m<U+000A>b.yaml';
  const faults = await kg(['validate', '--seeds', folder]);
  expect(faults.out).toContain(`${name}:4:`);
  const renamed = await kg(['rename', 'region:x', 'region:y', '--seeds', folder]);
  const tidied = await kg(['fmt', '--check', '--seeds', folder]);
  for (const { out, err } of [faults, renamed, tidied]) expect(out + err).not.toContain('\u001b');
  expect(tidied.out).toContain(`${name}\n`);
});
