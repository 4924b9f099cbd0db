/** Builds of the explorer, where several processes keep theirs in one place. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual as isEqual } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';
import { buildExplorer } from '../../src/pages/build-explorer.ts';
import { readVocabulary } from '../../src/pages/read-vocabulary.ts';
import { model } from '../graph-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kg-build-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ['src', 'schema', 'package-lock.json']) symlinkSync(resolve(name), join(folder, name));
const cache = join(folder, 'node_modules/.cache/explorer');
mkdirSync(cache, { recursive: true });

test('a build is whole in memory, also once another process has put its own in its place', async () => {
  const vocabulary = readVocabulary(model, ['schema', 'schema/questions'].map(readSchemaFolder));
  const built = await buildExplorer(folder, vocabulary);
  const script = built.assets.get(built.script.replace('assets/', '')) ?? '';
  expect([script.length > 100_000, script.includes(resolve('src'))]).toEqual([true, false]);
  const [kept = ''] = readdirSync(cache);
  // An image is built by root and run by another user, who reads the build.
  expect(statSync(join(cache, kept)).mode & 0o777).toBe(0o755);
  const again = async () => isEqual(await buildExplorer(folder, vocabulary), built);
  expect(await again()).toBe(true);
  // Another process removes what it does not know, now or while this one reads it.
  rmSync(join(cache, kept, 'assets'), { recursive: true });
  expect(await again()).toBe(true);
});
