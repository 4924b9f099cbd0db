/** A folder of files that appears whole or not at all, with a list of what is in it. */

import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { placeRefused } from './draft-file.ts';
import { ExportRefused } from './export-refused.ts';

/** The list of what is in the folder; where it is there, an export wrote the folder. */
const MANIFEST = 'export.json';
/** What the importer of Neo4j leaves in the folder that it is run in. */
const REPORT = 'import.report';
/** The names that exports give their files. */
const OWN_NAME = /^[A-Za-z][\w.-]*\.(csv|json|yaml|cypher|args|md)$/;
/** How much is collected before it is written. */
const PIECE = 65_536;

/** Files to be written, by name; each stays open until the folder is done. */
export interface DraftFolder {
  /** Adds a text to a file, which begins with the first one. */
  add(file: string, text: string): Promise<void>;
}

/** What the list says of the whole, beside the files. */
export type FolderAbout = Readonly<Record<string, string | number>>;

/**
 * Writes a folder by way of a new one beside it, which takes its place when `work` has ended well.
 * @throws ExportRefused where the folder holds what no export wrote, or cannot be written; it is then as it was
 */
export async function writeFolder(
  path: string,
  work: (folder: DraftFolder) => Promise<FolderAbout>,
): Promise<void> {
  const place = await placeOf(path);
  const beside = join(dirname(place), `.${basename(place)}.${randomUUID()}`);
  try {
    await refuseForeign(place, path);
    await mkdir(`${beside}.part`);
    await fill(`${beside}.part`, work);
    // Checked again: a file may have been put there in the meantime.
    await refuseForeign(place, path);
    await exchange(place, beside);
  } catch (error) {
    throw placeRefused(path, error);
  } finally {
    await rm(`${beside}.part`, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Where a folder really is: one that a link leads to is exchanged there, and the link stays.
 * @throws ExportRefused where a link leads nowhere
 */
async function placeOf(path: string): Promise<string> {
  const place = resolve(path);
  const found = await lstat(place).catch(() => undefined);
  if (!found?.isSymbolicLink()) return place;
  return realpath(place).catch((error: unknown) => {
    throw new ExportRefused(
      'place',
      {
        en: `${path} is a link that leads nowhere. Nothing was kept.`,
        zh: `${path} 是失效的链接。未保留任何内容。`,
      },
      error,
    );
  });
}

async function exchange(place: string, beside: string): Promise<void> {
  const old = await rename(place, `${beside}.old`).then(
    () => true,
    () => false,
  );
  try {
    await rename(`${beside}.part`, place);
  } catch (error) {
    if (old) await rename(`${beside}.old`, place);
    throw error;
  }
  if (old) await rm(`${beside}.old`, { recursive: true, force: true });
}

async function fill(folder: string, work: (folder: DraftFolder) => Promise<FolderAbout>): Promise<void> {
  const files = new Map<string, OpenFile>();
  try {
    const about = await work({
      async add(name, text) {
        const file = files.get(name) ?? (await openFile(join(folder, name)));
        files.set(name, file);
        file.texts.push(text);
        file.length += text.length;
        if (file.length >= PIECE) await flush(file);
      },
    });
    const listed: Record<string, { bytes: number; sha256: string }> = {};
    for (const [name, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      await flush(file);
      await file.handle.sync();
      listed[name] = { bytes: file.bytes, sha256: file.hash.digest('hex') };
    }
    const manifest = { writtenBy: 'kg export', ...about, files: listed };
    await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  } finally {
    for (const { handle } of files.values()) await handle.close();
  }
}

interface OpenFile {
  readonly handle: Awaited<ReturnType<typeof open>>;
  readonly hash: Hash;
  texts: string[];
  length: number;
  bytes: number;
}

async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path, 'wx');
  return { handle, hash: createHash('sha256'), texts: [], length: 0, bytes: 0 };
}

async function flush(file: OpenFile): Promise<void> {
  const bytes = Buffer.from(file.texts.join(''));
  file.texts = [];
  file.length = 0;
  file.hash.update(bytes);
  file.bytes += bytes.length;
  await file.handle.writeFile(bytes);
}

/** Refuses a folder with anything in it that no export wrote, or that was changed since: it would be lost. */
async function refuseForeign(place: string, path: string): Promise<void> {
  const found = await stat(place).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory())
    throw new ExportRefused('place', {
      en: `${path} is there already, and is no folder.`,
      zh: `${path} 已存在，且不是文件夹。`,
    });
  const names = await readdir(place);
  if (names.length === 0) return;
  const listed = await listedIn(place);
  const strangers: string[] = [];
  for (const name of names.sort()) {
    if (listed && (name === MANIFEST || name === REPORT)) continue;
    if (!(listed?.has(name) && (await isAsWritten(join(place, name), listed.get(name)))))
      strangers.push(name);
  }
  if (strangers.length === 0) return;
  const [some, more] = [strangers.slice(0, 3), strangers.length > 3];
  throw new ExportRefused('place', {
    en: `${path} holds what no export wrote, or what was changed since (${some.join(', ')}${more ? ', …' : ''}): name a new or empty folder.`,
    zh: `${path} 中有并非导出的文件，或导出后改动过的文件（${some.join('、')}${more ? '等' : ''}）：请指定新的或空的文件夹。`,
  });
}

/** What the list of an export says of each file there; undefined where there is no such list. */
async function listedIn(place: string): Promise<ReadonlyMap<string, unknown> | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(place, MANIFEST), 'utf8')) as Readonly<
      Record<string, unknown>
    >;
    return manifest.writtenBy === 'kg export' ? new Map(Object.entries(Object(manifest.files))) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file is of a name and content that an export gave it: a list alone may be anybody's. */
async function isAsWritten(path: string, said: unknown): Promise<boolean> {
  const { sha256 } = Object(said) as Readonly<Record<string, unknown>>;
  if (!OWN_NAME.test(basename(path)) || !(await lstat(path)).isFile()) return false;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex') === sha256;
}
