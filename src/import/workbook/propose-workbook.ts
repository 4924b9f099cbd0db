/** A workbook that `kg export` wrote → seed files, checked as a whole. */

import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { seedRecord } from '../../export/forms/seed-text.ts';
import { INFO_FILE, infoText, seedFiles } from '../../export/forms/write-seeds.ts';
import type { Model } from '../../model/model.ts';
import { datasetDigest } from '../../model/stored/dataset-digest.ts';
import { deriveFacts } from '../../model/stored/derive-facts.ts';
import type { ReadText } from '../../seeds/files/read-text.ts';
import { readTexts } from '../../seeds/read-seeds.ts';
import { sourceText } from '../../seeds/written/written.ts';
import { collectPlaced } from '../place-faults.ts';
import { placesInWorkbook } from './places-in-workbook.ts';
import type { OwnWorkbook } from './read-own-workbook.ts';
import { type SheetFault, seedsOfWorkbook } from './seeds-of-workbook.ts';

/** What a workbook proposes. */
export interface ProposedWorkbook {
  /** What is wrong with its cells: where there is any, there are no files. */
  readonly faults: readonly SheetFault[];
  /** Sheets that are not of the export. */
  readonly leftOut: readonly string[];
  /** The texts of seed files, by their names. */
  readonly files: ReadonlyMap<string, string>;
  readonly records: number;
  /** What `kg validate` would say of those files alone. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether they are the dataset that was exported. */
  readonly unchanged: boolean;
}

/**
 * Reads a workbook by its own columns.
 * @param folder where its files are to be: their faults name it
 */
export async function proposeWorkbook(
  model: Model,
  folder: string,
  workbook: OwnWorkbook,
): Promise<ProposedWorkbook> {
  const { info, records, faults, rows, leftOut } = seedsOfWorkbook(model, workbook);
  const count = [...records.values()].reduce((sum, each) => sum + each.length, 0);
  if (faults.length > 0)
    return { faults, leftOut, files: new Map(), records: count, diagnostics: [], unchanged: false };
  const files = new Map([[INFO_FILE, infoText(info)]]);
  const writer = seedFiles({
    add: async (name, text) => {
      files.set(name, (files.get(name) ?? '') + text);
    },
  });
  for (const [list, seeds] of records) for (const seed of seeds) await writer.add(list, seedRecord(seed));
  const texts = [...files].map(
    ([name, text]): ReadText => ({
      source: sourceText(join(folder, name), text),
      sound: true,
      marked: false,
    }),
  );
  const { dataset, diagnostics } = readTexts(model, texts, collectPlaced(placesInWorkbook({ rows })));
  const unchanged = dataset !== undefined && datasetDigest(deriveFacts(model, dataset)) === workbook.digest;
  return { faults, leftOut, files, records: count, diagnostics, unchanged };
}
