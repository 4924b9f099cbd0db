/** The seed files below some folders. */

import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileFaults } from '../../diagnostics/file-messages.ts';
import type { Report } from '../written/report.ts';
import { type SourceText, sourceText } from '../written/written.ts';
import { ignoredFile } from './ignored-files.ts';
import { isSeedName } from './is-seed-name.ts';

/** A seed file: its path as shown to people, and as opened. */
export interface SeedFile {
  readonly file: string;
  readonly path: string;
}

/** What Emacs lays beside a file that it edits: a link that leads to no file. */
const EDITOR_LOCK = /^\.#/;

/**
 * All seed files below the folders, each once, by path. Symbolic links are reported and not followed: one may lead
 * anywhere, and a fault shows its line.
 */
export function findSeedFiles(folders: readonly string[], report: Report): readonly SeedFile[] {
  const paths = new Set<string>();
  const missing = folders.filter((folder) => !isFolder(folder));
  for (const folder of missing) report(startOf(shownPath(resolve(folder))), fileFaults.folderMissing(folder));
  for (const folder of folders) {
    if (isFolder(folder)) for (const path of filesBelow(resolve(folder), report)) paths.add(path);
  }
  if (paths.size === 0 && missing.length === 0) {
    report(startOf(shownPath(resolve(folders[0] ?? '.'))), fileFaults.noFiles(folders));
  }
  return [...paths]
    .map((path) => ({ file: shownPath(path), path }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The beginning of a file whose text is not at hand. */
export function startOf(file: string): { readonly source: SourceText; readonly start: 0; readonly end: 0 } {
  return { source: sourceText(file, ''), start: 0, end: 0 };
}

function filesBelow(folder: string, report: Report): readonly string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of entriesOf(next, report)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile() && isSeedName(entry.name)) found.push(path);
      else if (entry.isSymbolicLink() && mayHide(path, entry.name)) {
        report(startOf(shownPath(path)), fileFaults.linkNotRead());
      } else {
        const fault = ignoredFile(entry);
        if (fault) report(startOf(shownPath(path)), fault);
      }
    }
  }
  return found;
}

/** Whether a link leads to what would be read, or to nothing. */
function mayHide(path: string, name: string): boolean {
  if (EDITOR_LOCK.test(name)) return false;
  if (isSeedName(name)) return true;
  try {
    return !statSync(path).isFile();
  } catch {
    return true;
  }
}

function entriesOf(folder: string, report: Report): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    report(
      startOf(shownPath(folder)),
      fileFaults.unreadable(cause instanceof Error ? cause.message : String(cause)),
    );
    return [];
  }
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Relative to the current folder, with `/` on every system. */
function shownPath(path: string): string {
  return (relative('', path) || '.').split(sep).join('/');
}
