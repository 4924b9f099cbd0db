/** What an import found, proposes and asks: printed for people and for scripts. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../diagnostics/text.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { ProposedSeeds } from '../../import/import-list.ts';
import type { Question } from '../../import/question.ts';
import { doubtInWords } from '../../import/question-words.ts';
import type { SheetRow } from '../../import/sheet.ts';
import { type SourceText, sourceText } from '../../seeds/written/written.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from '../terminal/diagnostics-json.ts';
import { plural } from '../terminal/plural.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Behind the name of a proposed table that a newer one has replaced: no seed file ends so. */
const EARLIER = '.bak';

/** Reports the faults of a map. */
export function reportMapFaults(
  { terminal, json }: { readonly terminal: Terminal; readonly json: boolean },
  { file, text }: SourceText,
  faults: readonly Diagnostic[],
): void {
  const rendering = { colour: terminal.colourResults, language: terminal.language };
  if (json) terminal.result(diagnosticsJson(faults));
  else
    for (const paragraph of diagnosticParagraphs(faults, new Map([[file, text]]), rendering))
      terminal.result(paragraph);
  terminal.say({
    en: `The map has ${plural(faults.length, 'fault')}: nothing was imported.`,
    zh: `映射文件有错误 ${faults.length} 处，未导入。`,
  });
}

/**
 * The text of a map.
 * @throws UsageError where there is no such file
 */
export function readMapFile(map: string): SourceText {
  if (!existsSync(map))
    throw new UsageError({
      en: visibleText(`--map names a file; there is no file "${map}"`),
      zh: visibleText(`--map 应为文件；未找到“${map}”`),
    });
  return sourceText(map, readFileSync(map, 'utf8'));
}

/** Writes the proposed table; a different one that is there is kept beside it, which is reported. */
export function writeProposed(terminal: Terminal, path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const replaces = existsSync(path) && readFileSync(path, 'utf8') !== text;
  if (replaces) renameSync(path, `${path}${EARLIER}`);
  writeFileSync(path, text);
  if (replaces)
    terminal.say({
      en: visibleText(`The earlier proposal is kept as ${path}${EARLIER}.`),
      zh: visibleText(`原有的建议表已另存为 ${path}${EARLIER}。`),
    });
}

/** Whether a person has to decide or to correct something. */
export function isOpen({ questions, diagnostics }: ProposedSeeds): boolean {
  return questions.length > 0 || diagnostics.some(({ severity }) => severity === 'error');
}

/** What was found in the file, the faults of what is proposed, and the open questions, as lines. */
export function reportProposed(
  terminal: Terminal,
  file: string,
  proposed: ProposedSeeds,
  between: readonly Text[] = [],
): void {
  const { diagnostics, questions, text } = proposed;
  const rendering = { colour: terminal.colourResults, language: terminal.language };
  const sources = new Map(diagnostics.map((each) => [each.file, text]));
  for (const line of tableWords(file, proposed)) terminal.result(line);
  for (const line of between) terminal.result(visible(line));
  for (const paragraph of diagnosticParagraphs(diagnostics, sources, rendering)) terminal.result(paragraph);
  for (const line of questionsWords(questions)) terminal.result(line);
}

/** A proposal as `--json` prints it. */
export function proposedJson(file: string, path: string | null, proposed: ProposedSeeds) {
  const { table, created, continued, questions, diagnostics } = proposed;
  return {
    file,
    sheet: table.sheet ?? null,
    headerRow: table.headerRow,
    rows: table.rows.length,
    leftOut: table.aside.map((row) => ({ row: row.number, text: firstText(row) })),
    proposed: path,
    created,
    continued,
    questions: questions.map(({ row, heading, text, about }) => ({
      ...{ row: row ?? null, heading: heading ?? null, text, kind: about.kind },
      message: doubtInWords(about).en,
      candidates:
        'likely' in about ? about.likely.map(({ id, judgement }) => ({ id, score: judgement.score })) : [],
    })),
    faults: JSON.parse(diagnosticsJson(diagnostics)),
  };
}

function firstText({ cells }: SheetRow): string {
  return cells.find(({ text }) => text !== '')?.text ?? '';
}

/** What was found in the file, and what was kept out. */
function tableWords(file: string, { table }: ProposedSeeds): readonly Text[] {
  const { sheet, headerRow, rows, aside, repeated } = table;
  return [
    {
      en: `${file}${sheet === undefined ? '' : `, sheet "${sheet}"`}: header in row ${headerRow}, ${plural(rows.length, 'row')} below it.`,
      zh: `${file}${sheet === undefined ? '' : `，工作表“${sheet}”`}：表头在第 ${headerRow} 行，其下共 ${rows.length} 行。`,
    },
    ...repeated.map((row) => ({ en: `Row ${row} repeats the header.`, zh: `第 ${row} 行重复表头。` })),
    ...(aside.length === 0 ? [] : [{ en: 'Titles and notes, left out:', zh: '标题和附注，未导入：' }]),
    ...aside.map((row) => ({
      en: `  row ${row.number}: ${firstText(row)}`,
      zh: `  第 ${row.number} 行：${firstText(row)}`,
    })),
  ].map(visible);
}

function questionsWords(questions: readonly Question[]): readonly Text[] {
  if (questions.length === 0) return [];
  const title = {
    en: `${plural(questions.length, 'open question')}:`,
    zh: `待确认 ${questions.length} 项：`,
  };
  const lines = questions.map(({ row, heading, text, about }): Text => {
    const doubt = doubtInWords(about);
    const cell = text === '' ? { en: '', zh: '' } : { en: ` "${text}"`, zh: `“${text}”` };
    const at = (rowWords: string, separator: string) =>
      [row === undefined ? [] : rowWords, heading ?? []].flat().join(separator);
    return {
      en: `  ${at(`row ${row}`, ', ')}${cell.en}: ${doubt.en}`,
      zh: `  ${at(`第 ${row} 行`, '，')}${cell.zh}：${doubt.zh}`,
    };
  });
  return [title, ...lines].map(visible);
}

/** A text whose control characters are shown. */
export function visible({ en, zh }: Text): Text {
  return { en: visibleText(en), zh: visibleText(zh) };
}
