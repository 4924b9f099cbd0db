/** The map of a list: which heading is which column of a seed table, read with every fault at its place. */

import { recordFaults } from '../diagnostics/messages.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Model, NodeTypeModel } from '../model/model.ts';
import { type Column, EVIDENCE_COLUMNS, ID_COLUMN, readColumns } from '../seeds/csv/read-columns.ts';
import type { CsvCell } from '../seeds/csv/split-csv.ts';
import { checkKeys } from '../seeds/written/check-keys.ts';
import { typesByKey } from '../seeds/written/list-records.ts';
import { type Report, reportForm } from '../seeds/written/report.ts';
import {
  entryOf,
  type SourceText,
  type Span,
  type Written,
  type WrittenMap,
  type WrittenText,
} from '../seeds/written/written.ts';
import { parseYaml } from '../seeds/yaml/parse-yaml.ts';
import { headingKey } from './find-table.ts';

/** How much a list names: all that hold a title, or those of one year. */
export type Extent = (typeof EXTENTS)[number];

/** A map of a list. */
export interface ListMap {
  /** The source that the list is. */
  readonly source: WrittenText;
  readonly type: NodeTypeModel;
  /** The key of the type in seed files: firms. */
  readonly typeKey: string;
  /** The sheet to read; undefined: the first that has the headings. */
  readonly sheet: WrittenText | undefined;
  readonly columns: readonly MappedColumn[];
  /** What every row says beside its cells. */
  readonly always: readonly Constant[];
  /** Whether it lists all that hold a title, or those of one year, which is what it does where the map is silent. */
  readonly extent: Extent;
  /** Answers to questions of earlier runs: an id for a name, or `new`. */
  readonly names: ReadonlyMap<string, string>;
}

/** A heading, and what its column says. */
export interface MappedColumn {
  readonly heading: string;
  readonly span: Span;
  /** The column of the seed table; `ROW_NUMBER` counts the rows, `IGNORED` says nothing. */
  readonly to: Column | 'ROW_NUMBER' | 'IGNORED';
  /** What bare numbers are counted in: 万元. */
  readonly unit: string | undefined;
  /** What texts of the list mean: 国家级 is NATIONAL. */
  readonly values: ReadonlyMap<string, string>;
  /** Node types that a name in it may be of; empty: what the model allows. */
  readonly types: readonly string[];
  /** What the record that this column describes says beside it: the attribute and period of a figure. */
  readonly with: readonly Constant[];
}

/** A value that no cell has. */
export interface Constant {
  readonly column: Column;
  readonly text: string;
}

/** The answer for a name that is a new record's. */
export const NEW = 'new';
/** What a heading's column can be instead of a column of the seed table. */
const ROW_NUMBER = 'rowNumber';
const IGNORED = 'ignore';

const KEYS = ['source', 'type', 'sheet', 'extent', 'columns', 'with', 'names'];
const EXTENTS = ['WHOLE', 'BATCH'] as const;
const COLUMN_KEYS = ['to', 'unit', 'values', 'types', 'with'];

/** Reads a map; undefined where it has faults, which are reported. */
export function readMap(model: Model, file: SourceText, report: Report): ListMap | undefined {
  let faults = 0;
  const counted: Report = (span, saying) => {
    faults += 1;
    report(span, saying);
  };
  const { written } = parseYaml(file, counted);
  const top: Span = { source: file, start: 0, end: 0 };
  if (written?.form !== 'map') {
    if (faults === 0)
      counted(
        written?.span ?? top,
        recordFaults.wrongForm(
          'a map of a list',
          'keys such as `source`, `type` and `columns`',
          'something else',
        ),
      );
    return undefined;
  }
  checkKeys(KEYS, 'a map of a list', written, counted);
  const types = typesByKey(model);
  const source = textAt(written, 'source', counted, true);
  const typeName = textAt(written, 'type', counted, true);
  const type = typeName && types.get(typeName.text);
  if (typeName && !type)
    counted(
      typeName.span,
      recordFaults.typeUnknown(typeName.text, nearest(typeName.text, types.keys()), [...types.keys()]),
    );
  const columns = mapAt(written, 'columns', counted, true);
  const sheet = textAt(written, 'sheet', counted, false);
  const extent = textAt(written, 'extent', counted, false);
  const isWhole = extent?.text === 'WHOLE';
  if (extent && !EXTENTS.some((each) => each === extent.text))
    counted(
      extent.span,
      recordFaults.notInEnum('`extent`', extent.text, nearest(extent.text, EXTENTS), EXTENTS),
    );
  if (!source || !typeName || !type || !columns) return undefined;
  const read = readers(model, type, written, columns, counted);
  const map: ListMap = {
    ...{ source, type, typeKey: typeName.text, sheet, extent: isWhole ? 'WHOLE' : 'BATCH' },
    columns: columns.entries.map(({ key, value }) => read.column(key, value)),
    always: read.constants(mapAt(written, 'with', counted, false)),
    names: new Map(
      pairsOf(mapAt(written, 'names', counted, false), counted).map(([key, value]) => [key, value.text]),
    ),
  };
  return faults > 0 ? undefined : map;
}

/** Reads columns and constants by the columns that all of them name together. */
function readers(
  model: Model,
  type: NodeTypeModel,
  written: WrittenMap,
  columns: WrittenMap,
  report: Report,
) {
  const inner = columns.entries.flatMap(({ value }) => (value.form === 'map' ? [value] : []));
  const named = [
    ...columns.entries.flatMap(({ value }) => (value.form === 'text' ? [value] : [])),
    ...inner.flatMap((map) => textsOf([entryOf(map, 'to')?.value])),
    ...[written, ...inner].flatMap((map) => {
      const constants = entryOf(map, 'with')?.value;
      return constants?.form === 'map' ? constants.entries.map(({ key }) => key) : [];
    }),
  ].filter(({ text }) => text !== ROW_NUMBER && text !== IGNORED);
  for (const { text, span } of named) {
    // The importer makes these itself: a cell of the list is no locator.
    if (EVIDENCE_COLUMNS.includes(text)) report(span, recordFaults.keyAnswered(text, 'a list'));
  }
  const distinct = [...new Map(named.map((word) => [word.text, word])).values()];
  const cells = distinct.map(({ text, span }): CsvCell => ({ text, span, textStart: span.start }));
  const id: CsvCell = { text: ID_COLUMN, span: columns.span, textStart: undefined };
  const known = cells.some(({ text }) => text === ID_COLUMN) ? cells : [id, ...cells];
  const header = { cells: known, span: columns.span, broken: false };
  const found = new Map(
    readColumns(model, type, header, report).flatMap((column) =>
      column ? [[column.name, column] as const] : [],
    ),
  );
  const constants = (map: WrittenMap | undefined): readonly Constant[] =>
    pairsOf(map, report).flatMap(([key, { text }]) => {
      const column = found.get(key);
      return column ? [{ column, text }] : [];
    });
  const column = (key: WrittenText, value: Written): MappedColumn => {
    const map = value.form === 'map' ? value : undefined;
    if (map) checkKeys(COLUMN_KEYS, 'a column', map, report);
    const to = map ? textAt(map, 'to', report, true) : value;
    if (!map && value.form !== 'text')
      reportForm(report, value, `\`${key.text}\``, 'a column of a seed table, or a map');
    const name = to?.form === 'text' ? to.text : '';
    const special = ({ [ROW_NUMBER]: 'ROW_NUMBER', [IGNORED]: 'IGNORED' } as const)[name];
    return {
      heading: key.text,
      span: key.span,
      to: special ?? found.get(name) ?? 'IGNORED',
      unit: map && textAt(map, 'unit', report, false)?.text,
      values: new Map(
        pairsOf(map && mapAt(map, 'values', report, false), report).map(([text, { text: means }]) => [
          text,
          means,
        ]),
      ),
      types: map ? typesIn(model, map, report) : [],
      with: constants(map && mapAt(map, 'with', report, false)),
    };
  };
  return { column, constants };
}

/** The columns of a table by their headings, and the headings of the map that it lacks. */
export function matchColumns(
  columns: readonly MappedColumn[],
  header: readonly string[],
): { readonly at: ReadonlyMap<MappedColumn, number>; readonly missing: readonly MappedColumn[] } {
  const places = new Map(header.map((text, at) => [headingKey(text), at] as const));
  const found = columns.map((column) => [column, places.get(headingKey(column.heading))] as const);
  return {
    at: new Map(found.flatMap(([column, at]) => (at === undefined ? [] : [[column, at] as const]))),
    missing: found.flatMap(([column, at]) => (at === undefined ? [column] : [])),
  };
}

function textAt(map: WrittenMap, key: string, report: Report, required: boolean): WrittenText | undefined {
  const value = entryOf(map, key)?.value;
  if (value?.form === 'text') return value;
  if (value) reportForm(report, value, `\`${key}\``, 'a text');
  else if (required) report(map.span, recordFaults.keyMissing(key, 'the map of a list'));
  return undefined;
}

function mapAt(map: WrittenMap, key: string, report: Report, required: boolean): WrittenMap | undefined {
  const value = entryOf(map, key)?.value;
  if (value?.form === 'map') return value;
  if (value) reportForm(report, value, `\`${key}\``, 'a map');
  else if (required) report(map.span, recordFaults.keyMissing(key, 'the map of a list'));
  return undefined;
}

function pairsOf(map: WrittenMap | undefined, report: Report): readonly (readonly [string, WrittenText])[] {
  return (map?.entries ?? []).flatMap(({ key, value }) => {
    if (value.form === 'text') return [[key.text, value] as const];
    reportForm(report, value, `\`${key.text}\``, 'a text');
    return [];
  });
}

/** The node types that names in a column may be of. */
function typesIn(model: Model, map: WrittenMap, report: Report): readonly string[] {
  const known = [...model.nodeTypes.keys()];
  return textsOf([entryOf(map, 'types')?.value]).map(({ text, span }) => {
    if (!known.includes(text))
      report(span, recordFaults.notInEnum('`types`', text, nearest(text, known), known));
    return text;
  });
}

function textsOf(values: readonly (Written | undefined)[]): readonly WrittenText[] {
  return values.flatMap((value) => {
    const items = value?.form === 'list' ? value.items : value ? [value] : [];
    return items.filter((item) => item.form === 'text');
  });
}
