/** A workbook of `kg export`: what a person sees in Excel, and the way back without a loss. */

import fc from 'fast-check';
import { type CellValue, readXlsx, writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { exportedDataset } from '../../src/export/exported.ts';
import { cellText, isSeedForm, textOfCell, textsOfCell } from '../../src/export/workbook/cell-text.ts';
import { writeWorkbook } from '../../src/export/workbook/write-workbook.ts';
import { proposeWorkbook } from '../../src/import/workbook/propose-workbook.ts';
import { readOwnWorkbook } from '../../src/import/workbook/read-own-workbook.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { writeSeeds } from '../cli/run-kg.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';
import { hostileSeeds } from './hostile-seeds.ts';

const model = readModel('schema');

function datasetIn(folders: readonly string[]): Dataset {
  const { dataset, diagnostics } = readSeeds(model, folders);
  if (!dataset) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  return deriveFacts(model, dataset);
}

const workbookOf = (dataset: Dataset) => writeWorkbook(model, exportedDataset(model, dataset, new Date(0)));

async function proposed(bytes: Uint8Array) {
  const own = await readOwnWorkbook(bytes);
  if (!own) throw new Error('not a workbook of an export');
  return proposeWorkbook(model, 'proposed', own);
}

const hostile = datasetIn([writeSeeds({ 'city.yaml': hostileSeeds() })]);

test('the seeds of the product, exported and imported again, have the same digest', async () => {
  const found = await proposed(await workbookOf(datasetIn(PRODUCT_SEEDS)));
  expect(found.faults).toEqual([]);
  expect(found.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(found.unchanged).toBe(true);
});

test('texts that mean something to a spreadsheet, to XML or to seeds come back as they were', async () => {
  const found = await proposed(await workbookOf(hostile));
  expect([found.faults, found.unchanged]).toEqual([[], true]);
});

test('a sheet has a frozen header and its evidence, and no cell is a formula', async () => {
  const { sheets } = await readXlsx(await workbookOf(hostile), { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['dataset', 'firms', 'firms.figures']),
  );
  for (const { rows, cells, freezePane } of sheets) {
    expect(freezePane).toMatchObject({ rows: 1 });
    expect([...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
    if (rows[0]?.[0] === 'id')
      expect(rows[0]?.slice(-4)).toEqual(['source', 'locator', 'checkedBy', 'checkedOn']);
  }
  const names = sheets.find(({ name }) => name === 'agencies')?.rows.map((row) => row[1]);
  expect(names).toEqual(expect.arrayContaining(['=1+1', '-5', '@sum', '007', '1.10']));
});

test('any text, alone or among others, is the same after a cell', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 });
  const some = fc.oneof(text, fc.constantFrom('"', '"a"', 'a|b', '[', '{a', ' x', '_x000D_', '|'));
  fc.assert(
    fc.property(some, (each) => !isSeedForm(cellText(each)) && textOfCell(cellText(each).trim()) === each),
  );
  fc.assert(
    fc.property(fc.array(some, { minLength: 1 }), (each) => {
      expect(textsOfCell(cellText(each).trim())).toEqual(each);
    }),
  );
  expect(textsOfCell('a||b|')).toEqual(['a', '', 'b', '']);
  expect(textsOfCell('|p7')).toEqual(['', 'p7']);
});

/** The workbook with rows of a sheet exchanged, as a person would edit it. */
async function edited(
  dataset: Dataset,
  edit: (rows: CellValue[][], sheet: string) => CellValue[][],
): Promise<Uint8Array> {
  const { sheets, properties } = await readXlsx(await workbookOf(dataset));
  return writeXlsx({
    sheets: [
      ...sheets.map(({ name, rows }) => ({ name, rows: edit(rows, name) })),
      { name: 'notes', rows: [['x']] },
    ],
    ...(properties ? { properties } : {}),
  });
}

test('what a person changes is in the proposed seeds, and a sheet of notes is left out', async () => {
  const bytes = await edited(hostile, (rows, sheet) =>
    sheet === 'firms' ? rows.map((row) => row.map((cell) => (cell === '企业' ? '新名' : cell))) : rows,
  );
  const { faults, files, unchanged, leftOut } = await proposed(bytes);
  expect([faults, unchanged, leftOut]).toEqual([[], false, ['notes']]);
  expect(files.get('firms.yaml')).toContain('name: 新名');
});

test('what cannot be read is reported with sheet, row and column', async () => {
  const bytes = await edited(hostile, (rows, sheet) => {
    if (sheet === 'zones') return rows.map((row, at) => (at === 0 ? row : ['zone:z', '[a', ...row.slice(2)]));
    if (sheet === 'firms.figures') return [...rows, ['firm:none', 'REVENUE'], ['', 'REVENUE']];
    if (sheet === 'agencies') return [...rows, ['agency:a0', '又一'], [...row0(rows), 'name']];
    if (sheet === 'policies') return rows.map((row) => row.map((cell) => (cell === 'p1' ? 'p1|p2' : cell)));
    return rows;
  });
  const { faults, files } = await proposed(bytes);
  expect(files.size).toBe(0);
  const places = faults.map(({ sheet, row, column }) => [sheet, row, column]);
  expect(places).toEqual(
    expect.arrayContaining([
      ['zones', 2, 'name'],
      ['firms.figures', 4, 'id'],
      ['firms.figures', 5, 'id'],
      ['agencies', hostileCount() + 2, 'id'],
      ['policies', 2, 'source'],
    ]),
  );
  expect(faults.find(({ sheet }) => sheet === 'policies')?.text.en).toContain('`source` has 1, another 2');
});

test('what the check of the seeds finds is reported with sheet, row and column', async () => {
  const bytes = await edited(hostile, (rows, sheet) => {
    const at = (column: string) => row0(rows).indexOf(column);
    const set = (row: number, column: string, value: string) =>
      rows.map((cells, n) => (n === row ? cells.map((cell, c) => (c === at(column) ? value : cell)) : cells));
    if (sheet === 'firms.figures') return set(2, 'period', '2O24');
    if (sheet === 'firms.places') return set(1, 'to', 'zone:none');
    if (sheet === 'policies') return set(1, 'issuedOn', '2024-13');
    return sheet === 'zones' ? set(1, 'source', 'source:none') : rows;
  });
  const { diagnostics, faults } = await proposed(bytes);
  expect(faults).toEqual([]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message.en)).toEqual([
    expect.stringMatching(/^firms\.places row 2, to: no record has the id `zone:none`/),
    expect.stringMatching(/^firms\.figures row 3, period: `period` takes a period .*not `2O24`/),
    expect.stringMatching(/^policies row 2, issuedOn: `issuedOn` takes a date/),
    expect.stringMatching(/^zones row 2, source: no record has the id `source:none`/),
  ]);
});

function row0(rows: CellValue[][]): CellValue[] {
  return rows[0] ?? [];
}

function hostileCount(): number {
  return [...hostile.nodes.values()].filter(({ type }) => type === 'Agency').length;
}

test('a workbook of another program is not read by its columns', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'firms', rows: [['id', 'name']] }] });
  expect(await readOwnWorkbook(bytes)).toBe(undefined);
});
