/** Lists and seeds held in memory, as the command has them after it has read its files. */

import { expect } from 'vitest';
import {
  type EditionBefore,
  type ImportedEdition,
  importEdition,
  type NoEdition,
} from '../../../src/import/edition/import-edition.ts';
import { importList } from '../../../src/import/import-list.ts';
import { cellOf, type Sheet } from '../../../src/import/sheet.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { readModel } from '../../../src/model/schema/read-model.ts';
import type { OpenFile } from '../../../src/seeds/files/open-seeds.ts';
import { readTexts } from '../../../src/seeds/read-seeds.ts';
import { collectDiagnostics } from '../../../src/seeds/written/report.ts';
import { sourceText } from '../../../src/seeds/written/written.ts';
import { type ListedFirm, listMap, sheetRows } from './made-list.ts';

/** The model of the product. */
const model = readModel('schema');

/** Texts of seed files by their names. */
export type Texts = Readonly<Record<string, string>>;

/** Seed files, with what they say. */
function seedsOf(texts: Texts) {
  const files = Object.entries(texts).map(
    ([file, text]): OpenFile => ({ source: sourceText(file, text), sound: true, marked: false, path: file }),
  );
  return { files, result: readTexts(model, files, collectDiagnostics()) };
}

/** What seeds without a fault say. */
export function datasetOf(texts: Texts): Dataset {
  const { dataset, diagnostics } = seedsOf(texts).result;
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual(
    [],
  );
  if (!dataset) throw new Error('the seeds have no dataset');
  return dataset;
}

/** A list of firms as a sheet. */
export function sheetOf(firms: readonly ListedFirm[]): Sheet {
  const rows = sheetRows('名单', firms).map((cells, at) => ({
    number: at + 1,
    cells: cells.map((cell) => cellOf(String(cell))),
  }));
  return { name: '名单', rows };
}

/** The table that the first edition of a list becomes. */
export function firstEdition(texts: Texts, firms: readonly ListedFirm[]): string {
  const mapText = sourceText('list-2024.map.yaml', listMap(2024));
  const { files, result } = seedsOf(texts);
  const list = { file: 'list-2024.xlsx', sheets: [sheetOf(firms)], mapText };
  const imported = importList(model, list, { result, texts: files });
  if (imported.kind !== 'PROPOSED') throw new Error('the map has faults');
  expect(imported.proposed.questions).toEqual([]);
  return imported.proposed.text;
}

/** The next edition of a list, by its own map. */
export function nextEdition(
  texts: Texts,
  sheet: Sheet,
  more: { readonly map?: string } & Partial<EditionBefore> = {},
): ImportedEdition | NoEdition {
  const { map = listMap(2025), ...before } = more;
  const mapText = sourceText('list-2025.map.yaml', map);
  const seeds = seedsOf(texts);
  const { dataset } = seeds.result;
  const of = { nodes: dataset?.nodes.values() ?? [], relationships: dataset?.relationships.values() ?? [] };
  const list = { file: 'list-2025.xlsx', sheets: [sheet], mapText };
  return importEdition(model, list, seeds, { sources: ['source:list-2024'], of, yesWhole: false, ...before });
}

/** An edition that could be compared. */
export function comparedEdition(...given: Parameters<typeof nextEdition>) {
  const edition = nextEdition(...given);
  if (edition.kind !== 'EDITION' || !edition.changes || !edition.amended)
    throw new Error(`nothing is compared: ${JSON.stringify(edition)}`);
  const { changes, amended } = edition;
  return { ...edition, changes, amended };
}

/** The seeds after the patch is written and the table is moved among them. */
export function afterEdition(texts: Texts, { amended, proposed }: ReturnType<typeof comparedEdition>): Texts {
  const changed = amended.changes.map(({ file, after }) => [file, after] as const);
  return { ...texts, ...Object.fromEntries(changed), [proposed.file]: proposed.text };
}
