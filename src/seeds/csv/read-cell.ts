/** A cell of a table → the text or texts in it, without what Excel adds, and what Excel has spoilt is reported. */

import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { excelRemedy } from '../../diagnostics/excel-remedy.ts';
import type { Report } from '../written/report.ts';
import { plainScalar, type Span, type WrittenScalar } from '../written/written.ts';
import type { Column } from './read-columns.ts';
import type { CsvCell } from './split-csv.ts';

/** The texts of a cell that holds a list. */
export interface CellTexts {
  readonly text: string;
  readonly items: readonly WrittenScalar[];
  /** The items, and an empty one where two separators meet. */
  readonly parts: readonly WrittenScalar[];
  readonly span: Span;
}

/** What parts the items of a list in one cell. */
export const LIST_SEPARATOR = '|';
/** Excel's mark that a number or a formula is a text; before anything else an apostrophe is the text's own. */
const TEXT_MARK = /^'(?=[\d=+\-@])/;

/** The text of a cell. What is spoilt in a column of numbers or dates is reported when those are read. */
export function textOfCell(cell: CsvCell, column: Column, report: Report): WrittenScalar {
  const text = cell.text.replace(TEXT_MARK, '');
  if (column.free && excelRemedy(text)) report(cell.span, csvFaults.spoilt(column.name, text));
  return scalarOf(text, cell.span, cell);
}

/** A text of a cell; without quotes `null` is no value, as databases write it. */
function scalarOf(text: string, span: Span, { span: { source, start } }: CsvCell): WrittenScalar {
  return source.text[start] === '"' ? { form: 'text', text, span } : plainScalar(text, span);
}

/** The texts of a cell, parted by `|`; nothing between two is nothing. */
export function textsOfCell(cell: CsvCell, column: Column, report: Report): CellTexts {
  const { text, span } = textOfCell(cell, column, report);
  const { source } = span;
  if (!text.includes(LIST_SEPARATOR)) {
    const items = [scalarOf(text, span, cell)];
    return { text, items, parts: items, span };
  }
  const start = cell.textStart === undefined ? undefined : cell.textStart + cell.text.length - text.length;
  let at = 0;
  const parts = text.split(LIST_SEPARATOR).map((part): WrittenScalar => {
    const item = part.trim();
    const from = at + part.indexOf(item);
    at += part.length + 1;
    const own = start === undefined ? span : { source, start: start + from, end: start + from + item.length };
    return scalarOf(item, own, cell);
  });
  return { text, items: parts.filter((part) => part.text !== ''), parts, span };
}
