/** A list and its map → proposed seeds, held against the seeds on hand, and what is left open. */

import { basename } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { recordFaults } from '../diagnostics/messages.ts';
import { type Model, SOURCE } from '../model/model.ts';
import type { ReadText } from '../seeds/files/read-text.ts';
import { readTexts, type SeedsResult } from '../seeds/read-seeds.ts';
import { type Collected, collectDiagnostics } from '../seeds/written/report.ts';
import { suggestRecords } from '../seeds/written/suggest-records.ts';
import { type SourceText, sourceText } from '../seeds/written/written.ts';
import { findTable, headingKey, type Table } from './find-table.ts';
import { readOnHand } from './on-hand.ts';
import { collectPlaced, type ProposedRows, placesInList } from './place-faults.ts';
import type { Question } from './question.ts';
import { type ReadList, readList } from './read-list.ts';
import { type ListMap, matchColumns, readMap } from './read-map.ts';
import { seedTable } from './seed-table.ts';
import { type Sheet, UnreadableList } from './sheet.ts';

/** What an import proposes. */
export interface ProposedSeeds {
  /** The name of the seed table: firms.list-2024.csv. */
  readonly file: string;
  readonly text: string;
  readonly table: Table;
  readonly created: number;
  /** Records on hand to which facts are added. */
  readonly continued: number;
  readonly questions: readonly Question[];
  /** Faults of the proposed seeds, with lines of their file and the places of the list in words. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What an import is of. */
export interface ListToImport {
  /** The path of the list. */
  readonly file: string;
  readonly sheets: readonly Sheet[];
  readonly mapText: SourceText;
}

/** The seeds that a list is held against. */
export interface SeedsOnHand {
  readonly result: SeedsResult;
  readonly texts: readonly ReadText[];
}

/** Why nothing is imported: the faults of the map. */
export interface MapFaults {
  readonly kind: 'MAP_FAULTS';
  readonly diagnostics: readonly Diagnostic[];
}

/** A list with its map, before its rows are read. */
export interface MappedList {
  readonly kind: 'MAPPED';
  readonly map: ListMap;
  readonly table: Table;
  readonly severalSheets: boolean;
  /** The name of the seed table: firms.list-2024.csv. */
  readonly name: string;
}

/**
 * Reads a map, and finds its table.
 * @throws UnreadableList where no sheet has the table
 */
export function mapList(
  model: Model,
  { file, sheets, mapText }: ListToImport,
  { result }: SeedsOnHand,
): MappedList | MapFaults {
  const { report, sorted } = collectDiagnostics();
  const map = readMap(model, mapText, report);
  const { records } = result.written;
  const source = map && records.find(({ id }) => id === map.source.text);
  if (map && source?.type.name !== SOURCE) {
    const near = suggestRecords(records)(map.source.text, [SOURCE]);
    report(map.source.span, recordFaults.refUnknown(map.source.text, near));
  }
  const table = map && tableOf(sheets, map);
  if (!map || !table || sorted().length > 0) return { kind: 'MAP_FAULTS', diagnostics: sorted() };
  const name = `${map.typeKey}.${slugOf(file)}.csv`;
  return {
    kind: 'MAPPED',
    map,
    table,
    severalSheets: sheets.filter(({ isHidden }) => !isHidden).length > 1,
    name,
  };
}

/** Reads a list as its map says: proposed seeds, or the faults of the map. */
export function importList(
  model: Model,
  list: ListToImport,
  onHand: SeedsOnHand,
): { readonly kind: 'PROPOSED'; readonly proposed: ProposedSeeds } | MapFaults {
  const mapped = mapList(model, list, onHand);
  if (mapped.kind === 'MAP_FAULTS') return mapped;
  const hand = readOnHand(model, onHand.result.written.records);
  const read = readList(model, mapped, hand);
  return { kind: 'PROPOSED', proposed: propose(model, mapped, read, read.records, onHand.texts) };
}

/** The table that is proposed, and what `kg validate` would say of it. */
export function propose(
  model: Model,
  mapped: MappedList,
  { records, questions }: ReadList,
  rows: readonly ProposedRows[],
  texts: readonly ReadText[],
): ProposedSeeds {
  const { name, table } = mapped;
  const text = seedTable(rows);
  const collected = collectPlaced(placesInList(name, mapped, rows));
  const created = records.filter(({ isNew }) => isNew).length;
  return {
    ...{ file: name, text, table, created, continued: records.length - created, questions },
    diagnostics: rows.length === 0 ? [] : faultsOf(readBeside(model, name, text, texts, collected), name),
  };
}

/** The sheet that the map names, or the one that has most of its headings. */
function tableOf(sheets: readonly Sheet[], map: ListMap): Table {
  const headings = map.columns.map(({ heading }) => heading);
  const named = map.sheet === undefined ? sheets : sheets.filter(({ name }) => name === map.sheet?.text);
  const tables = named.flatMap((sheet) => findTable(sheet, headings) ?? []);
  const [best] = tables.sort((a, b) => missing(map, a) - missing(map, b));
  if (best) return best;
  const names = sheets.flatMap(({ name }) => (name === undefined ? [] : [`"${name}"`])).join(', ');
  const hidden = sheets.flatMap(({ name, isHidden }) => (isHidden ? [`"${name}"`] : [])).join(', ');
  const unhide = {
    en: hidden && ` Hidden sheets are not read (${hidden}): show the one that is meant.`,
    zh: hidden && `隐藏的工作表不读取（${hidden}）：请取消隐藏所需工作表。`,
  };
  const wanted = headings.map(headingKey).slice(0, 3).join(', ');
  throw new UnreadableList(
    map.sheet === undefined
      ? {
          en: `No row has a heading of the map (${wanted}, …). Check \`columns\` of the map against the list.${unhide.en}`,
          zh: `没有一行含有映射文件中的列名（${wanted}……）。请核对映射文件的 \`columns\`。${unhide.zh}`,
        }
      : {
          en: `No sheet "${map.sheet.text}" has a heading of the map; the sheets are ${names}. Correct \`sheet\` in the map, or leave it out.${unhide.en}`,
          zh: `没有含映射文件列名的工作表“${map.sheet.text}”；文件中有 ${names}。请更正映射文件的 \`sheet\`，或将其删去。${unhide.zh}`,
        },
  );
}

function missing(map: ListMap, table: Table): number {
  return matchColumns(map.columns, table.header).missing.length;
}

function faultsOf({ diagnostics }: SeedsResult, file: string): readonly Diagnostic[] {
  return diagnostics.filter((each) => each.file === file);
}

/** A proposed table, read beside the seeds. */
export function readBeside(
  model: Model,
  file: string,
  text: string,
  texts: readonly ReadText[],
  collected: Collected = collectDiagnostics(),
): SeedsResult {
  const proposed: ReadText = { source: sourceText(file, text), sound: true, marked: false };
  return readTexts(model, [...texts, proposed], collected);
}

function slugOf(file: string): string {
  const slug = basename(file)
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'list' : slug;
}
