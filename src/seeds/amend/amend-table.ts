/** Ends and names written into the rows of a table; columns that it lacks are added behind its last one. */

import { LIST_SEPARATOR } from '../csv/read-cell.ts';
import { ID_COLUMN, LOCATOR_COLUMN, SOURCE_COLUMN } from '../csv/read-columns.ts';
import { type CsvRow, cellPlace, splitCsv } from '../csv/split-csv.ts';
import { insertion, lineBreak, lineEnd, replacement } from '../rename/edit-entries.ts';
import type { OpenTable } from '../rename/rename-in-table.ts';
import type { TextEdit } from '../rename/text-edits.ts';
import type { Span } from '../written/written.ts';
import { ALIASES, type FactEnd, NAME, type NewName, VALID_TO } from './amendment.ts';

/** A table whose cells are written, all edits together. */
export interface TableEditor {
  /** Whether the end could be written: a cell of several ids has no place for it. */
  readonly end: (end: FactEnd, at: Span) => boolean;
  readonly name: (name: NewName) => boolean;
  readonly edits: () => readonly TextEdit[];
}

/** Opens a table to be written into. */
export function editTable(table: OpenTable): TableEditor {
  const { source, columns, rows } = table;
  const header = splitCsv(source, () => undefined)[0];
  const width = header?.cells.length ?? 0;
  const added: string[] = [];
  /** Texts by row and column. */
  const cells = new Map<CsvRow, Map<number, string>>();
  const inserted: TextEdit[] = [];
  const columnOf = (name: string): number => {
    const at = columns.findIndex((column) => column?.name === name);
    if (at >= 0) return at;
    if (!added.includes(name)) added.push(name);
    return width + added.indexOf(name);
  };
  const write = (row: CsvRow, at: number, text: string) => {
    const texts = cells.get(row) ?? new Map<number, string>();
    cells.set(row, texts.set(at, text));
  };
  const rowsOf = (id: string) => rows.filter((row) => row.cells[columnOf(ID_COLUMN)]?.text === id);
  return {
    end: ({ field, validTo }, at) => {
      const row = rows.find(({ span }) => span.start <= at.start && at.end <= span.end);
      const isPart = row?.cells.some((cell, place) => {
        const column = columns[place];
        return cell !== undefined && column?.form === 'part' && column.key === field;
      });
      if (row && isPart) write(row, columnOf(`${field}.${VALID_TO}`), validTo);
      return isPart === true;
    },
    name: ({ record, name, evidence }) => {
      const own = rowsOf(record);
      const named = own.filter((row) => row.cells[columnOf(NAME)]);
      const [first] = named;
      const old = first?.cells[columnOf(NAME)]?.text;
      const last = own.at(-1);
      if (old === undefined || old.includes(LIST_SEPARATOR) || !last) return false;
      for (const row of named) write(row, columnOf(NAME), name);
      const texts = new Map([
        [columnOf(ID_COLUMN), record],
        [columnOf(NAME), name],
        [columnOf(ALIASES), old],
        [columnOf(SOURCE_COLUMN), evidence.source],
        [columnOf(LOCATOR_COLUMN), evidence.locator],
      ]);
      const { separator } = cellPlace(source, last, 0);
      const line = Array.from({ length: Math.max(...texts.keys()) + 1 }, (_, at) =>
        cellText(texts.get(at) ?? ''),
      );
      inserted.push(
        insertion(lineEnd(source.text, last.span.end), `${lineBreak(source.text)}${line.join(separator)}`),
      );
      return true;
    },
    edits: () => [
      ...(header && added.length > 0
        ? [
            insertion(
              header.span.end,
              added.map((name) => `${cellPlace(source, header, 0).separator}${name}`).join(''),
            ),
          ]
        : []),
      ...[...cells].flatMap(([row, texts]) => rowEdits(table, row, texts)),
      ...inserted,
    ],
  };
}

/** The edits of one row: cells that it has, and those behind its end in their order. */
function rowEdits(
  { source }: OpenTable,
  row: CsvRow,
  texts: ReadonlyMap<number, string>,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let behind = 0;
  let tail = '';
  let end = 0;
  for (const [at, text] of [...texts].sort(([a], [b]) => a - b)) {
    const cell = row.cells[at];
    if (cell) {
      edits.push(replacement(cell.span, cellText(text)));
      continue;
    }
    const place = cellPlace(source, row, at);
    if (place.missing === 0) edits.push(insertion(place.end, cellText(text)));
    else {
      tail += `${place.separator.repeat(place.missing - behind)}${cellText(text)}`;
      behind = place.missing;
      end = place.end;
    }
  }
  return tail === '' ? edits : [...edits, insertion(end, tail)];
}

function cellText(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
