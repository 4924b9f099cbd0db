/** A file → its sheets: a workbook, or a CSV file. */

import { readFileSync, statSync } from 'node:fs';
import { splitCsv } from '../seeds/csv/split-csv.ts';
import { readText } from '../seeds/files/read-text.ts';
import { collectDiagnostics } from '../seeds/written/report.ts';
import { readWorkbook } from './read-workbook.ts';
import { cellOf, type Sheet, UnreadableList } from './sheet.ts';

/**
 * Reads a list.
 * @param path a path that ends in `.xlsx` or `.csv`
 * @throws UnreadableList where it is neither, or cannot be read
 */
export async function readSheets(path: string): Promise<readonly Sheet[]> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new UnreadableList({ en: 'There is no such file.', zh: '未找到该文件。' });
  if (/\.xlsx$/i.test(path)) return readWorkbook(readFileSync(path));
  if (/\.csv$/i.test(path)) return [readCsv(path)];
  throw new UnreadableList({
    en: 'It is neither .xlsx nor .csv. Open it in Excel and save it as .xlsx; copy a table of a document into a sheet first.',
    zh: '不是 .xlsx 或 .csv。请用 Excel 打开，另存为 .xlsx；文档中的表格请先复制到工作表。',
  });
}

function readCsv(path: string): Sheet {
  const { report, sorted } = collectDiagnostics();
  const { source } = readText({ path, file: path }, report);
  const rows = splitCsv(source, report);
  const [fault] = sorted().filter(({ severity }) => severity === 'error');
  if (fault) {
    const { line, message, hint } = fault;
    throw new UnreadableList({
      en: `Line ${line}: ${message.en}${hint === undefined ? '' : ` (${hint.en})`}.`,
      zh: `第 ${line} 行：${message.zh}${hint === undefined ? '' : `（${hint.zh}）`}。`,
    });
  }
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  let line = 1;
  let from = 0;
  return {
    name: undefined,
    rows: rows.map(({ cells, span }) => {
      for (; from < span.start; from += 1) if (source.text[from] === '\n') line += 1;
      return { number: line, cells: Array.from({ length: width }, (_, at) => cellOf(cells[at]?.text ?? '')) };
    }),
  };
}
