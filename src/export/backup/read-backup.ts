/** Reads a backup, entry by entry, and refuses one that is not as it was written. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Text } from '../../diagnostics/text.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Model } from '../../model/model.ts';
import { ExportRefused } from '../export-refused.ts';
import { BACKUP_FORM, type BackupEnd, type BackupEntry, type BackupHead } from './backup-entries.ts';
import { checkEntries, type EntryCheck } from './check-entries.ts';
import type { LoadedDifference } from './compare-entries.ts';

/** No line that a backup has comes near this many bytes. */
const LONGEST_LINE = 64_000_000;
const LINE_BREAK = 10;

/** What a backup is of, and its entries. */
export interface Backup {
  readonly head: BackupHead;
  /** To be taken to their end: only there it shows whether all are as they were written. */
  readonly entries: AsyncIterable<BackupEntry>;
  /** How the facts differ from what was loaded, once all entries are taken. */
  difference(): LoadedDifference;
}

/**
 * Reads a backup to its end, and keeps nothing of it.
 * @throws ExportRefused where it is none, is cut off or was changed, and where the model cannot hold an entry
 */
export async function checkBackup(model: Model, path: string): Promise<void> {
  const { entries } = await readBackup(model, path);
  for await (const _ of entries);
}

/** Opens a backup; each entry is checked before it is given on. */
export async function readBackup(model: Model, path: string): Promise<Backup> {
  const hash = createHash('sha256');
  const lines = linesOf(path);
  const first = await lines.next();
  if (first.done) throw damaged(path, { en: 'it is empty', zh: '文件为空' });
  hash.update(first.value).update('\n');
  const head = headOf(path, parse(path, first.value));
  const check = checkEntries(model, head);
  return { head, entries: entriesOf(path, lines, hash, check), difference: () => check.difference() };
}

function headOf(path: string, value: unknown): BackupHead {
  const { backup, dataset, revision, digest, modelVersion } = Object(value) as Readonly<
    Record<string, unknown>
  >;
  if (typeof backup !== 'number') throw damaged(path, { en: 'it is not a backup', zh: '不是备份文件' });
  if (backup !== BACKUP_FORM) {
    throw damaged(path, {
      en: `its form is ${backup}, and this program reads form ${BACKUP_FORM}`,
      zh: `其格式为 ${backup}，而本程序读取格式 ${BACKUP_FORM}`,
    });
  }
  const isText = (each: unknown) => typeof each === 'string';
  if (!Number.isSafeInteger(revision) || Number(revision) < 1 || !isText(dataset) || !isText(digest)) {
    throw damaged(path, {
      en: 'its first line does not say which graph it is of',
      zh: '第一行没有说明属于哪个图谱',
    });
  }
  if (modelVersion !== null && !isText(modelVersion)) {
    throw damaged(path, {
      en: 'its first line does not say which model built the graph',
      zh: '第一行没有说明由哪个模型建成',
    });
  }
  return value as BackupHead;
}

async function* entriesOf(
  path: string,
  lines: AsyncIterator<Buffer> & AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
  check: EntryCheck,
): AsyncGenerator<BackupEntry> {
  let count = 0;
  let end: BackupEnd | undefined;
  for await (const line of lines) {
    if (end) throw damaged(path, { en: 'it goes on behind its end', zh: '结尾之后还有内容' });
    const value = parse(path, line);
    if (typeof value === 'object' && value !== null && 'sha256' in value) {
      end = value as BackupEnd;
      continue;
    }
    hash.update(line).update('\n');
    count += 1;
    const checked = check.check(value);
    // The head is line 1.
    if ('fault' in checked)
      throw damaged(path, {
        en: visibleText(`line ${count + 1}: ${checked.fault}`),
        zh: visibleText(`第 ${count + 1} 行有误：${checked.fault}`),
      });
    yield checked.entry;
  }
  if (!end) throw damaged(path, { en: 'it is cut off', zh: '文件不完整' });
  if (end.entries !== count || end.sha256 !== hash.digest('hex')) {
    throw damaged(path, {
      en: 'it is not as it was written: its checksum differs',
      zh: '内容与写入时不同：校验和不符',
    });
  }
  const fault = check.endFault(end);
  if (fault !== undefined) throw damaged(path, { en: visibleText(fault), zh: visibleText(fault) });
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
      if (length > LONGEST_LINE) throw damaged(path, { en: 'a line of it is too long', zh: '有一行过长' });
    }
  } catch (error) {
    throw readable(path, error);
  }
  if (length > 0) throw damaged(path, { en: 'it is cut off', zh: '文件不完整' });
}

function parse(path: string, line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    throw damaged(path, { en: 'it is not a backup', zh: '不是备份文件' });
  }
}

function readable(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ExportRefused) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT')
    return new ExportRefused('place', { en: `${path} is not there.`, zh: `${path} 不存在。` }, error);
  if (code === 'Z_BUF_ERROR') return damaged(path, { en: 'it is cut off', zh: '文件不完整' });
  if (code.startsWith('Z_'))
    return damaged(path, {
      en: 'its compression is broken, or it is not a backup',
      zh: '压缩已损坏，或不是备份文件',
    });
  return 'syscall' in error
    ? new ExportRefused(
        'place',
        { en: `${path} cannot be read: ${code}.`, zh: `无法读取 ${path}：${code}。` },
        error,
      )
    : error;
}

function damaged(path: string, why: Text): ExportRefused {
  return new ExportRefused('damaged', {
    en: `${path} is not restored: ${why.en}. Nothing was written.`,
    zh: `未恢复 ${path}：${why.zh}。未写入任何内容。`,
  });
}
