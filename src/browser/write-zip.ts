/** A ZIP archive of a few texts, stored as they are. */

import { crc32 } from 'node:zlib';

/** A file in an archive. */
export interface ZippedFile {
  /** With `/` between folders. */
  readonly path: string;
  readonly text: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The version needed to extract an entry: 2.0, for folders. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** The first day of the format, so that the same files give the same archive. */
const FIRST_DATE = 0x0021;

/**
 * The archive.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3
 */
export function writeZip(files: readonly ZippedFile[]): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of files) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    const common = record(
      [VERSION, 2],
      [FLAGS, 2],
      [0, 2],
      [0, 2],
      [FIRST_DATE, 2],
      [crc32(content), 4],
      [content.length, 4],
      [content.length, 4],
      [name.length, 2],
      [0, 2],
    );
    const entry = Buffer.concat([record([LOCAL, 4]), common, name, content]);
    // No comment, one disk, no attributes; then the offset of the entry.
    const rest = record([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(record([CENTRAL, 4], [VERSION, 2]), common, rest, name);
    entries.push(entry);
    offset += entry.length;
  }
  const listed = Buffer.concat(directory);
  const end = record(
    [END, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [listed.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...entries, listed, end]);
}

/** Numbers as consecutive little-endian bytes. */
function record(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
