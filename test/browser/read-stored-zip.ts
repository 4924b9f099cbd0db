/** Unpacks an archive by the directory at its end, as any program does, and checks every sum. */

import { crc32 } from 'node:zlib';

/** The files of an archive that only stores. */
export function readStoredZip(archive: Buffer): readonly { readonly path: string; readonly text: string }[] {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error(`no entry of the directory at ${at}`);
    const [size, nameSize] = [archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28)];
    const path = archive.toString('utf8', at + 46, at + 46 + nameSize);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(from, from + size);
    if (crc32(content) !== archive.readUInt32LE(at + 16)) throw new Error(`the sum of ${path} is wrong`);
    at += 46 + nameSize + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    return { path, text: content.toString('utf8') };
  });
}
