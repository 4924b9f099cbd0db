/** Faults that the check of proposed seeds finds, named by where the person's own file has them. */

import type { TerminalLanguage, Text } from '../diagnostics/text.ts';
import { ID_COLUMN } from '../seeds/csv/read-columns.ts';
import { type CsvRow, splitCsv } from '../seeds/csv/split-csv.ts';
import { type Collected, collectDiagnostics } from '../seeds/written/report.ts';
import { countUpTo, type Span } from '../seeds/written/written.ts';
import type { Table } from './find-table.ts';
import { NAME } from './identify-row.ts';
import { type ListMap, type MappedColumn, matchColumns } from './read-map.ts';
import type { ListedRecord } from './read-row.ts';

/** Where a person's file has what is proposed at a span: in words; undefined where it does not have it. */
export type PlaceOf = (span: Span) => Text | undefined;

/** A row of a sheet, and the column and cell where they are known. */
export interface SheetPlace {
  /** Undefined for a CSV file. */
  readonly sheet: string | undefined;
  readonly row: number;
  readonly heading?: string | undefined;
  /** The cell as it is. */
  readonly text?: string | undefined;
}

/** What is proposed of a row of the list; without `row` it is of what the list no longer has. */
export type ProposedRows = Pick<ListedRecord, 'rows'> & Partial<Pick<ListedRecord, 'row'>>;

/** Collects faults, each after its place; lines of the proposed file that a message names are places, too. */
export function collectPlaced(placeOf: PlaceOf): Collected {
  const { report, sorted } = collectDiagnostics();
  const met = new Set<string>();
  return {
    sorted,
    report: (span, fault) => {
      const place = placeOf(span);
      if (!place) return report(span, fault);
      const { message, hint } = fault;
      const [said, more] = [message, hint].map((text) => text && inList(text, span, placeOf));
      const named = {
        en: `${place.en}: ${said?.en ?? ''}`,
        zh: `${place.zh}：${said?.zh ?? ''}`,
      };
      // A constant of the map is in every row, and one fault.
      if (met.has(`${fault.code}\0${named.en}`)) return;
      met.add(`${fault.code}\0${named.en}`);
      report(span, { ...fault, message: named, hint: more });
    },
  };
}

/** A place in a sheet in words: 表1 row 38, 成立日期 "2月30日". */
export function placeInWords({ sheet, row, heading, text }: SheetPlace): Text {
  const [before, column] = [sheet === undefined ? '' : `${sheet} `, heading ?? ''];
  const cell = text ? { en: ` "${text}"`, zh: `“${text}”` } : { en: '', zh: '' };
  return {
    en: `${before}row ${row}${column && `, ${column}`}${cell.en}`,
    zh: `${before}第${row}行${column && `，${column}`}${cell.zh}`,
  };
}

/** Where a list has what its proposed table says. */
export function placesInList(
  file: string,
  { map, table }: { readonly map: ListMap; readonly table: Table },
  records: readonly ProposedRows[],
): PlaceOf {
  const proposed = records.flatMap(({ row, rows }) => rows.map((values) => ({ row, values })));
  const { at } = matchColumns(map.columns, table.header);
  const listed = new Map(table.rows.map((row) => [row.number, row]));
  let read: readonly CsvRow[] = [];
  let starts: readonly number[] = [];
  return (span) => {
    if (span.source.file !== file) return undefined;
    if (starts.length === 0) {
      read = splitCsv(span.source, () => undefined);
      starts = read.map((row) => row.span.start);
    }
    const line = countUpTo(starts, span.start);
    const cells = read[line - 1]?.cells ?? [];
    const cell = cells.findIndex(
      (each) => each && each.span.start <= span.start && span.end <= each.span.end,
    );
    const column = read[0]?.cells[cell]?.text ?? '';
    const { row, values } = proposed[line - 2] ?? { row: table.headerRow, values: new Map() };
    const mapped = columnOf(map, column, values);
    const { sheet } = table;
    if (!mapped && isConstant(map, column))
      return { en: `\`${column}\` of the map`, zh: `映射文件的 \`${column}\`` };
    if (row === undefined) {
      const id = values.get(ID_COLUMN) ?? '';
      return { en: `${id}, which the list does not have`, zh: `名单未列入的 ${id}` };
    }
    const place = mapped && at.get(mapped);
    const text = place === undefined ? undefined : listed.get(row)?.cells[place]?.text;
    return placeInWords({ sheet, row, heading: mapped?.heading, text });
  };
}

/** The column of the list from which a row of the table has a value: of several, the one whose constants it has. */
function columnOf(
  { columns }: ListMap,
  column: string,
  values: ReadonlyMap<string, string>,
): MappedColumn | undefined {
  const named = (name: string) => columns.filter(({ to }) => typeof to !== 'string' && to.name === name);
  const own = named(column);
  const among = own.length === 0 && column === ID_COLUMN ? named(NAME) : own;
  return (
    among.find(({ with: constants }) =>
      constants.every(({ column: { name }, text }) => values.get(name) === text),
    ) ?? among[0]
  );
}

function isConstant({ columns, always }: ListMap, column: string): boolean {
  const constants = [...always, ...columns.flatMap((each) => each.with)];
  return constants.some(({ column: { name } }) => name === column);
}

/** A text in which places of the list are named for lines of the proposed file. */
function inList({ en, zh }: Text, { source }: Span, placeOf: PlaceOf): Text {
  const file = `${source.file}:`;
  const replaced = (text: string, language: TerminalLanguage) => {
    const [first = '', ...rest] = text.split(file);
    const placed = rest.map((part) =>
      part.replace(/^\d+/, (line) => {
        // A span of more than a cell: the row.
        const start = source.lineStarts[Number(line) - 1] ?? 0;
        return placeOf({ source, start, end: source.text.length })?.[language] ?? `${file}${line}`;
      }),
    );
    return [first, ...placed].join('');
  };
  return { en: replaced(en, 'en'), zh: replaced(zh, 'zh') };
}
