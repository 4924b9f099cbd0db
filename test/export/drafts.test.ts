/** Files and folders that appear whole or not at all. */

import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeDraft } from '../../src/export/draft-file.ts';
import { type DraftFolder, writeFolder } from '../../src/export/draft-folder.ts';

let room: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'kg-drafts-'));
});

async function* texts(...given: readonly string[]): AsyncGenerator<string> {
  yield* given;
}

/** Some text, and then a failure. */
async function* broken(): AsyncGenerator<string> {
  yield 'half';
  throw new Error('broke off');
}

const fill = (text: string) => async (folder: DraftFolder) => {
  await folder.add('a.csv', text);
  return { format: 'csv' };
};

test('a file takes the place of the older one when it is whole', async () => {
  const path = join(room, 'out.jsonl');
  writeFileSync(path, 'old');
  await expect(writeDraft(path, broken())).rejects.toThrow('broke off');
  expect([readFileSync(path, 'utf8'), readdirSync(room)]).toEqual(['old', ['out.jsonl']]);
  await writeDraft(path, texts('new ', 'text'));
  expect([readFileSync(path, 'utf8'), readdirSync(room)]).toEqual(['new text', ['out.jsonl']]);
});

test('what cannot be written is refused with the reason, and leaves nothing', async () => {
  mkdirSync(join(room, 'folder'));
  writeFileSync(join(room, 'file'), '');
  const refusal = { code: 'place' };
  await expect(writeDraft(join(room, 'folder'), texts('x'))).rejects.toMatchObject(refusal);
  await expect(writeDraft(join(room, 'no', 'out'), texts('x'))).rejects.toThrow('is not there');
  await expect(writeDraft(join(room, 'file', 'out'), texts('x'))).rejects.toMatchObject(refusal);
  await expect(writeFolder(join(room, 'file'), fill('x'))).rejects.toThrow('is no folder');
  await expect(writeFolder(join(room, 'no', 'out'), fill('x'))).rejects.toThrow('is not there');
  expect(readdirSync(room).sort()).toEqual(['file', 'folder']);
});

test('a folder is made, and made anew where it is ours', async () => {
  const path = join(room, 'tables');
  await writeFolder(path, fill('one'));
  await writeFolder(path, fill('two'));
  expect(readdirSync(path).sort()).toEqual(['a.csv', 'export.json']);
  expect(readFileSync(join(path, 'a.csv'), 'utf8')).toBe('two');
  expect(JSON.parse(readFileSync(join(path, 'export.json'), 'utf8'))).toMatchObject({
    writtenBy: 'kg export',
    format: 'csv',
    files: { 'a.csv': { bytes: 3 } },
  });
  expect(readdirSync(room)).toEqual(['tables']);
});

test('a folder that fails half way leaves the older one as it was', async () => {
  const path = join(room, 'tables');
  await writeFolder(path, fill('one'));
  const failing = writeFolder(path, async (folder) => {
    await folder.add('b.csv', 'half');
    throw new Error('broke off');
  });
  await expect(failing).rejects.toThrow('broke off');
  expect([readdirSync(room), readdirSync(path).sort()]).toEqual([['tables'], ['a.csv', 'export.json']]);
});

test('a folder with anything in it that no export wrote is refused, one that is empty is taken', async () => {
  const path = join(room, 'mine');
  mkdirSync(path);
  await writeFolder(path, fill('one'));
  writeFileSync(join(path, 'notes.txt'), 'mine');
  await expect(writeFolder(path, fill('two'))).rejects.toThrow('notes.txt');
  const other = join(room, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'export.json'), '{"files":{}}');
  await expect(writeFolder(other, fill('two'))).rejects.toMatchObject({ code: 'place' });
  expect(readFileSync(join(path, 'a.csv'), 'utf8')).toBe('one');
});

test('a file that only a list names as ours stays, and so does one that somebody changed', async () => {
  const path = join(room, 'tables');
  await writeFolder(path, fill('one'));
  const list = join(path, 'export.json');
  const written = JSON.parse(readFileSync(list, 'utf8'));
  writeFileSync(join(path, 'precious.txt'), 'mine');
  const sha256 = createHash('sha256').update('mine').digest('hex');
  writeFileSync(
    list,
    JSON.stringify({ ...written, files: { ...written.files, 'precious.txt': { bytes: 4, sha256 } } }),
  );
  await expect(writeFolder(path, fill('two'))).rejects.toThrow('precious.txt');
  renameSync(join(path, 'precious.txt'), join(path, 'precious.csv'));
  writeFileSync(list, JSON.stringify({ ...written, files: { ...written.files, 'precious.csv': {} } }));
  await expect(writeFolder(path, fill('two'))).rejects.toThrow('precious.csv');
  rmSync(join(path, 'precious.csv'));
  writeFileSync(join(path, 'a.csv'), 'edited');
  await expect(writeFolder(path, fill('two'))).rejects.toThrow('changed since (a.csv)');
  expect(readFileSync(join(path, 'a.csv'), 'utf8')).toBe('edited');
});

test('a folder behind a link is exchanged where it is, and the link stays', async () => {
  const [path, link] = [join(room, 'tables'), join(room, 'latest')];
  mkdirSync(path);
  symlinkSync(path, link);
  await writeFolder(link, fill('one'));
  await writeFolder(link, fill('two'));
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(path, 'a.csv'), 'utf8')).toBe('two');
  symlinkSync(join(room, 'nowhere'), join(room, 'broken'));
  await expect(writeFolder(join(room, 'broken'), fill('x'))).rejects.toThrow('leads nowhere');
  expect(lstatSync(join(room, 'broken')).isSymbolicLink()).toBe(true);
});

test('a folder that may not be written in is told', async () => {
  const locked = join(room, 'locked');
  mkdirSync(locked);
  chmodSync(locked, 0o500);
  // Who may do everything is not refused.
  if (process.getuid?.() === 0)
    return expect(writeDraft(join(locked, 'out'), texts('x'))).resolves.toBe(undefined);
  return expect(writeDraft(join(locked, 'out'), texts('x'))).rejects.toThrow('permission is denied');
});
