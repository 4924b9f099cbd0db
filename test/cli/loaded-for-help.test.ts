/** What `kg --help` and `kg --version` load: little, so that they are quick. */

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const STATIC_IMPORT = /^import (?!type )[^;]*?from '([^']+)';/gm;

/** All that is loaded together with a file: its own imports, theirs, and so on. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)) {
    const target = path.startsWith('.') ? relative('.', join(file, '..', path)) : path;
    if (seen.has(target)) continue;
    seen.add(target);
    if (path.startsWith('.')) loadedWith(target, seen);
  }
  return seen;
}

test('help and version load no command, no driver and no server', () => {
  const loaded = [...loadedWith('src/cli/main.ts')].filter((path) => !path.startsWith('node:'));
  expect(loaded.filter((path) => !path.startsWith('src/')).sort()).toEqual(['commander', 'picocolors']);
  expect(loaded).not.toContain('src/cli/commands/apply.ts');
  expect(loaded.length).toBeLessThan(40);
});
