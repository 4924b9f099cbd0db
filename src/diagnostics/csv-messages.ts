/** What is said to a curator of CSV tables: their columns, quotes and what Excel makes of values. */

import type { Fault } from './diagnostic.ts';
import { excelRemedy } from './excel-remedy.ts';
import { error, type Place, quote } from './messages.ts';

export const csvFaults = {
  typeUnknown: (name: string, near: string | undefined, all: readonly string[]): Fault =>
    error(
      'key/unknown',
      `the file's name up to the first dot is ${quote(name)}, which is not a type key`,
      near === undefined ? `name it after one of ${all.join(', ')}` : `did you mean ${quote(`${near}.csv`)}?`,
    ),
  noHeader: (): Fault =>
    columns('the table has no header', 'write the names of properties in its first row: id, name'),
  noColumn: (name: string, holds: string): Fault =>
    columns(`this table has no column ${quote(name)}`, `add it: it holds ${holds}`),
  columnTwice: (name: string, place: Place): Fault =>
    columns(`the column ${quote(name)} is written twice, first at ${place}`, 'keep one of the two'),
  columnUnnamed: (text: string): Fault =>
    columns(`${quote(text)} is in a column without a name`, 'name the column, or empty the cell'),
  columnUnknown: (name: string, owner: string, near: string | undefined, all: readonly string[]): Fault =>
    columns(
      `${owner} has no column ${quote(name)}`,
      /[，；]/.test(name)
        ? 'separate columns by a half-width comma: id,name'
        : near === undefined
          ? `it has ${all.join(', ')}`
          : `did you mean ${quote(near)}?`,
    ),
  columnEvidence: (name: string): Fault =>
    columns(
      `${quote(name)} is not a column of a table`,
      'the columns `source` and `locator` are the evidence of their row',
    ),
  columnNotFlat: (name: string, example: string | undefined): Fault =>
    columns(
      `${quote(name)} does not fit into one cell`,
      example === undefined
        ? 'write these records in a YAML file'
        : `write a column for each part: ${quote(example)}`,
    ),
  columnNoParts: (name: string, whole: string): Fault =>
    columns(`${quote(name)} has no parts`, `write the column as ${quote(whole)}`),
  tooManyColumns: (most: number): Fault =>
    columns(`the table has more than ${most} columns`, 'delete the empty ones'),
  tooManyRows: (most: number): Fault =>
    columns(`the table has more than ${most} rows`, 'split the file: firms.a.csv, firms.b.csv'),
  tooManyCells: (most: number): Fault =>
    columns(`the table has more than ${most} filled cells`, 'split the file: firms.a.csv, firms.b.csv'),
  cellTooLong: (length: number, most: number): Fault =>
    columns(
      `this cell has ${length} characters, more than the ${most} allowed`,
      'a quote may not be closed where it should be',
    ),
  rowTooLong: (cells: number, header: number): Fault =>
    columns(
      `this row has ${cells} cells, and the header ${header}`,
      'put a text that holds the separator in quotes: "甲, 乙"',
    ),
  quoteOpen: (): Fault =>
    columns(
      'the quote that opens here is not closed where the cell ends',
      'close it; a quote inside a quoted text is written twice: ""',
    ),
  quoteStray: (): Fault =>
    columns('there is a text after the closing quote', 'write a quote inside a quoted text twice: ""'),
  carriageReturns: (): Fault =>
    columns('the lines end in a carriage return alone', 'save it as “CSV UTF-8”, not as “CSV (Macintosh)”'),
  locators: (sources: number, locators: number): Fault =>
    columns(
      `this row has ${sources} sources and ${locators} locators`,
      'write a locator for each source in the same order, separated by | (empty for one that needs none), or a row for each',
    ),
  fillIn: (column: string): string => `fill in the column ${quote(column)}`,
  onlyOne: (name: string): Fault =>
    error(
      'value/type',
      `${quote(name)} takes one id, and this cell has several`,
      'keep the one that is meant',
    ),
  refSeveral: (text: string, name: string, parts: readonly string[], one: boolean): Fault =>
    error(
      'ref/unknown',
      `no record has the id ${quote(text)}`,
      one
        ? `${quote(name)} takes one id: keep the one that is meant`
        : `write a row for each, or all of them in the column ${quote(name)}, separated by |: ${quote(parts.join('|'))}`,
    ),
  evidenceMissing: (what: string): Fault =>
    error('evidence/missing', `${what} has no evidence`, 'fill in `source` and `locator` of its row'),
  rowEvidenceMissing: (id: string): Fault =>
    error(
      'evidence/missing',
      `this row of ${quote(id)} names no source`,
      'fill in `source` and `locator` of the row: those of other rows are not its evidence',
    ),
  rowsDisagree: (id: string, name: string, text: string, first: string, place: Place): Fault =>
    error(
      'id/duplicate',
      `${quote(name)} of ${quote(id)} is ${quote(text)} here and ${quote(first)} at ${place}`,
      'rows with one id are one record: write the same in both, or leave one empty',
    ),
  spoilt: (name: string, text: string): Fault =>
    error(
      'value/format',
      `${quote(text)} is what Excel shows for a value of ${quote(name)}, not the value`,
      excelRemedy(text),
    ),
} as const;

function columns(message: string, hint?: string | undefined): Fault {
  return error('csv/columns', message, hint);
}
