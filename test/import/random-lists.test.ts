/** Random lists, written as offices write them: nothing is lost on the way, and nothing is made up. */

import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { importList } from '../../src/import/import-list.ts';
import { readWorkbook } from '../../src/import/read-workbook.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { openSeeds } from '../../src/seeds/files/open-seeds.ts';
import { readTexts } from '../../src/seeds/read-seeds.ts';
import { collectDiagnostics } from '../../src/seeds/written/report.ts';
import { sourceText } from '../../src/seeds/written/written.ts';

const model = readModel('schema');
const { files } = openSeeds([join(import.meta.dirname, 'seeds')]);
const onHand = { result: readTexts(model, files, collectDiagnostics()), texts: files };

const MAP = `source: source:example-list
type: firms
columns:
  序号: rowNumber
  企业名称: name
  成立日期: foundedOn
  从业人数: { to: figures.value, unit: 人, with: { figures.attribute: EMPLOYEES, figures.period: 2023 } }
`;

/** A month, in one of the forms of offices, and as seeds write it. */
const month = fc
  .tuple(
    fc.integer({ min: 1990, max: 2024 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([year, of, form]) => ({
    cell:
      [
        `${year}年${of}月`,
        `${year}.${of}`,
        `${year}/${String(of).padStart(2, '0')}`,
        `${year}-${String(of).padStart(2, '0')}`,
      ][form] ?? '',
    value: `${year}-${String(of).padStart(2, '0')}`,
  }));
const staff = fc
  .tuple(fc.integer({ min: 1000, max: 999_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([count, form]) => ({
    cell:
      [
        count,
        String(count),
        count.toLocaleString('en'),
        String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      ][form] ?? count,
    value: `${count}人`,
  }));
const nothing = fc.constantFrom('', '-', '—', '无', '/').map((cell) => ({ cell, value: '' }));
/** Characters that no record of the seeds has: names are made of different ones, so that no two are alike. */
const SYLLABLES = '阿贝茨德鄂法格赫伊杰克勒姆恩欧佩屈尔斯特乌维沃克斯伊泽';
const name = fc
  .uniqueArray(fc.integer({ min: 0, max: SYLLABLES.length - 1 }), { minLength: 4, maxLength: 4 })
  .map((at) => `${at.map((each) => SYLLABLES[each]).join('')}有限公司`);

const list = fc.record({
  titles: fc.array(fc.constantFrom('附件', '2024年名单', '单位：万元'), { maxLength: 3 }),
  firms: fc.uniqueArray(
    fc.record({ name, founded: fc.oneof(month, nothing), staff: fc.oneof(staff, nothing) }),
    { minLength: 1, maxLength: 12, selector: (firm) => firm.name },
  ),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  notes: fc.array(fc.constantFrom('注：略', '2.下同'), { maxLength: 2 }),
  repeatAt: fc.option(fc.nat({ max: 11 })),
});

test('every row of a random list is proposed with just its values, or asked back', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(list, async ({ titles, firms, order, notes, repeatAt }) => {
      const arranged = (cells: readonly unknown[]) => order.map((at) => cells[at]);
      const header = arranged(['序号', '企业名称', '成立日期', '从业人数']);
      const rows = firms.flatMap((firm, at) => [
        ...(at > 0 && at === repeatAt ? [header] : []),
        arranged([at + 1, firm.name, firm.founded.cell, firm.staff.cell]),
      ]);
      const all = [...titles.map((title) => [title]), header, ...rows, ...notes.map((note) => [note])];
      const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: all as (string | number)[][] }] });
      const sheets = await readWorkbook(bytes);
      const mapText = sourceText('map.yaml', MAP);
      const imported = importList(model, { file: 'list.xlsx', sheets, mapText }, onHand);
      if (imported.kind !== 'PROPOSED') throw new Error('the map has faults');
      const { text, questions, table } = imported.proposed;
      expect(table.aside.length).toBe(titles.length + notes.length);
      const proposed = readProposed(text);
      const asked = new Set(questions.map(({ text: cell }) => cell));
      for (const [at, firm] of firms.entries()) {
        const own = proposed.filter((row) => row.locator === `序号${at + 1}`);
        if (own.length === 0) expect(asked).toContain(firm.name);
        else {
          expect(own.map((row) => row.name).filter(Boolean)).toEqual([firm.name]);
          expect(own.map((row) => row.foundedOn ?? '').join('')).toBe(firm.founded.value);
          expect(own.map((row) => row['figures.value'] ?? '').join('')).toBe(firm.staff.value);
        }
      }
      const rowsProposed = new Set(proposed.map((row) => row.locator)).size;
      expect(rowsProposed + questions.filter(({ row }) => row !== undefined).length).toBe(firms.length);
    }),
    { numRuns: 40 },
  );
});

function readProposed(text: string): readonly Readonly<Record<string, string>>[] {
  const [columns = [], ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])));
}
