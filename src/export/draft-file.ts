/** A file that appears whole or not at all: it is written beside its name and moved there in the end. */

import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Text } from '../diagnostics/text.ts';
import { ExportRefused } from './export-refused.ts';
import { inPieces } from './in-batches.ts';

/**
 * Writes a file by way of a new one beside it, which is moved over it when `texts` has ended well.
 * @param through what the bytes go through, as compression
 * @param mode who may read and write it, less what the umask forbids
 * @throws ExportRefused where it cannot be written; an older file of that name is then as it was
 */
export async function writeDraft(
  path: string,
  texts: AsyncIterable<string>,
  through: readonly Transform[] = [],
  mode = ANYBODY,
): Promise<void> {
  return writeBeside(path, Readable.from(inPieces(texts)), through, mode);
}

/** The same of bytes that are held in memory. */
export async function writeDraftBytes(path: string, bytes: Uint8Array): Promise<void> {
  return writeBeside(path, Readable.from([Buffer.from(bytes)]), [], ANYBODY);
}

const ANYBODY = 0o666;

async function writeBeside(
  path: string,
  content: Readable,
  through: readonly Transform[],
  mode: number,
): Promise<void> {
  const place = resolve(path);
  const found = await stat(place).catch(() => undefined);
  if (found && !found.isFile())
    throw new ExportRefused('place', {
      en: `${path} is there already, and is no file.`,
      zh: `${path} 已存在，且不是文件。`,
    });
  const beside = join(dirname(place), `.${basename(place)}.${randomUUID()}.part`);
  try {
    await pipeline([content, ...through, createWriteStream(beside, { flags: 'wx', mode })]);
    await syncFile(beside);
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw placeRefused(path, error);
  }
}

/** Waits until the disk holds what was written: a name must not outlive its content. */
async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

/** An error of the file system as a refusal that names the path; any other as it is. */
export function placeRefused(path: string, error: unknown): unknown {
  const reason = reasonOf(error);
  if (reason === undefined) return error;
  return new ExportRefused(
    'place',
    {
      en: `${path} cannot be written: ${reason.en}. Nothing was kept.`,
      zh: `无法写入 ${path}：${reason.zh}。未保留任何内容。`,
    },
    error,
  );
}

/** The same of an output that a shell has opened: what it took already is there. */
export function outputRefused(error: unknown): unknown {
  const reason = reasonOf(error);
  if (reason === undefined) return error;
  return new ExportRefused(
    'place',
    {
      en: `The output cannot be written: ${reason.en}. It is cut off.`,
      zh: `无法写入输出：${reason.zh}。输出已中断。`,
    },
    error,
  );
}

/** Why the file system refuses, in words; undefined where it was something else. */
function reasonOf(error: unknown): Text | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return 'syscall' in Object(error) && code !== '' ? (REASONS[code] ?? { en: code, zh: code }) : undefined;
}

const DENIED: Text = { en: 'permission is denied', zh: '没有权限' };
const REASONS: Readonly<Record<string, Text>> = {
  ENOSPC: { en: 'the disk is full', zh: '磁盘已满' },
  EDQUOT: { en: 'the quota of the disk is used up', zh: '磁盘配额已用完' },
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: { en: 'the file system is read-only', zh: '文件系统只读' },
  ENOENT: { en: 'the folder it is to lie in is not there', zh: '所在文件夹不存在' },
  ENOTDIR: { en: 'what it is to lie in is no folder', zh: '其上级不是文件夹' },
  ENAMETOOLONG: { en: 'the name is too long', zh: '名称过长' },
  EFBIG: { en: 'the file would be too large', zh: '文件过大' },
};
