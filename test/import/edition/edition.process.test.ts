/** A list of 200 firms as the guide tells: it enters, its next edition is a difference in words, and exit codes say what is open. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { kg, writeSeeds } from '../../cli/run-kg.ts';
import { DISTRICTS, type ListedFirm, listMap, madeFirms, SEEDS, sheetRows } from './made-list.ts';

const FIRMS = madeFirms(223);
const OLD = FIRMS.slice(0, 200);

/** Next year: 4 left, 2 renamed, 1 moved, 3 with another number of staff, 23 new. */
const NEXT = FIRMS.flatMap((firm, at): readonly ListedFirm[] => {
  if ([50, 80, 110, 140].includes(at)) return [];
  if ([20, 60].includes(at)) return [{ ...firm, name: firm.name.replace(/..有限公司$/, '新材有限公司') }];
  if (at === 30) return [{ ...firm, district: DISTRICTS[(at + 1) % DISTRICTS.length] ?? '' }];
  return [40, 41, 42].includes(at) ? [{ ...firm, staff: firm.staff + 1 }] : [firm];
});

let folder: string;
let seeds: string;
const proposed = () => join(folder, 'proposed');

function writeList(name: string, firms: readonly ListedFirm[], more: string = ''): string {
  const path = join(folder, name);
  const rows = sheetRows('示例名单', firms).map((cells) => cells.join(','));
  writeFileSync(path, `${rows.join('\n')}\n${more}`);
  return path;
}

function writeMap(year: number, more = ''): string {
  const path = join(folder, `list-${year}.map.yaml`);
  writeFileSync(path, `${listMap(year)}${more}`);
  return path;
}

const importOf = (file: string, map: string, ...more: readonly string[]) =>
  kg(['import', file, '--map', map, '--seeds', seeds, '--out', proposed(), ...more]);

const NEXT_OF = ['--edition-of', 'source:list-2024'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kg-edition-'));
  seeds = writeSeeds({ 'all.yaml': SEEDS });
});

describe('a list of 200 rows', () => {
  test('enters, its next edition is compared in words and written, and version control takes it back', async () => {
    const first = await importOf(writeList('list-2024.csv', OLD), writeMap(2024));
    expect([first.code, first.err]).toEqual([0, expect.any(String)]);
    expect(first.out).toContain('200 new records');
    renameSync(join(proposed(), 'firms.list-2024.csv'), join(seeds, 'firms.list-2024.csv'));
    expect((await kg(['validate', '--seeds', seeds])).code).toBe(0);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
        cwd: seeds,
        encoding: 'utf8',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'list of 2024');
    const before = readFileSync(join(seeds, 'firms.list-2024.csv'), 'utf8');

    const next = writeList('list-2025.csv', NEXT);
    const shown = await importOf(next, writeMap(2025), ...NEXT_OF);
    const said = shown.out + shown.err;
    expect([shown.code, said]).toEqual([
      0,
      expect.stringContaining(
        'source:list-2025 against source:list-2024: 23 added · 4 removed · 2 renamed · 1 moved · 3 figures changed',
      ),
    ]);
    expect(said).toContain('until 2025-02-28 专精特新中小企业');
    expect(said).toContain('--write writes it');
    // Shown alone: the seeds are as they were.
    expect(readFileSync(join(seeds, 'firms.list-2024.csv'), 'utf8')).toBe(before);

    const wrote = await importOf(next, writeMap(2025), ...NEXT_OF, '--write');
    expect(wrote.code).toBe(0);
    renameSync(join(proposed(), 'firms.list-2025.csv'), join(seeds, 'firms.list-2025.csv'));
    expect(git('diff', '--stat')).toContain('firms.list-2024.csv');
    expect((await kg(['validate', '--seeds', seeds])).code).toBe(0);

    git('checkout', '-q', '--', '.');
    git('clean', '-fdq');
    expect(readFileSync(join(seeds, 'firms.list-2024.csv'), 'utf8')).toBe(before);
    expect((await kg(['validate', '--seeds', seeds])).code).toBe(0);
  });

  test('exits with 1 where something is open or refused, and with 64 where the command is used wrongly', async () => {
    const next = join(folder, 'list-2025.csv');
    const [firm] = NEXT;
    const twice = writeList('twice.csv', firm ? [...NEXT, firm] : NEXT);
    const short = writeList('short.csv', NEXT.slice(0, 90));
    const map = writeMap(2025);
    const codes = async (...runs: readonly Parameters<typeof importOf>[]) => {
      const ran: (number | null)[] = [];
      for (const run of runs) ran.push((await importOf(...run)).code);
      return ran;
    };
    expect(await codes([twice, map, ...NEXT_OF], [short, map, ...NEXT_OF])).toEqual([1, 1]);
    expect(
      await codes(
        [next, map, '--edition-of', 'source:list-2042'],
        [next, map, '--edition-of', ''],
        [next, map, '--write'],
      ),
    ).toEqual([64, 64, 64]);
    expect((await kg(['import', next, '--seeds', seeds])).code).toBe(64);
    expect((await importOf(short, map, ...NEXT_OF, '--yes-whole')).code).toBe(0);
  });
});
