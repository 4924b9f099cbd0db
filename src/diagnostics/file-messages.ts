/** What is said to a curator of files among the seeds: those that cannot be read, and those that are not. */

import { error, quote, warning } from './messages.ts';
import { visibleText } from './visible-text.ts';

export const fileFaults = {
  folderMissing: (folder: string) =>
    error(
      'file/encoding',
      `there is no folder ${quote(folder)}`,
      'name existing folders with --seeds or KG_SEEDS',
    ),
  noFiles: (folders: readonly string[]) =>
    error(
      'file/encoding',
      `no seed files: nothing below ${folders.map(quote).join(', ') || 'no folder at all'} ends in .yaml, .yml or .csv`,
      'write a first file, or name another folder with --seeds',
    ),
  unreadable: (reason: string) => error('file/encoding', `it cannot be read: ${visibleText(reason)}`),
  conflict: () =>
    error(
      'file/conflict',
      'git has left a conflict here: two branches changed the same lines',
      'keep what is right of both versions, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`',
    ),
  ignored: (kind: string, remedy: string) => warning('file/ignored', `${kind} is not read as seeds`, remedy),
  linkNotRead: () =>
    warning(
      'file/link',
      'a symbolic link is not read',
      'put the file itself there, or name its folder in --seeds',
    ),
  tooLarge: (bytes: number, most: number) =>
    error(
      'file/encoding',
      `the file has ${bytes} bytes, more than the ${most} allowed`,
      'split it: folders carry no meaning',
    ),
  notUtf8: (looksLike: string, table: boolean) =>
    error(
      'file/encoding',
      `this is not UTF-8${looksLike && `, it looks like ${looksLike}`}`,
      table ? 'in Excel, save it as “CSV UTF-8 (逗号分隔)”' : 'save the file as UTF-8',
    ),
  controlCharacter: (character: string) =>
    error(
      'file/encoding',
      `the control character ${visibleText(character)} has no place in a text file`,
      'delete it',
    ),
} as const;
