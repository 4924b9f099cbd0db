/** A list and its map → proposed seeds, held against the seeds on hand, and what is left open. */

import { basename } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { recordFaults } from '../diagnostics/messages.ts';
import { type Model, SOURCE } from '../model/model.ts';
import type { ReadText } from '../seeds/files/read-text.ts';
import { readTexts, type SeedsResult } from '../seeds/read-seeds.ts';
import { collectDiagnostics } from '../seeds/written/report.ts';
import { type SourceText, sourceText } from '../seeds/written/written.ts';
import { findTable, headingKey, type Table } from './find-table.ts';
import { readOnHand } from './on-hand.ts';
import type { Question } from './question.ts';
import { readList } from './read-list.ts';
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
  /** Faults of the proposed seeds, with lines of their file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** An import: proposed seeds, or the faults of the map. */
export type ImportedList =
  | { readonly kind: 'PROPOSED'; readonly proposed: ProposedSeeds }
  | { readonly kind: 'MAP_FAULTS'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a list as its map says.
 * @param file the path of the list
 * @param onHand the seeds that it is held against
 * @throws UnreadableList where no sheet has the table
 */
export function importList(
  model: Model,
  file: string,
  sheets: readonly Sheet[],
  mapText: SourceText,
  onHand: { readonly result: SeedsResult; readonly texts: readonly ReadText[] },
): ImportedList {
  const { report, sorted } = collectDiagnostics();
  const map = readMap(model, mapText, report);
  const { records } = onHand.result.written;
  const source = map && records.find(({ id }) => id === map.source.text);
  if (map && source?.type.name !== SOURCE)
    report(map.source.span, recordFaults.refUnknown(map.source.text, []));
  const table = map && tableOf(sheets, map);
  if (!map || !table || sorted().length > 0) return { kind: 'MAP_FAULTS', diagnostics: sorted() };
  const read = readList(model, map, table, sheets.length > 1, readOnHand(model, records));
  const name = `${map.typeKey}.${slugOf(file)}.csv`;
  const text = seedTable(read.records);
  const created = read.records.filter(({ isNew }) => isNew).length;
  return {
    kind: 'PROPOSED',
    proposed: {
      ...{ file: name, text, table, created, continued: read.records.length - created },
      questions: read.questions,
      diagnostics: read.records.length === 0 ? [] : faultsOf(model, name, text, onHand.texts),
    },
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
  const wanted = headings.map(headingKey).slice(0, 3).join(', ');
  throw new UnreadableList(
    map.sheet === undefined
      ? {
          en: `No row has a heading of the map (${wanted}, …). Check \`columns\` of the map against the list.`,
          zh: `没有一行含有映射文件中的列名（${wanted}……）。请核对映射文件的 \`columns\`。`,
        }
      : {
          en: `No sheet "${map.sheet.text}" has a heading of the map; the sheets are ${names}.`,
          zh: `没有含映射文件列名的工作表“${map.sheet.text}”；文件中有 ${names}。`,
        },
  );
}

function missing(map: ListMap, table: Table): number {
  return matchColumns(map.columns, table.header).missing.length;
}

/** What `kg validate` would say of the proposed table beside the seeds. */
function faultsOf(
  model: Model,
  file: string,
  text: string,
  texts: readonly ReadText[],
): readonly Diagnostic[] {
  const proposed: ReadText = { source: sourceText(file, text), sound: true, marked: false };
  const { diagnostics } = readTexts(model, [...texts, proposed], collectDiagnostics());
  return diagnostics.filter((each) => each.file === file);
}

function slugOf(file: string): string {
  const slug = basename(file)
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'list' : slug;
}
