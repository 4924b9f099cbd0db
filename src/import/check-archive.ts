/** Whether a workbook is safe to unpack: a few kilobytes can claim to be gigabytes. */

import { UnreadableList } from './sheet.ts';

/** Bytes of the largest file read. */
const MOST_PACKED = 20 * 1024 * 1024;
/** Bytes that a file may unpack to. */
const MOST_UNPACKED = 200 * 1024 * 1024;
const MOST_ENTRIES = 2_000;

/** The records of a ZIP archive that name its files, by APPNOTE 4.3. */
const END = { signature: 0x06054b50, length: 22, entries: 10, directory: 16 };
const ENTRY = {
  signature: 0x02014b50,
  length: 46,
  packed: 20,
  unpacked: 24,
  name: 28,
  extra: 30,
  comment: 32,
};
const LONGEST_COMMENT = 0xffff;

/** Compound files of Microsoft: `.xls`, and workbooks with a password. */
const COMPOUND_FILE = 0xe011cfd0;

/**
 * Checks the sizes that an archive declares; unpacking never goes past them.
 * @throws UnreadableList with what to do instead
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function checkArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > MOST_PACKED) throw tooLarge(bytes.length, MOST_PACKED);
  if (bytes.length >= 4 && view.getUint32(0, true) === COMPOUND_FILE) {
    throw new UnreadableList({
      en: 'It is an old workbook (.xls), or one with a password. Open it in Excel and save it as .xlsx without a password.',
      zh: '这是旧版工作簿（.xls）或设有密码。请用 Excel 打开，另存为不设密码的 .xlsx。',
    });
  }
  let unpacked = 0;
  for (const entry of entriesOf(view)) {
    // A size of 0xffffffff refers to the 64-bit form, which no list needs.
    const size = entry.unpacked === 0 && entry.packed > 0 ? Number.POSITIVE_INFINITY : entry.unpacked;
    unpacked += size;
    if (unpacked > MOST_UNPACKED) throw tooLarge(unpacked, MOST_UNPACKED);
  }
}

function* entriesOf(view: DataView): Iterable<{ readonly packed: number; readonly unpacked: number }> {
  const end = endOf(view);
  const entries = end === undefined ? 0 : view.getUint16(end + END.entries, true);
  if (end === undefined || entries === 0 || entries > MOST_ENTRIES) throw notAWorkbook();
  let at = view.getUint32(end + END.directory, true);
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY.length > view.byteLength || view.getUint32(at, true) !== ENTRY.signature)
      throw notAWorkbook();
    yield {
      packed: view.getUint32(at + ENTRY.packed, true),
      unpacked: view.getUint32(at + ENTRY.unpacked, true),
    };
    at +=
      ENTRY.length +
      [ENTRY.name, ENTRY.extra, ENTRY.comment].reduce((sum, of) => sum + view.getUint16(at + of, true), 0);
  }
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  return undefined;
}

function notAWorkbook(): UnreadableList {
  return new UnreadableList({
    en: 'It is not a workbook in the form .xlsx. Open it in Excel and save it as .xlsx or .csv.',
    zh: '不是 .xlsx 格式的工作簿。请用 Excel 打开，另存为 .xlsx 或 .csv。',
  });
}

function tooLarge(bytes: number, most: number): UnreadableList {
  const [size, limit] = [bytes, most].map((each) =>
    Number.isFinite(each) ? `${Math.ceil(each / 1024 / 1024)} MB` : undefined,
  );
  const unpacked = most === MOST_UNPACKED;
  return new UnreadableList({
    en: `${unpacked ? 'Unpacked, it' : 'It'} has ${size ?? 'an unknown size'}; the most is ${limit}. Copy the sheet with the list into a workbook of its own.`,
    zh: `${unpacked ? '解压后' : '文件'}大小为 ${size ?? '未知'}，上限为 ${limit}。请将名单所在工作表另存为单独的工作簿。`,
  });
}
