/** Whether a file is a table, which people fill in by columns and Excel may have spoilt. */

import { excelRemedy } from '../../diagnostics/excel-remedy.ts';
import type { Span } from './written.ts';

/** Whether a file is a table, by its name. */
export function isTable(file: string): boolean {
  return /\.csv$/i.test(file);
}

/** Whether a text of any sort is reported when its cell is read, as what Excel shows in place of a value. */
export function isSpoiltCell(text: string, { source }: Span): boolean {
  return isTable(source.file) && excelRemedy(text) !== undefined;
}
