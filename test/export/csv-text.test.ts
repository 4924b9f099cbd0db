/** Cells that spreadsheets show and do not run. */

import { expect, test } from 'vitest';
import { csvRow, spreadsheetCell } from '../../src/export/forms/csv-text.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+86 21', "'+86 21"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['＝1+1', "'＝1+1"],
  ['a=1', 'a=1'],
  ['甲,乙', '"甲,乙"'],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
])('a cell with the text %j is written %j', (text, written) => {
  expect(spreadsheetCell(text, false)).toBe(written);
});

test('a negative number stays one where its column holds numbers, and nothing else does', () => {
  expect(spreadsheetCell('-5', true)).toBe('-5');
  expect(spreadsheetCell('-0.25', true)).toBe('-0.25');
  expect(spreadsheetCell('-1+cmd', true)).toBe("'-1+cmd");
  expect(spreadsheetCell('-5 CNY', false)).toBe("'-5 CNY");
});

test('a row ends as the standard has it', () => {
  expect(csvRow(['a', 'b'])).toBe('a,b\r\n');
});
