/** Which Chromium the tests of pages use. */

import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'kg-chromium-'));
const program = join(folder, 'google-chrome');
writeFileSync(program, '');
chmodSync(program, 0o755);

test('CHROMIUM names the one to use', () => {
  expect(findChromium({ CHROMIUM: program, PATH: '' })).toBe(program);
});

test('a CHROMIUM that is not there is not replaced by another one', () => {
  expect(findChromium({ CHROMIUM: join(folder, 'absent'), PATH: folder })).toBeUndefined();
});

test('one on the PATH is found by any of its names', () => {
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(program);
});
