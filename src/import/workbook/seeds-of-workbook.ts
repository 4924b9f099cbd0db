/** The sheets of a workbook that `kg export` wrote → the seeds that they say, or what is wrong with its cells. */

import type { Text } from '../../diagnostics/text.ts';
import type { SeedMap, SeedValue } from '../../export/forms/seed-text.ts';
import { textsOfCell } from '../../export/workbook/cell-text.ts';
import { EVIDENCE_COLUMNS, ID, TO } from '../../export/workbook/seed-sheets.ts';
import { DATASET_SHEET } from '../../export/workbook/write-workbook.ts';
import type { FieldsModel, Model, NodeTypeModel } from '../../model/model.ts';
import { parseCell } from './parse-cell.ts';
import type { OwnRow, OwnSheet, OwnWorkbook } from './read-own-workbook.ts';

/** Something wrong in a workbook, and where. */
export interface SheetFault {
  readonly sheet: string;
  readonly row: number;
  /** The name of the column; undefined where it is about the row. */
  readonly column?: string;
  readonly text: Text;
}

/** The records of a workbook. */
export interface WorkbookSeeds {
  /** What the dataset says of itself. */
  readonly info: SeedMap;
  /** By the type keys of seed files, in the order of the sheets. */
  readonly records: ReadonlyMap<string, readonly SeedMap[]>;
  readonly faults: readonly SheetFault[];
  /** The rows of each record's own facts: by sheet and id, in the order in which they are its items. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  /** Sheets that are not of the export, as notes are. */
  readonly leftOut: readonly string[];
}

/** Reads all sheets; rows with a fault are left out. */
export function seedsOfWorkbook(model: Model, { sheets }: OwnWorkbook): WorkbookSeeds {
  const faults: SheetFault[] = [];
  const leftOut: string[] = [];
  const records = new Map<string, Map<string, SeedMap>>();
  const types = new Map(
    [...model.nodeTypes.values()].flatMap((type) => (type.root ? [[type.root.list, type] as const] : [])),
  );
  let info: SeedMap = {};
  for (const sheet of sheets) {
    const [list = '', key] = sheet.name.split('.');
    const type = types.get(list);
    const report = (row: number, text: Text, column?: string) =>
      faults.push({ sheet: sheet.name, row, text, ...(column === undefined ? {} : { column }) });
    if (sheet.name === DATASET_SHEET) info = readRows(sheet, undefined, report)[0]?.map ?? {};
    else if (!type || (key !== undefined && !hasList(type, key))) leftOut.push(sheet.name);
    else if (key === undefined) records.set(list, readRecords(sheet, type, report));
    else addItems(records.get(list) ?? new Map(), readItems(model, type, key, sheet, report), key, report);
  }
  return {
    info,
    records: new Map([...records].map(([list, byId]) => [list, [...byId.values()]])),
    faults,
    rows: new Map(sheets.map((sheet) => [sheet.name, rowsById(sheet)])),
    leftOut,
  };
}

function rowsById({ columns, rows }: OwnSheet): ReadonlyMap<string, readonly number[]> {
  const byId = new Map<string, number[]>();
  for (const { number, cells } of rows) {
    const id = cells[columns.indexOf(ID)] ?? '';
    byId.set(id, [...(byId.get(id) ?? []), number]);
  }
  return byId;
}

type Report = (row: number, text: Text, column?: string) => void;

interface ReadRow {
  readonly number: number;
  readonly map: SeedMap;
}

function hasList(type: FieldsModel, key: string): boolean {
  return type.relationships.has(key) || type.owned.has(key);
}

function readRecords(sheet: OwnSheet, type: NodeTypeModel, report: Report): Map<string, SeedMap> {
  const records = new Map<string, SeedMap>();
  for (const { number, map } of readRows(sheet, type, report)) {
    const id = String(map[ID] ?? '');
    if (id === '') report(number, NO_ID, ID);
    else if (records.has(id)) report(number, twice(id), ID);
    else records.set(id, map);
  }
  return records;
}

/** An item of a list, and whose it is. */
interface Item {
  readonly row: number;
  readonly id: string;
  readonly value: SeedValue;
  readonly many: boolean;
}

function readItems(
  model: Model,
  type: NodeTypeModel,
  key: string,
  sheet: OwnSheet,
  report: Report,
): readonly Item[] {
  const relationship = type.relationships.get(key);
  const thing = model.nodeTypes.get(type.owned.get(key)?.type ?? '');
  return readRows(sheet, thing, report).map(({ number, map }) => {
    const { [ID]: id = '', ...rest } = map;
    const { [TO]: to, ...more } = rest;
    const value = relationship && to !== undefined && Object.keys(more).length === 0 ? to : rest;
    return { row: number, id: String(id), value, many: relationship?.many ?? true };
  });
}

/** Adds the items of a sheet to the records that they are of. */
function addItems(records: Map<string, SeedMap>, items: readonly Item[], key: string, report: Report): void {
  const lists = new Map<string, SeedValue[]>();
  for (const { row, id, value, many } of items) {
    const list = lists.get(id);
    if (!records.has(id)) report(row, id === '' ? NO_ID : noRecord(id), ID);
    else if (list && !many) report(row, oneOnly(id, key), ID);
    else if (list) list.push(value);
    else lists.set(id, [value]);
  }
  const single = new Set(items.flatMap(({ id, many }) => (many ? [] : [id])));
  for (const [id, list] of lists) {
    const record = records.get(id);
    if (record) records.set(id, { ...record, [key]: single.has(id) ? (list[0] ?? list) : list });
  }
}

/** The rows of a sheet as maps: an empty cell is no value. */
function readRows(sheet: OwnSheet, type: FieldsModel | undefined, report: Report): readonly ReadRow[] {
  const { columns } = sheet;
  columns.forEach((column, at) => {
    if (column !== '' && columns.indexOf(column) < at) report(1, columnTwice(column), column);
  });
  return sheet.rows.map((row) => ({ number: row.number, map: readRow(columns, row, type, report) }));
}

function readRow(
  columns: readonly string[],
  { number, cells }: OwnRow,
  type: FieldsModel | undefined,
  report: Report,
): SeedMap {
  const map: Record<string, SeedValue> = {};
  const evidence = new Map<string, readonly string[]>();
  for (const [at, cell] of cells.entries()) {
    const column = columns[at] ?? '';
    if (cell === '') continue;
    if (column === '') report(number, noColumn(cell));
    else if (isEvidence(column)) evidence.set(column, textsOfCell(cell));
    else {
      const parsed = parseCell(cell, holdsMany(type, column));
      if ('value' in parsed) map[column] = parsed.value;
      else report(number, parsed.fault, column);
    }
  }
  const count = Math.max(0, ...[...evidence.values()].map((texts) => texts.length));
  const unequal = [...evidence].find(([, texts]) => texts.length !== count);
  if (unequal) report(number, unevenEvidence(unequal[0], unequal[1].length, count), unequal[0]);
  const items = Array.from(
    { length: count },
    (_, at): SeedMap =>
      Object.fromEntries(
        EVIDENCE_COLUMNS.flatMap((name) => {
          const text = evidence.get(name)?.[at] ?? '';
          return text === '' ? [] : [[name, text]];
        }),
      ),
  );
  if (items.length > 0) map.evidence = items.length === 1 ? (items[0] ?? items) : items;
  return map;
}

function isEvidence(column: string): boolean {
  return EVIDENCE_COLUMNS.some((name) => name === column);
}

function holdsMany(type: FieldsModel | undefined, column: string): boolean {
  return type?.properties.get(column)?.list ?? type?.relationships.get(column)?.many ?? false;
}

const NO_ID: Text = {
  en: 'The row names no record: write its id in the column `id`',
  zh: '该行未指明记录：请在 `id` 列填写 id',
};

function twice(id: string): Text {
  return {
    en: `The id "${id}" is in an earlier row too: one row a record`,
    zh: `id“${id}”在前面已有一行：一条记录只占一行`,
  };
}

function noRecord(id: string): Text {
  return {
    en: `No row of the sheet of records has the id "${id}": add the record, or delete this row`,
    zh: `记录所在工作表中没有 id“${id}”：请补充该记录，或删除本行`,
  };
}

function oneOnly(id: string, key: string): Text {
  return {
    en: `"${id}" has a second row, and \`${key}\` takes one value: delete one of them`,
    zh: `“${id}”有第二行，而 \`${key}\` 只取一个值：请删除其中一行`,
  };
}

function columnTwice(column: string): Text {
  return {
    en: `The column "${column}" is there twice: delete or rename one of them`,
    zh: `列“${column}”出现两次：请删除或改名其一`,
  };
}

function noColumn(cell: string): Text {
  return {
    en: `"${cell}" is in a column without a name: name it in row 1, or delete it`,
    zh: `“${cell}”所在列没有列名：请在第 1 行填写列名，或删除该内容`,
  };
}

function unevenEvidence(column: string, count: number, most: number): Text {
  return {
    en: `The columns of evidence differ in number: \`${column}\` has ${count}, another ${most}. Write one for each source between bars, nothing where there is none: |p7`,
    zh: `依据各列的数目不一致：\`${column}\` 有 ${count} 个，另一列有 ${most} 个。请用竖线为每个来源各写一个，没有的留空：|p7`,
  };
}
