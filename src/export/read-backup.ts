/** Reads a backup, entry by entry, and refuses one that is not as it was written. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BACKUP_FORM, type BackupEnd, type BackupEntry, type BackupHead } from './backup-entries.ts';
import { ExportRefused } from './export-refused.ts';

/** No line that a backup has comes near this many bytes. */
const LONGEST_LINE = 64_000_000;
const LINE_BREAK = 10;

/** What a backup is of, and its entries. */
export interface Backup {
  readonly head: BackupHead;
  /** To be taken to their end: only there it shows whether all are as they were written. */
  readonly entries: AsyncIterable<BackupEntry>;
}

/**
 * Reads a backup to its end, and keeps nothing of it.
 * @throws ExportRefused where it is none, is cut off or was changed
 */
export async function checkBackup(path: string): Promise<BackupHead> {
  const { head, entries } = await readBackup(path);
  for await (const _ of entries);
  return head;
}

/** Opens a backup. */
export async function readBackup(path: string): Promise<Backup> {
  const hash = createHash('sha256');
  const lines = linesOf(path);
  const first = await lines.next();
  if (first.done) throw damaged(path, 'it is empty');
  hash.update(first.value).update('\n');
  const head = parse(path, first.value) as BackupHead;
  if (typeof head.backup !== 'number') throw damaged(path, 'it is no backup');
  if (head.backup !== BACKUP_FORM) {
    throw damaged(path, `its form is ${head.backup}, and this program reads form ${BACKUP_FORM}`);
  }
  return { head, entries: entriesOf(path, lines, hash) };
}

async function* entriesOf(
  path: string,
  lines: AsyncIterator<Buffer> & AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<BackupEntry> {
  let count = 0;
  let end: BackupEnd | undefined;
  for await (const line of lines) {
    if (end) throw damaged(path, 'something stands behind its end');
    const value = parse(path, line);
    if ('sha256' in value) {
      end = value as BackupEnd;
      continue;
    }
    hash.update(line).update('\n');
    count += 1;
    yield value as BackupEntry;
  }
  if (!end) throw damaged(path, 'it is cut off');
  if (end.entries !== count || end.sha256 !== hash.digest('hex')) {
    throw damaged(path, 'it is not as it was written: its checksum differs');
  }
}

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  // Errors come by way of reading; the callback keeps them from being thrown a second time.
  const bytes = pipeline(createReadStream(path), createGunzip(), () => undefined);
  let parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      let start = 0;
      for (let at = chunk.indexOf(LINE_BREAK); at >= 0; at = chunk.indexOf(LINE_BREAK, start)) {
        yield Buffer.concat([...parts, chunk.subarray(start, at)]);
        parts = [];
        length = 0;
        start = at + 1;
      }
      parts.push(chunk.subarray(start));
      length += chunk.length - start;
      if (length > LONGEST_LINE) throw damaged(path, 'a line of it is too long');
    }
  } catch (error) {
    throw readable(path, error);
  }
  if (length > 0) throw damaged(path, 'it is cut off');
}

function parse(path: string, line: Buffer): object {
  try {
    return Object(JSON.parse(line.toString('utf8')));
  } catch {
    throw damaged(path, 'it is no backup');
  }
}

function readable(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ExportRefused) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new ExportRefused('place', `${path} is not there.`, error);
  if (code === 'Z_BUF_ERROR') return damaged(path, 'it is cut off');
  if (code.startsWith('Z_')) return damaged(path, 'its compression is broken, or it is no backup');
  return 'syscall' in error ? new ExportRefused('place', `${path} cannot be read: ${code}.`, error) : error;
}

function damaged(path: string, why: string): ExportRefused {
  return new ExportRefused('damaged', `${path} is not restored: ${why}. Nothing was written.`);
}
