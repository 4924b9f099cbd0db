/** A file's text, where it is text: UTF-8 of a bearable size without control characters. */

import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { fileFaults } from '../../diagnostics/file-messages.ts';
import { isTable } from '../written/is-table.ts';
import { MAX_CSV_BYTES, MAX_FILE_BYTES } from '../written/limits.ts';
import type { Report } from '../written/report.ts';
import { type SourceText, sourceText } from '../written/written.ts';
import { reportConflicts } from './conflict-markers.ts';
import { type SeedFile, startOf } from './find-seed-files.ts';

/** YAML allows no control characters but these: tab, line feed, carriage return, next line. */
const CONTROL = /(?![\t\n\r\u0085])\p{Cc}/u;
/** A character of GB 18030 in two bytes. */
const GB_PAIR = /^[\x81-\xfe][\x40-\xfe]/;

/** A file's text, and whether it can be parsed. */
export interface ReadText {
  readonly source: SourceText;
  readonly sound: boolean;
  /** Whether the text begins with a byte order mark. */
  readonly marked: boolean;
}

/** The text of a file; what is wrong with it is reported. */
export function readText(seed: SeedFile, report: Report): ReadText {
  const nowhere = startOf(seed.file);
  let bytes: Buffer;
  let changedAt: number;
  try {
    const { size, mtimeMs } = statSync(seed.path);
    changedAt = mtimeMs;
    const most = isTable(seed.file) ? MAX_CSV_BYTES : MAX_FILE_BYTES;
    if (size > most) {
      report(nowhere, fileFaults.tooLarge(size, most));
      return { source: nowhere.source, sound: false, marked: false };
    }
    bytes = readFileSync(seed.path);
  } catch (cause) {
    report(nowhere, fileFaults.unreadable(cause instanceof Error ? cause.message : String(cause)));
    return { source: nowhere.source, sound: false, marked: false };
  }
  const source = sourceText(seed.file, new TextDecoder().decode(bytes), changedAt);
  const marked = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK);
  if (!isUtf8(bytes)) {
    const start = firstBroken(source.text, bytes);
    report({ source, start, end: start + 1 }, fileFaults.notUtf8(likelyEncoding(bytes), isTable(seed.file)));
    return { source, sound: false, marked };
  }
  const control = CONTROL.exec(source.text);
  if (control) {
    const start = control.index;
    report({ source, start, end: start + 1 }, fileFaults.controlCharacter(control[0]));
    return { source, sound: false, marked };
  }
  return { source, sound: !reportConflicts(source, report), marked };
}

/** The offset of the first replacement character that the bytes do not hold themselves. */
function firstBroken(text: string, bytes: Buffer): number {
  let byte = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    byte += Buffer.byteLength(text.slice(from, at));
    if (!bytes.subarray(byte, byte + 3).equals(REPLACEMENT)) return at;
    byte += 3;
    from = at + 1;
  }
  return 0;
}

const REPLACEMENT = Buffer.from('\ufffd');
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

function likelyEncoding(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return 'UTF-16';
  const high = bytes.findIndex((byte) => byte > 127);
  return GB_PAIR.test(bytes.subarray(high, high + 2).toString('latin1')) ? 'GB 18030' : '';
}
