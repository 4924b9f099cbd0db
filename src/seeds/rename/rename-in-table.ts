/** Finds an id in a table, row by row: what two rows say is read once, but is written twice. */

import type { Model, NodeTypeModel } from '../../model/model.ts';
import { typeOfTable } from '../csv/parse-csv.ts';
import { LIST_SEPARATOR, textsOfCell } from '../csv/read-cell.ts';
import { type Column, ID_COLUMN, readColumns, SOURCE_COLUMN, TO_PART } from '../csv/read-columns.ts';
import { type CsvCell, type CsvRow, cellPlace, splitCsv } from '../csv/split-csv.ts';
import { FORMER_IDS } from '../written/index-records.ts';
import type { Report } from '../written/report.ts';
import type { SourceText, Span } from '../written/written.ts';
import { editId, type TextEdit } from './text-edits.ts';

const silent: Report = () => undefined;

/** A table that has no fault, as it is edited. */
export interface OpenTable {
  readonly source: SourceText;
  readonly type: NodeTypeModel;
  readonly columns: readonly (Column | undefined)[];
  readonly rows: readonly CsvRow[];
}

/** The rows and columns of a table. */
export function openTable(
  model: Model,
  types: ReadonlyMap<string, NodeTypeModel>,
  source: SourceText,
): OpenTable | undefined {
  const type = typeOfTable(types, source);
  const [header, ...rows] = splitCsv(source, silent);
  return type && header && { source, type, columns: readColumns(model, type, header, silent), rows };
}

/** Every place where a table refers to a record. */
export function referencesInTable(model: Model, table: OpenTable, id: string): readonly Span[] {
  const holders = table.columns.map((column) => column && holdsIds(model, table.type, column) && column);
  return table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell, at) => {
      const column = holders[at];
      return cell && column ? spansOf(cell, column, id) : [];
    }),
  );
}

/** The cells in which a record of a table has its own id. */
export function ownIdsInTable(table: OpenTable, id: string): readonly Span[] {
  const at = columnNamed(table, ID_COLUMN);
  return rowsOf(table, id).flatMap(({ cells }) => cells[at]?.span ?? []);
}

/** The edits that add an id to the former ones of a record; undefined where the table has no column for them. */
export function addFormerIdToTable(
  table: OpenTable,
  oldId: string,
  newId: string,
): readonly TextEdit[] | undefined {
  const { source, columns } = table;
  const at = columnNamed(table, FORMER_IDS);
  const column = columns[at];
  const rows = rowsOf(table, oldId);
  const [first] = rows;
  if (!column || !first) return undefined;
  const back = rows.flatMap(({ cells }) => {
    const cell = cells[at];
    return cell ? spansOf(cell, column, newId) : [];
  });
  // A name that comes back is no former one any more.
  if (back.length > 0) {
    return back.map(({ start, end }) => ({
      start,
      end,
      text: editId(source.text.slice(start, end), newId, oldId),
    }));
  }
  const { end, missing, separator } = cellPlace(source, first, at);
  const text = first.cells[at] ? `${LIST_SEPARATOR}${oldId}` : `${separator.repeat(missing)}${oldId}`;
  return [{ start: end, end, text }];
}

/** Whether the cells of a column name records. */
function holdsIds(model: Model, type: NodeTypeModel, { form, key, part }: Column): boolean {
  if (form === 'links' || key === SOURCE_COLUMN || (form === 'part' && part === TO_PART)) return true;
  const owned = type.owned.get(key);
  return (owned && model.nodeTypes.get(owned.type)?.relationships.has(part)) === true;
}

function spansOf(cell: CsvCell, column: Column, id: string): readonly Span[] {
  if (!cell.text.includes(id)) return [];
  return textsOfCell(cell, column, silent)
    .items.filter(({ text }) => text === id)
    .map(({ span }) => span);
}

function rowsOf(table: OpenTable, id: string): readonly CsvRow[] {
  const at = columnNamed(table, ID_COLUMN);
  return table.rows.filter(({ cells }) => cells[at]?.text === id);
}

function columnNamed({ columns }: OpenTable, name: string): number {
  return columns.findIndex((column) => column?.name === name);
}
