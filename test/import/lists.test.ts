/** Lists as offices send them, each with its map, the seeds proposed from it and the questions left open. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importList } from '../../src/import/import-list.ts';
import { doubtInWords } from '../../src/import/question-words.ts';
import { readSheets } from '../../src/import/read-sheets.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { openSeeds } from '../../src/seeds/files/open-seeds.ts';
import { readTexts } from '../../src/seeds/read-seeds.ts';
import { collectDiagnostics } from '../../src/seeds/written/report.ts';
import { sourceText } from '../../src/seeds/written/written.ts';

const HERE = import.meta.dirname;
const CASES = join(HERE, 'cases');
const model = readModel('schema');
const { files } = openSeeds([join(HERE, 'seeds')]);
const onHand = { result: readTexts(model, files, collectDiagnostics()), texts: files };

describe('a list', () => {
  test.each(readdirSync(CASES))('%s becomes the seeds and questions written beside it', async (name) => {
    const folder = join(CASES, name);
    const list = readdirSync(folder).find((file) => file.startsWith('list.')) ?? '';
    const map = sourceText('map.yaml', readFileSync(join(folder, 'map.yaml'), 'utf8'));
    const imported = importList(
      model,
      { file: list, sheets: await readSheets(join(folder, list)), mapText: map },
      onHand,
    );
    expect(imported).toMatchObject({ kind: 'PROPOSED' });
    if (imported.kind !== 'PROPOSED') return;
    const { text, table, questions, diagnostics } = imported.proposed;
    const open = [
      ...table.aside.map(
        ({ number, cells }) => `row ${number} left out: ${cells.find((cell) => cell.text !== '')?.text}`,
      ),
      ...table.repeated.map((row) => `row ${row} repeats the header`),
      ...questions.map(
        ({ row, heading, text: cell, about }) =>
          `row ${row ?? '-'} ${heading ?? '-'} "${cell}" ${about.kind}: ${doubtInWords(about).en}`,
      ),
      ...diagnostics.map(
        ({ line, column, code, message }) => `seeds ${line}:${column} ${code} ${message.en}`,
      ),
    ].map((line) => `${line}\n`);
    expectFile(join(folder, 'proposed.csv'), text);
    expectFile(join(folder, 'open.txt'), open.join(''));
  });
});

/** Holds a text against a file that a person has read; `UPDATE=1` writes it. */
function expectFile(path: string, text: string): void {
  if (process.env.UPDATE === '1') writeFileSync(path, text);
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
}
