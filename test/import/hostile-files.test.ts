/** Files that are no lists, or would harm who reads them, are refused in words. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/import/read-workbook.ts';
import { UnreadableList } from '../../src/import/sheet.ts';

const LIST = readFileSync(join(import.meta.dirname, 'cases/titles-of-a-year/list.xlsx'));
const SHEET = 'xl/worksheets/sheet1.xml';
const MB = 1024 * 1024;

describe('a workbook', () => {
  test('that unpacks to gigabytes is refused before it is unpacked', async () => {
    const bomb = archive([[SHEET, deflateRawSync(Buffer.alloc(201 * MB)), 201 * MB]]);
    expect(bomb.length).toBeLessThan(MB);
    await expect(readWorkbook(bomb)).rejects.toThrow(/Unpacked, it has 201 MB; the most is 200 MB/);
  });

  test('that claims to unpack to nothing is refused', async () => {
    const liar = archive([[SHEET, deflateRawSync(Buffer.alloc(MB)), 0]]);
    await expect(readWorkbook(liar)).rejects.toThrow(/an unknown size/);
  });

  test('that unpacks to more than it claims is refused by its first byte too many', async () => {
    const liar = archive([['[Content_Types].xml', deflateRawSync(Buffer.alloc(300 * MB)), 10]]);
    await expect(readWorkbook(liar)).rejects.toThrow(UnreadableList);
  });

  test.each([
    ['of no bytes', new Uint8Array()],
    ['that is a page of the web', Buffer.from('<html><table><tr><td>1</td></tr></table></html>')],
    ['cut off in the middle', LIST.subarray(0, LIST.length / 2)],
    ['whose directory is overwritten', Buffer.concat([LIST.subarray(0, -60), Buffer.alloc(60)])],
  ])('%s is refused with what to do', async (_, bytes) => {
    await expect(readWorkbook(bytes)).rejects.toThrow(
      /It is not a workbook in the form \.xlsx\. Open it in Excel/,
    );
  });

  test('of the old form, or with a password, is refused by name', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    await expect(readWorkbook(old)).rejects.toThrow(/save it as \.xlsx without a password/);
  });

  test('with entities of its own expands none and reads no file', async () => {
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const cell = `<c r="A1" t="inlineStr"><is><t>&b;&f;</t></is></c>`;
    const sheets = await readWorkbook(
      workbook(`${entities}<worksheet><sheetData><row r="1">${cell}</row></sheetData></worksheet>`),
    );
    expect(sheets[0]?.rows[0]?.cells[0]?.text).toBe('&b;&f;');
  });

  test('whose last cell is a million rows away is refused with both figures', async () => {
    const cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="60000"><c r="B60000"><v>1</v></c></row>';
    await expect(
      readWorkbook(workbook(`<worksheet><sheetData>${cells}</sheetData></worksheet>`)),
    ).rejects.toThrow(/60000 rows and 2 columns; the most are 50000 and 200/);
  });
});

/** A workbook of one sheet. */
function workbook(sheet: string): Buffer {
  const files: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    [
      'xl/workbook.xml',
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    [
      '_rels/.rels',
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ],
    [SHEET, `<?xml version="1.0"?>${sheet}`],
  ];
  return archive(
    files.map(([name, text]) => [name, deflateRawSync(Buffer.from(text)), Buffer.byteLength(text)]),
  );
}

/** A ZIP archive of files with their packed content, and the size that they claim to unpack to. */
function archive(files: readonly (readonly [string, Buffer, number])[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, packed, unpacked] of files) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(unpacked, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
