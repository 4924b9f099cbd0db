/** A dataset as a workbook (.xlsx): a sheet a type, with the evidence of every row, which can be read back. */

import { type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { ExportRefused } from '../export-refused.ts';
import type { Exported } from '../exported.ts';
import { seedOfRecord } from '../forms/seed-of-record.ts';
import { type SeedSheet, sheetsOfType } from './seed-sheets.ts';
import { writtenOfFacts } from './written-of-facts.ts';

/** What the properties of such a workbook say: who wrote it. */
export const WRITTEN_BY = 'kg export';
/** The sheet of what the dataset says of itself. */
export const DATASET_SHEET = 'dataset';

/** Rows of a sheet and characters of a cell, at most, as Excel has them. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;
/** Digits that Excel keeps of a number. */
const EXCEL_DIGITS = 15;
const WIDTHS = { least: 10, most: 48 };

/**
 * The bytes of the workbook. Texts stay texts, whatever they begin with: there is no formula in it.
 * @throws ExportRefused where a sheet or a cell would be larger than Excel takes
 */
export async function writeWorkbook(model: Model, exported: Exported): Promise<Uint8Array> {
  const nodes = new Map<string, DatasetNode>();
  for await (const node of exported.nodes()) nodes.set(node.id, node);
  const facts: DatasetRelationship[] = [];
  for await (const fact of exported.relationships()) facts.push(fact);
  const writtenAt = writtenOfFacts(model, nodes, facts);
  const sheets = [...model.nodeTypes.values()].flatMap((type) => {
    const seeds = [...nodes.values()]
      .filter((node) => node.type === type.name)
      .map((node) => seedOfRecord(model, type, node, writtenAt(node)));
    return type.root && seeds.length > 0 ? sheetsOfType(model, type, type.root.list, seeds) : [];
  });
  const { info, revision, digest } = exported.state;
  const { name, timeZone, home = '', licence = '' } = info;
  const about: SeedSheet = {
    name: DATASET_SHEET,
    columns: ['name', 'timeZone', 'home', 'licence'],
    numeric: new Set(),
    rows: [[name, timeZone, home, licence]],
  };
  return writeXlsx({
    sheets: [about, ...sheets].map(sheetOf),
    properties: {
      title: name,
      creator: WRITTEN_BY,
      custom: { writtenBy: WRITTEN_BY, revision, digest, modelVersion: model.version },
    },
  });
}

function sheetOf({ name, columns, numeric, rows }: SeedSheet): WriteSheet {
  if (rows.length >= MOST_ROWS) {
    throw new ExportRefused('value', {
      en: `Sheet "${name}" would have ${rows.length} rows; Excel takes ${MOST_ROWS}. Export as csv instead.`,
      zh: `工作表“${name}”将有 ${rows.length} 行，而 Excel 最多 ${MOST_ROWS} 行。请改用 csv 格式导出。`,
    });
  }
  const cells = rows.map((row) => row.map((text, at) => cellOf(name, text, numeric.has(columns[at] ?? ''))));
  return {
    name,
    rows: [[...columns], ...cells],
    columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
    freezePane: { rows: 1, columns: 1 },
    ...(rows.length === 0
      ? {}
      : { autoFilter: { range: `A1:${columnName(columns.length)}${rows.length + 1}` } }),
  };
}

function cellOf(sheet: string, text: string, numeric: boolean): CellValue {
  if (text.length > MOST_CHARACTERS) {
    throw new ExportRefused('value', {
      en: `A cell of sheet "${sheet}" would have ${text.length} characters; Excel takes ${MOST_CHARACTERS}. Export as jsonl or seeds instead.`,
      zh: `工作表“${sheet}”有一个单元格将有 ${text.length} 个字符，而 Excel 最多 ${MOST_CHARACTERS} 个。请改用 jsonl 或 seeds 格式导出。`,
    });
  }
  if (text === '') return null;
  const isExact = numeric && text.replace(/\D/g, '').length <= EXCEL_DIGITS && String(Number(text)) === text;
  return isExact ? Number(text) : text;
}

/** As wide as most of its texts; characters of Chinese are two wide. */
function widthOf(column: string, rows: readonly (readonly string[])[], at: number): number {
  const widths = [column, ...rows.slice(0, 200).map((row) => row[at] ?? '')].map(
    (text) => [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 : 1), 0) + 2,
  );
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, ...widths));
}

/** The name of a column by its number from 1: A, Z, AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnName(Math.floor((number - 1) / 26)) + letter;
}
