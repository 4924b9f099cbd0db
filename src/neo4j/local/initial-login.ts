/** Gives the store of a local Neo4j the password in our file, before Neo4j starts. */

import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrMakePassword } from '../password-file.ts';
import { writePrivateFile } from '../private-files.ts';
import { homeOf, type LocalPlace } from './local-place.ts';

/** How often Neo4j hashes a password. */
const ITERATIONS = 1024;

/**
 * Sees to it that Neo4j accepts the password in the file at its next start. A store that was made without a password
 * gets it, and keeps its data.
 * @returns the password
 */
export async function prepareLogin(place: LocalPlace): Promise<string> {
  const data = join(homeOf(place), 'data');
  const { password, isNew } = await readOrMakePassword(place);
  const file = join(data, 'dbms', 'auth.ini');
  const hadPassword = existsSync(file);
  if (hadPassword && !isNew) return password;
  // The file with the password of the store is lost. The database `system` holds the login and no data.
  if (hadPassword) await removeSystemDatabase(data);
  await writePrivateFile(file, `${renderInitialUser('neo4j', password)}\n`);
  return password;
}

/** A user as Neo4j reads it from auth.ini, where it has no users or one who never set a password. */
function renderInitialUser(name: string, password: string, salt = randomBytes(32)): string {
  let hash = createHash('sha256').update(salt).update(password).digest();
  for (let round = 1; round < ITERATIONS; round += 1) hash = createHash('sha256').update(hash).digest();
  return `${name}:SHA-256,${hash.toString('hex')},${salt.toString('hex')},${ITERATIONS}:`;
}

async function removeSystemDatabase(data: string): Promise<void> {
  for (const kind of ['databases', 'transactions']) {
    await rm(join(data, kind, 'system'), { recursive: true, force: true });
  }
}
