/** Messages to curators about CSV tables: their columns, quotes and what Excel makes of values. */

import type { Fault } from './diagnostic.ts';
import { excelRemedy } from './excel-remedy.ts';
import { didYouMean, error, quote } from './fault.ts';
import type { Position } from './messages.ts';
import { en, type Part, type Text, zh } from './text.ts';

export const csvFaults = {
  typeUnknown: (name: string, near: string | undefined, all: readonly string[]): Fault =>
    error(
      'key/unknown',
      {
        en: `the file's name up to the first dot is ${quote(name)}, which is not a type key`,
        zh: `文件名第一个点之前是 ${quote(name)}，不是类型键`,
      },
      didYouMean(near && `${near}.csv`) ?? {
        en: `name it after one of ${all.join(', ')}`,
        zh: `请以类型键命名文件：${all.join('、')}`,
      },
    ),
  noHeader: (): Fault =>
    columns(
      { en: 'the table has no header', zh: '表格没有表头' },
      {
        en: 'write the names of properties in its first row: id, name',
        zh: '请在第一行写属性名：id, name',
      },
    ),
  noColumn: (name: string, holds: Text): Fault =>
    columns(
      { en: `this table has no column ${quote(name)}`, zh: `表格没有 ${quote(name)} 列` },
      { en: `add it: it holds ${holds.en}`, zh: `请补充这一列，填${holds.zh}` },
    ),
  columnTwice: (name: string, position: Position): Fault =>
    columns(
      {
        en: `the column ${quote(name)} is written twice, first at ${position}`,
        zh: `${quote(name)} 列写了两次，第一次在 ${position}`,
      },
      { en: 'keep one of the two', zh: '请保留一列' },
    ),
  columnUnnamed: (text: string): Fault =>
    columns(
      {
        en: `${quote(text)} is in a column without a name`,
        zh: `${quote(text)} 所在的列没有列名`,
      },
      { en: 'name the column, or empty the cell', zh: '请填写列名，或清空单元格' },
    ),
  columnUnknown: (name: string, owner: string, near: string | undefined, all: readonly string[]): Fault =>
    columns(
      { en: `${owner} has no column ${quote(name)}`, zh: `${owner} 没有 ${quote(name)} 列` },
      /[，；]/.test(name)
        ? { en: 'separate columns by a half-width comma: id,name', zh: '各列请用半角逗号分隔：id,name' }
        : (didYouMean(near) ?? { en: `it has ${all.join(', ')}`, zh: `可用的列：${all.join('、')}` }),
    ),
  columnEvidence: (name: string): Fault =>
    columns(
      { en: `${quote(name)} is not a column of a table`, zh: `表格中不用 ${quote(name)} 列` },
      {
        en: 'the columns `source` and `locator` are the evidence of their row, `checkedBy` and `checkedOn` its check',
        zh: '`source` 和 `locator` 两列即为该行的依据，`checkedBy` 和 `checkedOn` 两列为其复核',
      },
    ),
  columnNotFlat: (name: string, example: string | undefined): Fault =>
    columns(
      { en: `${quote(name)} does not fit into one cell`, zh: `${quote(name)} 无法写在一个单元格里` },
      example === undefined
        ? { en: 'write these records in a YAML file', zh: '请把这些记录写在 YAML 文件中' }
        : {
            en: `write a column for each part: ${quote(example)}`,
            zh: `请为每个部分各设一列：${quote(example)}`,
          },
    ),
  columnNoParts: (name: string, whole: string): Fault =>
    columns(
      { en: `${quote(name)} has no parts`, zh: `${quote(name)} 不分部分` },
      { en: `write the column as ${quote(whole)}`, zh: `列名请写作 ${quote(whole)}` },
    ),
  tooManyColumns: (most: number): Fault =>
    columns(
      { en: `the table has more than ${most} columns`, zh: `表格超过 ${most} 列` },
      { en: 'delete the empty ones', zh: '请删去空列' },
    ),
  tooManyRows: (most: number): Fault =>
    columns({ en: `the table has more than ${most} rows`, zh: `表格超过 ${most} 行` }, SPLIT),
  tooManyCells: (most: number): Fault =>
    columns(
      { en: `the table has more than ${most} filled cells`, zh: `表格中填有内容的单元格超过 ${most} 个` },
      SPLIT,
    ),
  cellTooLong: (length: number, most: number): Fault =>
    columns(
      {
        en: `this cell has ${length} characters, more than the ${most} allowed`,
        zh: `这个单元格有 ${length} 个字符，超过上限 ${most} 个`,
      },
      {
        en: 'a quote may not be closed where it should be',
        zh: '可能有引号没有在应在之处闭合',
      },
    ),
  rowTooLong: (cells: number, header: number): Fault =>
    columns(
      {
        en: `this row has ${cells} cells, and the header ${header}`,
        zh: `这一行有 ${cells} 个单元格，而表头有 ${header} 个`,
      },
      {
        en: 'put a text that holds the separator in quotes: "甲, 乙"',
        zh: '含有分隔符的文本请加引号："甲, 乙"',
      },
    ),
  quoteOpen: (): Fault =>
    columns(
      {
        en: 'the quote that opens here is not closed where the cell ends',
        zh: '此处的引号到单元格末尾没有闭合',
      },
      {
        en: 'close it; a quote inside a quoted text is written twice: ""',
        zh: '请闭合；引号内的引号要写两次：""',
      },
    ),
  textAfterQuote: (): Fault =>
    columns(
      { en: 'there is a text after the closing quote', zh: '闭合的引号之后还有文本' },
      { en: 'write a quote inside a quoted text twice: ""', zh: '引号内的引号要写两次：""' },
    ),
  carriageReturns: (): Fault =>
    columns(
      { en: 'the lines end in a carriage return alone', zh: '各行只以回车符（CR）结尾' },
      {
        en: 'save it as “CSV UTF-8”, not as “CSV (Macintosh)”',
        zh: '请另存为“CSV UTF-8”，不要存为“CSV（Macintosh）”',
      },
    ),
  locators: (sources: number, locators: number): Fault =>
    columns(
      {
        en: `this row has ${sources} sources and ${locators} locators`,
        zh: `这一行有 ${sources} 个来源、${locators} 个出处位置`,
      },
      {
        en: 'write a locator for each source in the same order, separated by | (empty for one that needs none), or a row for each',
        zh: '请按来源的顺序逐一填写出处位置，以 | 分隔（不需要的留空），或每个来源各写一行',
      },
    ),
  checks: (column: string, pieces: number, checks: number): Fault =>
    columns(
      {
        en: `${quote(column)} has ${checks} parts, and this row has ${pieces === 1 ? 'one piece' : `${pieces} pieces`} of evidence`,
        zh: `${quote(column)} 有 ${checks} 部分，而这一行有 ${pieces} 条依据`,
      },
      {
        en: 'write one for all, or one for each in the same order, separated by | (empty where there is no check)',
        zh: '请只写一个（适用于全部依据），或按依据的顺序逐一填写，以 | 分隔（未复核的留空）',
      },
    ),
  fillIn: (column: string): Text => ({
    en: `fill in the column ${quote(column)}`,
    zh: `请填写 ${quote(column)} 列`,
  }),
  onlyOne: (name: string): Fault =>
    error(
      'value/type',
      {
        en: `${quote(name)} takes one id, and this cell has several`,
        zh: `${quote(name)} 只能填一个 id，而这个单元格有多个`,
      },
      KEEP_ONE,
    ),
  refSeveral: (text: string, name: string, parts: readonly string[], one: boolean): Fault =>
    error(
      'ref/unknown',
      { en: `no record has the id ${quote(text)}`, zh: `没有 id 为 ${quote(text)} 的记录` },
      one
        ? {
            en: `${quote(name)} takes one id: keep the one that is meant`,
            zh: `${quote(name)} 只能填一个 id：请保留所指的一个`,
          }
        : {
            en: `write a row for each, or all of them in the column ${quote(name)}, separated by |: ${quote(parts.join('|'))}`,
            zh: `请每个 id 各写一行，或都写在 ${quote(name)} 列，以 | 分隔：${quote(parts.join('|'))}`,
          },
    ),
  evidenceMissing: (what: Part): Fault =>
    error(
      'evidence/missing',
      { en: `${en(what)} has no evidence`, zh: `${zh(what)} 没有注明依据` },
      {
        en: 'fill in `source` and `locator` of its row',
        zh: '请填写该行的 `source` 和 `locator`',
      },
    ),
  rowEvidenceMissing: (id: string): Fault =>
    error(
      'evidence/missing',
      { en: `this row of ${quote(id)} names no source`, zh: `${quote(id)} 的这一行没有写明来源` },
      {
        en: 'fill in `source` and `locator` of the row: those of other rows are not its evidence',
        zh: '请填写该行的 `source` 和 `locator`：其他行的依据不适用于这一行',
      },
    ),
  rowsDisagree: (id: string, name: string, text: string, first: string, position: Position): Fault =>
    error(
      'id/duplicate',
      {
        en: `${quote(name)} of ${quote(id)} is ${quote(text)} here and ${quote(first)} at ${position}`,
        zh: `${quote(id)} 的 ${quote(name)} 在这里是 ${quote(text)}，在 ${position} 是 ${quote(first)}`,
      },
      {
        en: 'rows with one id are one record: write the same in both, or leave one empty',
        zh: '同一 id 的各行是同一条记录：请写得一致，或将其中一处留空',
      },
    ),
  spoilt: (name: string, text: string): Fault =>
    error(
      'value/format',
      {
        en: `${quote(text)} is what Excel shows for a value of ${quote(name)}, not the value`,
        zh: `${quote(text)} 是 Excel 对 ${quote(name)} 的显示，不是原值`,
      },
      excelRemedy(text),
    ),
} as const;

const SPLIT: Text = {
  en: 'split the file: firms.a.csv, firms.b.csv',
  zh: '请拆分文件：firms.a.csv、firms.b.csv',
};
const KEEP_ONE: Text = { en: 'keep the one that is meant', zh: '请保留所指的一个' };

function columns(message: Text, hint?: Text | undefined): Fault {
  return error('csv/columns', message, hint);
}
