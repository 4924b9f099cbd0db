/** The password of the Neo4j that we start, in one file that only its owner may read. */

import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LocalPlace } from './local/local-place.ts';
import { createPrivateFile } from './private-files.ts';

/** A password, and whether it was made just now. */
export interface KeptPassword {
  readonly password: string;
  readonly isNew: boolean;
}

/** The file of the password: in the data folder, or in a home that is given. */
export function passwordPath(place: LocalPlace): string {
  return join(resolve(place.home ?? place.dataFolder), 'neo4j-password');
}

/**
 * The password in the file; undefined where there is no file yet.
 * @throws Error where the file belongs to another user
 */
export async function readPassword(place: LocalPlace): Promise<string | undefined> {
  const file = passwordPath(place);
  try {
    const password = (await readFile(file, 'utf8')).trim();
    return password === '' ? undefined : password;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Error(
      `The password in ${file} cannot be read (${code}). Run this as the user who started Neo4j, or set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD.`,
      { cause: error },
    );
  }
}

/** The password in the file, which is made where it is missing. */
export async function readOrMakePassword(place: LocalPlace): Promise<KeptPassword> {
  const file = passwordPath(place);
  await renameOlderFile(place, file);
  const password = makePassword();
  const isNew = await createPrivateFile(file, `${password}\n`);
  if (isNew) return { password, isNew };
  await chmod(file, 0o600);
  const kept = await readPassword(place);
  if (kept === undefined)
    throw new Error(`${file} is empty. Delete it: the next start makes a new password.`);
  return { password: kept, isNew };
}

/** A password for a database that is not kept. */
export function makePassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Older versions kept a password for containers only, under another name. */
async function renameOlderFile({ dataFolder, home }: LocalPlace, file: string): Promise<void> {
  if (home !== undefined || (await readFile(file, 'utf8').catch(() => undefined)) !== undefined) return;
  await rename(join(resolve(dataFolder), 'container-password'), file).catch(() => undefined);
}
