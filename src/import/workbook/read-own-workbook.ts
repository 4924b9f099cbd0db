/** A workbook that `kg export` wrote → its sheets, every cell as the text that was written there. */

import { type CellValue, type Sheet as ReadSheet, readXlsx } from 'hucre';
import { WRITTEN_BY } from '../../export/workbook/write-workbook.ts';
import { checkArchive } from '../check-archive.ts';

/** A workbook of records by its own columns. */
export interface OwnWorkbook {
  /** The digest of the dataset that was exported. */
  readonly digest: string;
  readonly sheets: readonly OwnSheet[];
}

/** A sheet of it. */
export interface OwnSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly OwnRow[];
}

/** A row that has any text. */
export interface OwnRow {
  /** As spreadsheets count, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/**
 * Reads a workbook that says of itself that `kg export` wrote it; undefined for any other.
 * @throws UnreadableList where it is too large
 */
export async function readOwnWorkbook(bytes: Uint8Array): Promise<OwnWorkbook | undefined> {
  checkArchive(bytes);
  // What is broken is reported where it is read as a list.
  const { properties } = await readXlsx(bytes, { sheets: () => false }).catch(() => ({
    properties: undefined,
  }));
  const { writtenBy, digest } = properties?.custom ?? {};
  if (writtenBy !== WRITTEN_BY) return undefined;
  const { sheets } = await readXlsx(bytes);
  return { digest: String(digest), sheets: sheets.map(sheetOf) };
}

function sheetOf({ name, rows }: ReadSheet): OwnSheet {
  const [header = [], ...below] = rows.map((row) => Array.from(row, textOf));
  return {
    name,
    columns: header,
    rows: below.flatMap((cells, at) =>
      cells.some((text) => text !== '') ? [{ number: at + 2, cells }] : [],
    ),
  };
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
}
