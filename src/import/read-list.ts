/** A table and its map → the rows of a seed table, and every question that is left open. */

import { nearest } from '../diagnostics/nearest.ts';
import type { Model } from '../model/model.ts';
import { headingKey, type Table } from './find-table.ts';
import type { OnHand } from './on-hand.ts';
import type { Question } from './question.ts';
import type { Ask, RowReader } from './read-cell.ts';
import { type ListMap, type MappedColumn, matchColumns } from './read-map.ts';
import { type ListedRecord, readRow } from './read-row.ts';

/** A list as it was read. */
export interface ReadList {
  readonly records: readonly ListedRecord[];
  readonly questions: readonly Question[];
}

/** The rows of a list, with what they say. */
interface ListRows {
  readonly map: ListMap;
  readonly table: Table;
  /** Whether the file has several sheets, which locators name then. */
  readonly severalSheets: boolean;
}

/** Reads each row; a row whose record is in doubt is left out until its question is answered. */
export function readList(
  model: Model,
  { map, table: found, severalSheets }: ListRows,
  onHand: OnHand,
): ReadList {
  const questions: Question[] = [];
  const { at, missing } = matchColumns(map.columns, found.header);
  const ask: Ask = (row, heading, text, about) => void questions.push({ row, heading, text, about });
  for (const { heading } of missing) {
    const near = nearest(headingKey(heading), found.header.map(headingKey));
    ask(undefined, heading, '', {
      kind: 'HEADING_MISSING',
      near: found.header.find((text) => near !== undefined && headingKey(text) === near),
    });
  }
  for (const { heading, unit } of map.columns) {
    const named = unitIn(heading);
    if (named !== undefined && unit !== undefined && named !== unit.normalize('NFKC'))
      ask(undefined, heading, '', { kind: 'HEADING_UNIT', unit: named, inMap: unit });
  }
  for (const heading of twice(found.header)) ask(undefined, heading, '', { kind: 'HEADING_TWICE' });
  if (questions.length > 0) return { records: [], questions };
  const end = found.rows.findIndex(({ cells }) =>
    [...at].some(([{ heading }, place]) => headingKey(cells[place]?.text ?? '') === headingKey(heading)),
  );
  const other = found.rows[end];
  if (other) ask(other.number, undefined, '', { kind: 'OTHER_TABLE' });
  const table = other ? { ...found, rows: found.rows.slice(0, end) } : found;
  const numbered = checkNumbers(map, at, table, ask);
  const reader: RowReader = { model, map, at, onHand, ask, taken: new Set() };
  const seen = new Map<string, number>();
  const records = table.rows.flatMap((row): readonly ListedRecord[] => {
    const number = numbered === undefined ? undefined : row.cells[numbered]?.text.normalize('NFKC');
    const record = readRow(
      reader,
      row,
      locatorIn({ table, severalSheets }, number === undefined ? `第${row.number}行` : `序号${number}`),
    );
    if (!record) return [];
    const names = [record.id, record.name, ...record.formerNames];
    const earlier = names.map((name) => seen.get(name)).find((found) => found !== undefined);
    if (earlier !== undefined) {
      ask(row.number, undefined, record.name, { kind: 'NAME_TWICE', row: earlier });
      return [];
    }
    for (const name of names) seen.set(name, row.number);
    return [record];
  });
  return { records, questions };
}

/** A place in a list, after its sheet where the file has several. */
export function locatorIn(
  { table: { sheet }, severalSheets }: Pick<ListRows, 'table' | 'severalSheets'>,
  place: string,
): string {
  return severalSheets && sheet !== undefined ? `${sheet} ${place}` : place;
}

/** The unit of money that a heading names in brackets: 营业收入（亿元）. */
function unitIn(heading: string): string | undefined {
  return /\(.*?([十百千万亿]*元)\)/u.exec(headingKey(heading))?.[1];
}

/** Headings that two columns have: which of them is meant, no map can say. */
function twice(header: readonly string[]): readonly string[] {
  const filled = header.filter((text) => text !== '');
  return [
    ...new Set(
      filled.filter((text, at) => filled.findIndex((other) => headingKey(other) === headingKey(text)) < at),
    ),
  ];
}

/** The place of the column that numbers the rows, where it does so from 1 without a gap: a lost row shows there. */
function checkNumbers(
  map: ListMap,
  places: ReadonlyMap<MappedColumn, number>,
  table: Table,
  ask: Ask,
): number | undefined {
  const column = map.columns.find(({ to }) => to === 'ROW_NUMBER');
  const place = column && places.get(column);
  if (!column || place === undefined) return undefined;
  let isSound = true;
  let expected = 1;
  for (const { number: row, cells } of table.rows) {
    const text = cells[place]?.text ?? '';
    const found = Number(text.normalize('NFKC') || Number.NaN);
    if (found !== expected) {
      isSound = false;
      ask(row, column.heading, text, { kind: 'NUMBER', expected });
    }
    expected = (Number.isInteger(found) ? found : expected) + 1;
  }
  return isSound ? place : undefined;
}
