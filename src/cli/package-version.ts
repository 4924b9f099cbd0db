/** The version of this package. */

import { readFileSync } from 'node:fs';
import { PACKAGE_FILE } from './command.ts';

/** The version that stands in the package's own description. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')) as { readonly version: string };
  return version;
}
