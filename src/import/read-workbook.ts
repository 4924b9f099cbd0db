/** A workbook (`.xlsx`) → its sheets as a person sees them, merged cells filled. */

import { type CellValue, type MergeRange, type Sheet as ReadSheet, readXlsx } from 'hucre';
import { checkArchive } from './check-archive.ts';
import { type Cell, cellOf, type Sheet, type SheetRow, UnreadableList } from './sheet.ts';

/** Rows and columns of the largest list read. */
const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;
/** Significant digits that Excel keeps of a number: what is behind them is not the number typed. */
const EXCEL_DIGITS = 15;
const WHOLE_EXCEL_NUMBER = 10 ** EXCEL_DIGITS;
const DECIMAL = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: EXCEL_DIGITS });

/**
 * Reads the sheets that people see; of hidden ones the name. Formulas are not calculated, and macros never run: a
 * formula's text is its last result.
 * @throws UnreadableList where the file is no workbook, is too large or has a password
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  checkArchive(bytes);
  const unseen: Sheet[] = [];
  const { sheets } = await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (hidden || veryHidden) unseen.push({ name, rows: [], isHidden: true });
      return !hidden && !veryHidden;
    },
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableList(
      {
        en: `The workbook cannot be read: ${why}. Open it in Excel, repair it and save it again.`,
        zh: `工作簿无法读取：${why}。请用 Excel 打开修复后重新保存。`,
      },
      { cause },
    );
  });
  return [...sheets.map(sheetOf), ...unseen];
}

function sheetOf(sheet: ReadSheet): Sheet {
  const { name, rows, merges = [], cells: details } = sheet;
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length > MOST_ROWS || width > MOST_COLUMNS) {
    throw new UnreadableList({
      en: `Sheet "${name}" has ${rows.length} rows and ${width} columns; the most are ${MOST_ROWS} and ${MOST_COLUMNS}. Delete what is below and beside the list, or split it.`,
      zh: `工作表“${name}”有 ${rows.length} 行 ${width} 列，上限为 ${MOST_ROWS} 行 ${MOST_COLUMNS} 列。请删除名单以外的内容，或拆分名单。`,
    });
  }
  const grid = rows.map((row, at) =>
    Array.from(row, (value, column): Cell => {
      const detail = details?.get(`${at},${column}`);
      if (detail?.type === 'error') return cellOf(String(value ?? ''), 'ERROR');
      return detail?.formula !== undefined && value === null ? cellOf('', 'NO_RESULT') : shownCell(value);
    }),
  );
  for (const merge of merges) fill(grid, merge);
  return {
    name,
    rows: grid.flatMap((cells, at): readonly SheetRow[] =>
      cells.some(({ text, doubt }) => text !== '' || doubt) ? [{ number: at + 1, cells }] : [],
    ),
  };
}

/** Gives every cell of a merged range the content of its first: the others are kept empty. */
function fill(grid: Cell[][], { startRow, startCol, endRow, endCol }: MergeRange): void {
  const first = grid[startRow]?.[startCol];
  if (!first) return;
  for (const row of grid.slice(startRow, endRow + 1)) {
    for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS - 1); column += 1)
      row[column] = first;
  }
  // A range can be wider than what its rows have: holes are empty cells.
  for (const row of grid.slice(startRow, endRow + 1)) {
    for (let column = 0; column < row.length; column += 1) row[column] ??= cellOf('');
  }
}

/** A value as Excel shows it: a date without its time of day, a number without exponent and binary noise. */
function shownCell(value: CellValue): Cell {
  if (value === null || value === undefined) return cellOf('');
  if (value instanceof Date) return cellOf(value.toISOString().slice(0, 10));
  if (typeof value !== 'number') return cellOf(String(value));
  const isRounded = Number.isInteger(value) && Math.abs(value) >= WHOLE_EXCEL_NUMBER;
  return cellOf(DECIMAL.format(value), isRounded ? 'ROUNDED' : undefined);
}
