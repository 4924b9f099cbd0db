/** Files and folders that only their owner may read, whatever the umask of the process is. */

import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

/** The entries of a data folder. A folder that holds anything else is shared with other programs. */
const ENTRIES = /^(home|lib-.*|neo4j-password.*|container-password)$/;

/** Makes a folder that only its owner may enter, or closes one that is there. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  await chmod(folder, OWNER_ONLY_FOLDER);
}

/** Makes the data folder, or closes one that an older version left open. */
export async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  // KG_DATA can name a folder like /tmp, which must stay open to others.
  if ((await readdir(folder)).every((name) => ENTRIES.test(name))) await chmod(folder, OWNER_ONLY_FOLDER);
}

/** Writes a file that only its owner may read; an older one is replaced as a whole. */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  await rename(await writeDraft(file, text), file);
}

/** Writes a private file unless there is one of that name; returns whether it was written. */
export async function createPrivateFile(file: string, text: string): Promise<boolean> {
  const draft = await writeDraft(file, text);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(file: string, text: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: OWNER_ONLY_FILE, flag: 'wx' });
  return draft;
}
