/** What exports refuse is said in both languages. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkBackup } from '../../src/export/backup/read-backup.ts';
import { placeRefused } from '../../src/export/draft-file.ts';
import { ExportRefused } from '../../src/export/export-refused.ts';
import { readModel } from '../../src/model/schema/read-model.ts';

const root = mkdtempSync(join(tmpdir(), 'refusals-'));
afterAll(() => rmSync(root, { recursive: true }));

test('a full disk and a file that is no backup are refused in Chinese too', async () => {
  const full = placeRefused('a.csv', Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' }));
  expect(full).toBeInstanceOf(ExportRefused);
  expect((full as ExportRefused).text).toEqual({
    en: 'a.csv cannot be written: the disk is full. Nothing was kept.',
    zh: '无法写入 a.csv：磁盘已满。未保留任何内容。',
  });
  const path = join(root, 'no.backup');
  writeFileSync(path, 'x');
  const refused = await checkBackup(readModel('schema'), path).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ExportRefused);
  expect((refused as ExportRefused).text).toMatchObject({ zh: expect.stringContaining('未写入任何内容') });
});
