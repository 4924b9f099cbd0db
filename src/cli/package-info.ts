/** What the package's own description says: its version, and the seeds that are loaded where none are named. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of this package, whatever folder a command is run in. */
export const PACKAGE = join(import.meta.dirname, '..', '..');

interface PackageInfo {
  readonly version: string;
  readonly config: { readonly seeds: readonly string[] };
}

/** The version of this package. */
export function packageVersion(): string {
  return packageInfo().version;
}

/** The folders of seeds that are loaded where none are named: what belongs to no city, and one city. */
export function defaultSeeds(): readonly string[] {
  return packageInfo().config.seeds;
}

function packageInfo(): PackageInfo {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as PackageInfo;
}
