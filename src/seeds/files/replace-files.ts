/** Files written anew, all or none: whoever reads them meets the old text or the new one, never a half. */

import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file's new text. */
export interface FileChange {
  /** The path as shown to people. */
  readonly file: string;
  readonly path: string;
  /** The whole text as it was read, a byte order mark included. */
  readonly before: string;
  readonly after: string;
}

/** Nothing was written: why. */
class NotWritten extends Error {
  override name = 'NotWritten';
}

/**
 * Replaces files by way of new ones beside them.
 * @throws NotWritten where one is read-only, was changed since it was read, or cannot be written; all are as before
 */
export function replaceFiles(changes: readonly FileChange[]): void {
  const problems = changes.flatMap((change) => problemOf(change) ?? []);
  if (problems.length > 0) throw new NotWritten(problems.join('; '));
  const written: { readonly change: FileChange; readonly beside: string }[] = [];
  try {
    for (const change of changes) written.push({ change, beside: writeBeside(change, change.after) });
    const moved = changes.flatMap((change) => problemOf(change) ?? []);
    if (moved.length > 0) throw new NotWritten(moved.join('; '));
    moveAll(written);
  } catch (cause) {
    if (cause instanceof NotWritten) throw cause;
    throw new NotWritten(`nothing was written: ${cause instanceof Error ? cause.message : cause}`, { cause });
  } finally {
    for (const { beside } of written) rmSync(beside, { force: true });
  }
}

/** Moves new files over the old ones; where one fails, those before it are put back. */
function moveAll(written: readonly { readonly change: FileChange; readonly beside: string }[]): void {
  const done: FileChange[] = [];
  try {
    for (const { change, beside } of written) {
      renameSync(beside, change.path);
      done.push(change);
    }
  } catch (cause) {
    for (const change of done) renameSync(writeBeside(change, change.before), change.path);
    throw cause;
  }
}

/** Why a file cannot be replaced. Replacing asks the folder alone, so the file's own permissions are asked here. */
function problemOf({ file, path, before }: FileChange): string | undefined {
  try {
    const { mode } = lstatSync(path);
    if ((mode & ANY_WRITE) === 0) return `${file} is read-only`;
    accessSync(path, constants.W_OK);
    if (!readFileSync(path).equals(Buffer.from(before))) return `${file} was changed in the meantime`;
    return undefined;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EACCES') return `${file} is read-only`;
    return `${file}: ${cause instanceof Error ? cause.message : cause}`;
  }
}

const ANY_WRITE = 0o222;

/** Writes a text to a new file in the same folder, with the permissions of the old one; gives its path. */
function writeBeside({ path }: FileChange, text: string): string {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.new`);
  const opened = openSync(beside, 'wx', lstatSync(path).mode & 0o777);
  try {
    writeFileSync(opened, text);
    fsyncSync(opened);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cause;
  } finally {
    closeSync(opened);
  }
  return beside;
}
