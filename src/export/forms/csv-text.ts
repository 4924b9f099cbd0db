/** Cells and rows of CSV, by RFC 4180. */

/** What a spreadsheet would take for the beginning of a formula; the wide forms too, which some read as the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A row, ended as the standard has it. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

/** A cell as text: quoted where it must be. */
function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? quotedCell(text) : text;
}

/** A cell in quotes, whatever is in it. */
export function quotedCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * A cell for a spreadsheet: what would be run as a formula has an apostrophe before it, which shows that it is text.
 * @param numeric whether the column holds numbers: those stay numbers, negative ones too
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function spreadsheetCell(text: string, numeric: boolean): string {
  const harmless = !FORMULA.test(text) || (numeric && PLAIN_NUMBER.test(text));
  return csvCell(harmless ? text : `'${text}`);
}
