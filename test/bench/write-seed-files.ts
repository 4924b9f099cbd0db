/** Seed files written to a folder. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SeedFiles } from './make-seeds.ts';

/** Writes seed files below a folder, which is made. */
export function writeSeedFiles(files: SeedFiles, folder: string): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
