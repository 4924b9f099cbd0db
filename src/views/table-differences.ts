/** What is not the same in two tables of one view: for an answer as it was, against the answer of now. */

import type { Table } from './table.ts';

type Row = Table['rows'][number];

/** A row that both tables have, with the cells that differ. */
export interface ChangedRow {
  readonly row: Row;
  readonly cells: readonly { readonly column: string; readonly before: string; readonly after: string }[];
}

/** Rows of either table that the other has not, and rows with other cells. */
export interface TableDifferences {
  readonly gone: readonly Row[];
  readonly came: readonly Row[];
  readonly changed: readonly ChangedRow[];
  readonly count: number;
}

/**
 * Compares two tables of the same columns. Rows are the same where all their ids are; where several rows have the same
 * ids, a row is the same only where all its cells are.
 * @param isId whether a cell is an id
 */
export function tableDifferences(
  before: Table,
  after: Table,
  isId: (cell: string) => boolean,
): TableDifferences {
  const whole = (row: Row) => JSON.stringify(row.map(textOf));
  const [had, have] = [new Set(before.rows.map(whole)), new Set(after.rows.map(whole))];
  const gone = before.rows.filter((row) => !have.has(whole(row)));
  const came = after.rows.filter((row) => !had.has(whole(row)));
  const idsOf = (row: Row) => row.map(textOf).filter(isId).join(' ');
  const [goneById, cameById] = [groupBy(gone, idsOf), groupBy(came, idsOf)];
  const changed: ChangedRow[] = [];
  const paired = new Set<Row>();
  for (const [ids, [was, ...otherGone]] of goneById) {
    const [is, ...otherCame] = cameById.get(ids) ?? [];
    if (ids === '' || !was || !is || otherGone.length > 0 || otherCame.length > 0) continue;
    paired.add(was).add(is);
    changed.push({ row: is, cells: differingCells(before.columns, was, is) });
  }
  const left = (rows: readonly Row[]) => rows.filter((row) => !paired.has(row));
  const found = { gone: left(gone), came: left(came), changed };
  return { ...found, count: found.gone.length + found.came.length + changed.length };
}

function differingCells(columns: readonly string[], was: Row, is: Row): ChangedRow['cells'] {
  return columns.flatMap((column, at) => {
    const [before, after] = [textOf(was[at]), textOf(is[at])];
    return before === after ? [] : [{ column, before, after }];
  });
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function textOf(cell: Row[number]): string {
  return String(cell ?? '');
}
