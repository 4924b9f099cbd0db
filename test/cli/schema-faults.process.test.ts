/** Commands of a package whose schema has faults: each reports them all and does nothing. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'kg-schema-'));
beforeAll(() => {
  for (const part of ['src', 'schema', 'seeds', 'package.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  edit('policy', 'expiresOn: CoarseDate @lastDay', 'expiresOn: CoarseDate @lastday');
  edit('firm', 'prefix: "firm"', 'prefix: "zone"');
});
afterAll(() => rmSync(folder, { recursive: true }));

function edit(file: string, from: string, to: string): void {
  const path = join(folder, 'schema', `${file}.graphql`);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

function kg(...args: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', NEO4J_URI: '' };
  return spawnSync(process.execPath, ['src/cli/kg.mjs', ...args], { cwd: folder, env, encoding: 'utf8' });
}

describe('a schema with faults', () => {
  test.each([['validate'], ['serve'], ['plan']])('stops kg %s, which reports all of them', (command) => {
    const { status, stdout, stderr } = kg(command);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^schema\/policy\.graphql:\d+:\d+ schema\/directive Unknown directive `@lastday`$/m,
    );
    expect(stderr).toContain('did you mean `@lastDay`?');
    expect(stderr).toMatch(/^schema\/\w+\.graphql:\d+:\d+ schema\/duplicate `prefix: "zone"`/m);
    expect(stderr).toContain('kg: the schema has 2 faults; nothing was done.');
  });

  test('is one JSON value with --json', () => {
    const { status, stdout } = kg('validate', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ code: 'schema/duplicate', severity: 'error' }),
      expect.objectContaining({
        code: 'schema/directive',
        severity: 'error',
        hint: 'did you mean `@lastDay`?',
      }),
    ]);
  });
});
