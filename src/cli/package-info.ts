/** What the package's own description says: its version, and the seeds that are loaded where none are named. */

import { readFileSync } from 'node:fs';
import { PACKAGE_FILE } from './command.ts';

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
  return JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')) as PackageInfo;
}
