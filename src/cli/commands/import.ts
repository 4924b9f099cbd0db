/** `kg import FILE`: a list in `.xlsx` or `.csv` → proposed seeds and open questions, without a database. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../diagnostics/text.ts';
import { TextError } from '../../diagnostics/text-error.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { findTable } from '../../import/find-table.ts';
import { importList, type ProposedSeeds } from '../../import/import-list.ts';
import type { Question } from '../../import/question.ts';
import { doubtInWords } from '../../import/question-words.ts';
import { readSheets } from '../../import/read-sheets.ts';
import { type Sheet, type SheetRow, UnreadableList } from '../../import/sheet.ts';
import { suggestMap } from '../../import/suggest-map.ts';
import { readOwnWorkbook } from '../../import/workbook/read-own-workbook.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { openSeeds } from '../../seeds/files/open-seeds.ts';
import { readTexts } from '../../seeds/read-seeds.ts';
import { collectDiagnostics } from '../../seeds/written/report.ts';
import { sourceText } from '../../seeds/written/written.ts';
import { type Command, type CommandContext, SCHEMA_FOLDER } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { importWorkbook } from '../steps/import-workbook.ts';
import { refuseAmongSeeds } from '../steps/refuse-among-seeds.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from '../terminal/diagnostics-json.ts';
import { plural } from '../terminal/plural.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg import`. */
export interface ImportOptions {
  readonly map?: string;
  readonly suggest?: boolean;
  readonly type?: string;
  readonly out: string;
}

/** Behind the name of a proposed table that a newer one has replaced: no seed file ends so. */
const EARLIER = '.bak';

/** Writes the proposed table and lists what is open; the graph and the seeds stay as they are. */
export const importFile: Command<ImportOptions> = async (context, options) => {
  const [file = ''] = context.operands;
  const { map, suggest, type } = options;
  const model = readModel(SCHEMA_FOLDER);
  try {
    const own = map === undefined && suggest !== true ? await ownWorkbook(file) : undefined;
    if (own) return await importWorkbook(context, file, own, options.out);
    if ((map === undefined) === (suggest !== true))
      throw new UsageError({
        en: 'name a map with --map, or print a first one with --suggest: kg import list.xlsx --suggest > list.map.yaml',
        zh: '请用 --map 指定映射文件，或用 --suggest 生成初稿：kg import list.xlsx --suggest > list.map.yaml',
      });
    const sheets = await readSheets(file);
    if (map !== undefined) return runImport(context, { file, map, out: options.out, sheets });
    context.terminal.result(suggestMap(model, firstTable(sheets), type).trimEnd());
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error;
    const about = (text: string) => visibleText(`${file}: ${text}`);
    const { text } = error;
    throw new TextError(typeof text === 'string' ? about(text) : { en: about(text.en), zh: about(text.zh) }, {
      cause: error,
    });
  }
};

/** A workbook that `kg export` wrote; undefined for any other file. */
async function ownWorkbook(file: string) {
  return /\.xlsx$/i.test(file) && existsSync(file) ? readOwnWorkbook(readFileSync(file)) : undefined;
}

function firstTable(sheets: readonly Sheet[]) {
  const [table] = sheets.flatMap((sheet) => findTable(sheet, []) ?? []);
  if (table) return table;
  throw new UnreadableList({
    en: 'No row looks like a header: one with a different text in most columns.',
    zh: '未找到表头行，即多数列各有不同文字的一行。',
  });
}

/** What an import is of. */
interface Import {
  readonly file: string;
  readonly map: string;
  readonly out: string;
  readonly sheets: readonly Sheet[];
}

function runImport({ terminal, json, seeds }: CommandContext, { file, map, out, sheets }: Import): ExitCode {
  refuseAmongSeeds(out, seeds, true);
  if (!existsSync(map))
    throw new UsageError({
      en: visibleText(`--map names a file; there is no file "${map}"`),
      zh: visibleText(`--map 应为文件；未找到“${map}”`),
    });
  const model = readModel(SCHEMA_FOLDER);
  const { files, diagnostics } = openSeeds(seeds);
  const { report, sorted } = collectDiagnostics();
  const result = readTexts(model, files, { report, sorted: () => [...diagnostics, ...sorted()] });
  const mapText = sourceText(map, readFileSync(map, 'utf8'));
  const imported = importList(model, file, sheets, mapText, { result, texts: files });
  const rendering = { colour: terminal.colourResults, language: terminal.language };
  if (imported.kind === 'MAP_FAULTS') {
    const faults = imported.diagnostics;
    if (json) terminal.result(diagnosticsJson(faults));
    else
      for (const text of diagnosticParagraphs(faults, new Map([[map, mapText.text]]), rendering))
        terminal.result(text);
    terminal.say({
      en: `The map has ${plural(faults.length, 'fault')}: nothing was imported.`,
      zh: `映射文件有错误 ${faults.length} 处，未导入。`,
    });
    return EXIT.refused;
  }
  const { proposed } = imported;
  const path = join(out, proposed.file);
  const isEmpty = proposed.created + proposed.continued === 0;
  const replaced = !isEmpty && writeProposed(out, path, proposed.text);
  if (json) terminal.result(JSON.stringify(proposedJson(file, isEmpty ? null : path, proposed), null, 2));
  else {
    const sources = new Map(proposed.diagnostics.map((each) => [each.file, proposed.text]));
    for (const line of tableWords(file, proposed)) terminal.result(line);
    for (const text of diagnosticParagraphs(proposed.diagnostics, sources, rendering)) terminal.result(text);
    for (const line of questionsWords(proposed.questions)) terminal.result(line);
    terminal.result(summary(path, proposed));
  }
  if (replaced)
    terminal.say({
      en: visibleText(`The earlier proposal is kept as ${path}${EARLIER}.`),
      zh: visibleText(`原有的建议表已另存为 ${path}${EARLIER}。`),
    });
  const isOpen =
    proposed.questions.length > 0 || proposed.diagnostics.some(({ severity }) => severity === 'error');
  return isOpen ? EXIT.refused : EXIT.done;
}

/** Writes the proposed table; a different one that is there is kept beside it, which is reported as true. */
function writeProposed(out: string, path: string, text: string): boolean {
  mkdirSync(out, { recursive: true });
  const replaces = existsSync(path) && readFileSync(path, 'utf8') !== text;
  if (replaces) renameSync(path, `${path}${EARLIER}`);
  writeFileSync(path, text);
  return replaces;
}

function proposedJson(file: string, path: string | null, proposed: ProposedSeeds) {
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

function summary(path: string, { created, continued }: ProposedSeeds): Text {
  if (created + continued === 0)
    return { en: 'Nothing is proposed: no row could be read.', zh: '没有可导入的行。' };
  return visible({
    en: `${path}: ${plural(created, 'new record')}, and facts about ${continued} on record. Answer the questions in the map and import again; then move the table among the seeds and run kg validate.`,
    zh: `${path}：新记录 ${created} 条，为已有记录补充事实 ${continued} 条。请在映射文件中答复待确认事项后重新导入，再将该表移入种子文件夹并运行 kg validate。`,
  });
}

function visible({ en, zh }: Text): Text {
  return { en: visibleText(en), zh: visibleText(zh) };
}
