/** What is wrong with a list is named by the sheet, row and cell of the person's own file, with what to do. */

import { expect, test } from 'vitest';
import { importList } from '../../src/import/import-list.ts';
import { doubtInWords } from '../../src/import/question-words.ts';
import { cellOf, type Sheet } from '../../src/import/sheet.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readTexts } from '../../src/seeds/read-seeds.ts';
import { collectDiagnostics } from '../../src/seeds/written/report.ts';
import { sourceText } from '../../src/seeds/written/written.ts';
import { SEEDS } from './edition/made-list.ts';

const model = readModel('schema');
const MAP = `source: source:list-2024
type: firms
columns:
  企业名称: name
  代码: uscc
  成立: foundedOn
  地址: { to: places.to, types: [Region] }
  起: places.validFrom
  止: places.validTo
  角色: { to: places.role, values: { 注册地: REGISTERED } }
  营收: { to: figures.value, with: { figures.attribute: REVENUE, figures.period: 2023 } }
  从业: { to: figures.value, with: { figures.attribute: EMPLOYEES, figures.period: 2023 } }
names: { 某区: region:none }
with: { titles.title: 专精特新, titles.validFrom: 2024-13 }
`;

const HEADER = '企业名称,代码,成立,地址,起,止,角色,营收,从业';

function sheetOf(rows: readonly string[], name: string | undefined): Sheet {
  return {
    name,
    rows: rows.map((row, at) => ({
      number: at + 2,
      cells: row.split(',').map((text) => cellOf(text)),
    })),
  };
}

function proposedOf(sheets: readonly Sheet[], map = MAP) {
  const texts = [{ source: sourceText('all.yaml', SEEDS), sound: true, marked: false }];
  const result = readTexts(model, texts, collectDiagnostics());
  const list = { file: 'list.xlsx', sheets, mapText: sourceText('map.yaml', map) };
  const imported = importList(model, list, { result, texts });
  if (imported.kind !== 'PROPOSED') throw new Error(JSON.stringify(imported.diagnostics));
  return imported.proposed;
}

const faultsOf = (rows: readonly string[], name: string | undefined) =>
  proposedOf([sheetOf([HEADER, ...rows], name)]).diagnostics;

const questionsOf = (...given: Parameters<typeof proposedOf>) =>
  proposedOf(...given).questions.map(
    ({ row, heading, about }) => `${row ?? heading} ${about.kind}: ${doubtInWords(about).en}`,
  );

test('each fault of a row names its sheet, row, heading and cell, and a fault of the map is one', () => {
  const faults = faultsOf(
    [
      '安柏有限公司,91310115MA1K3X,2024年2月30日,闵行区,2020,2019,注册地,3亿元,12人',
      '岑德有限公司,,2011,某区,,,总部所在,好,十来人',
      '尔法有限公司,,2011,闵行区,,,注册地,3亿元,十来人',
    ],
    '表1',
  );
  expect(faults.map(({ code, message }) => `${code} ${message.en}`)).toEqual([
    expect.stringMatching(/^code\/checksum 表1 row 3, 代码 "91310115MA1K3X": `91310115MA1K3X` is not/),
    expect.stringMatching(/^value\/format 表1 row 3, 成立 "2024年2月30日": `foundedOn` takes a date/),
    expect.stringMatching(/^date\/order 表1 row 3, 止 "2019": `validTo` 2019 is before/),
    expect.stringMatching(/^value\/format `titles.validFrom` of the map: `validFrom` takes a date/),
    expect.stringMatching(/^ref\/unknown 表1 row 4, 地址 "某区": no record has the id `region:none`/),
    expect.stringMatching(/^value\/enum 表1 row 4, 角色 "总部所在": `总部所在` is not a value of `role`/),
    expect.stringMatching(/^value\/format 表1 row 4, 营收 "好": `value` takes a number/),
  ]);
  expect(faultsOf(['安柏有限公司,,2月30日'], undefined)[0]?.message.zh).toMatch(/^第3行，成立“2月30日”：/);
});

test('a heading of another unit than the map has is asked, and nothing is read', () => {
  const sheet = sheetOf([HEADER.replace('营收', '营收（亿元）'), '安柏有限公司,,,,,,,3,'], '表1');
  const map = (unit: string) => MAP.replace('营收: {', `营收（亿元）: { unit: ${unit},`);
  expect(questionsOf([sheet], map('万元'))).toEqual([
    '营收（亿元） HEADING_UNIT: The heading says 亿元, and `unit` of the map is 万元. Write the right one in the map.',
  ]);
  expect(questionsOf([sheet], map('亿元'))).toEqual([]);
});

test('a second table on the sheet is named by its header row, and is not read', () => {
  const sheet = sheetOf([HEADER, '安柏有限公司,,2011', '企业名称,园区,面积', '某园有限公司,某园,3'], '表1');
  expect(questionsOf([sheet])).toEqual([expect.stringMatching(/^4 OTHER_TABLE: .* Copy that table/)]);
  expect(proposedOf([sheet])).toMatchObject({ created: 1 });
});

test('a sheet that is hidden, or not there, is named with what to do', () => {
  const hidden: Sheet = { name: '名单', rows: [], isHidden: true };
  const notes = sheetOf(['甲,乙'], '说明');
  expect(() => proposedOf([notes, hidden])).toThrow(/Hidden sheets are not read \("名单"\): show/);
  expect(() => proposedOf([notes], `${MAP}sheet: 名单\n`)).toThrow(/the sheets are "说明"\. Correct `sheet`/);
});

test('a type that the map names and the model does not have is a fault of the map', () => {
  const map = MAP.replace('[Region]', '[Regions]');
  expect(() => proposedOf([sheetOf([HEADER], '表1')], map)).toThrow(
    /value\/enum.*`Regions` is not.*`Region`/,
  );
});
