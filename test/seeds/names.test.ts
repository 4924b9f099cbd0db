/** Which of two records of one name is warned of: the one written later, as far as files show it. */

import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';

const root = mkdtempSync(join(tmpdir(), 'names-'));
afterAll(() => rmSync(root, { recursive: true }));
const model = readModel('schema');
const HEAD = `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: source:a, locator: p1 } }
sources: [{ id: source:a, name: 甲, tier: NEWS }]
`;

/** The files and lines of the warnings, where both files were changed at some second. */
function warned(changedA: number, changedB: number): readonly string[] {
  const folder = mkdtempSync(join(root, 'case-'));
  writeFileSync(
    join(folder, 'a.yaml'),
    `${HEAD}firms:\n  - { id: firm:a, name: 示例甲科技（集团）有限公司 }\n`,
  );
  writeFileSync(
    join(folder, 'b.yaml'),
    'defaults: { evidence: { source: source:a, locator: p1 } }\nfirms:\n  - { id: firm:b, name: 示例甲科技集团 }\n',
  );
  for (const [name, time] of [
    ['a.yaml', changedA],
    ['b.yaml', changedB],
  ] as const) {
    utimesSync(join(folder, name), time, time);
  }
  return readSeeds(model, [folder]).diagnostics.map(
    ({ code, file, line, message }) =>
      `${code} ${file.slice(-'a.yaml'.length)}:${line} ${/a\.yaml:\d|b\.yaml:\d/.exec(message.en)?.[0]}`,
  );
}

test('of two records of one name the one in the file changed later is warned of', () => {
  expect(warned(2_000_000, 1_000_000)).toEqual(['name/near-duplicate a.yaml:5 b.yaml:3']);
  expect(warned(1_000_000, 2_000_000)).toEqual(['name/near-duplicate b.yaml:3 a.yaml:5']);
});

test('of two records in files written at once the later by path is warned of', () => {
  expect(warned(1_000_030, 1_000_000)).toEqual(['name/near-duplicate b.yaml:3 a.yaml:5']);
});
