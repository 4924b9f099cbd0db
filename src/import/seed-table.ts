/** The records of a list → the text of a seed table. */

import { csvRow, spreadsheetCell } from '../export/forms/csv-text.ts';
import { ID_COLUMN, LOCATOR_COLUMN, SOURCE_COLUMN } from '../seeds/csv/read-columns.ts';
import type { ListedRecord } from './read-row.ts';

const NAME = 'name';

/**
 * A table that `kg validate` reads: one line for each row, the columns in the order in which they first have a value.
 * What a spreadsheet would run as a formula is kept as text.
 */
export function seedTable(records: readonly Pick<ListedRecord, 'rows'>[]): string {
  const rows = records.flatMap((record) => record.rows);
  const given = rows.flatMap((row) => [...row.keys()]);
  const ends = [SOURCE_COLUMN, LOCATOR_COLUMN];
  const columns = [
    ...new Set([ID_COLUMN, NAME, ...given.filter((column) => !ends.includes(column)), ...ends]),
  ];
  const lines = rows.map((row) => columns.map((column) => spreadsheetCell(row.get(column) ?? '', true)));
  return [columns, ...lines].map(csvRow).join('');
}
