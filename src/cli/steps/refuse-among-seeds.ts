/** Keeps results from being written over seed files, or where they would be read as seeds. */

import { resolve, sep } from 'node:path';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { isSeedName } from '../../seeds/files/is-seed-name.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Refuses a path for results that is among the seeds.
 * @param folder whether files are to be written below it, whatever they are called
 * @throws UsageError where a file there is one of the seeds, or would be read as one
 */
export function refuseAmongSeeds(place: string, seeds: readonly string[], folder = false): void {
  const path = resolve(place);
  const within = seeds.find((each) => `${path}${sep}`.startsWith(`${resolve(each)}${sep}`));
  if (within === undefined || !(folder || isSeedName(path))) return;
  throw new UsageError({
    en: visibleText(`${place} is among the seeds of ${within}: name a path elsewhere.`),
    zh: visibleText(`${place} 位于种子文件夹 ${within} 之内：请改用其他路径。`),
  });
}
