/** A view as a table, and a table as CSV. */

/** What a view shows, row by row. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null | undefined)[])[];
}

/** Spreadsheets take a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Spreadsheets read UTF-8 by this mark alone. */
const MARK = '\uFEFF';

/**
 * A table as CSV, with CRLF and a mark for spreadsheets.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function renderCsv({ columns, rows }: Table): string {
  const lines = [columns, ...rows].map((row) => row.map(renderCell).join(','));
  return `${MARK}${lines.join('\r\n')}\r\n`;
}

function renderCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) && !/^-?\d/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
