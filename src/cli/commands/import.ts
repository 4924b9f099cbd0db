/** `kg import FILE`: a list in `.xlsx` or `.csv` → proposed seeds and open questions, without a database. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../diagnostics/text.ts';
import { TextError } from '../../diagnostics/text-error.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { findTable } from '../../import/find-table.ts';
import { importList, type ProposedSeeds } from '../../import/import-list.ts';
import { readSheets } from '../../import/read-sheets.ts';
import { type Sheet, UnreadableList } from '../../import/sheet.ts';
import { suggestMap } from '../../import/suggest-map.ts';
import { readOwnWorkbook } from '../../import/workbook/read-own-workbook.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { openSeeds } from '../../seeds/files/open-seeds.ts';
import { readTexts } from '../../seeds/read-seeds.ts';
import { collectDiagnostics } from '../../seeds/written/report.ts';
import { type Command, type CommandContext, SCHEMA_FOLDER } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { list } from '../settings.ts';
import { importWorkbook } from '../steps/import-workbook.ts';
import { refuseAmongSeeds } from '../steps/refuse-among-seeds.ts';
import {
  isOpen,
  proposedJson,
  readMapFile,
  reportMapFaults,
  reportProposed,
  visible,
  writeProposed,
} from '../steps/report-import.ts';
import { plural } from '../terminal/plural.ts';
import { UsageError } from '../usage-error.ts';
import { runEdition } from './import-edition.ts';

/** Options of `kg import`. */
export interface ImportOptions {
  readonly map?: string;
  readonly suggest?: boolean;
  readonly type?: string;
  readonly out: string;
  /** Ids of sources, separated by commas. */
  readonly editionOf?: string;
  readonly write?: boolean;
  readonly yesWhole?: boolean;
}

/** What an import is of. */
interface Import {
  readonly file: string;
  readonly map: string;
  readonly out: string;
  readonly sheets: readonly Sheet[];
}

/** Writes the proposed table and lists what is open; the graph and the seeds stay as they are. */
export const importFile: Command<ImportOptions> = async (context, options) => {
  const [file = ''] = context.operands;
  const { map, suggest, type, out, editionOf, write = false, yesWhole = false } = options;
  const editions = list(editionOf ?? '') ?? [];
  if (editions.length === 0 ? editionOf !== undefined || write || yesWhole : map === undefined)
    throw new UsageError({
      en: '--edition-of names the source of the old edition, and goes with --map; --write and --yes-whole go with it: kg import list.xlsx --map list.map.yaml --edition-of source:list-2024',
      zh: '--edition-of 应为旧版来源的 id，与 --map 同用；--write 和 --yes-whole 与其同用：kg import list.xlsx --map list.map.yaml --edition-of source:list-2024',
    });
  const model = readModel(SCHEMA_FOLDER);
  try {
    const own = map === undefined && suggest !== true ? await ownWorkbook(file) : undefined;
    if (own) return await importWorkbook(context, file, own, out);
    if ((map === undefined) === (suggest !== true))
      throw new UsageError({
        en: 'name a map with --map, or print a first one with --suggest: kg import list.xlsx --suggest > list.map.yaml',
        zh: '请用 --map 指定映射文件，或用 --suggest 生成初稿：kg import list.xlsx --suggest > list.map.yaml',
      });
    const sheets = await readSheets(file);
    if (map === undefined) {
      context.terminal.result(suggestMap(model, firstTable(sheets), type).trimEnd());
      return EXIT.done;
    }
    refuseAmongSeeds(out, context.seeds, true);
    return editions.length === 0
      ? runImport(context, { file, map, out, sheets })
      : runEdition(context, { file, map, out, sheets, editions, write, yesWhole });
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

function runImport(context: CommandContext, { file, map, out, sheets }: Import): ExitCode {
  const { terminal, json, seeds } = context;
  const mapText = readMapFile(map);
  const model = readModel(SCHEMA_FOLDER);
  const { files, diagnostics } = openSeeds(seeds);
  const { report, sorted } = collectDiagnostics();
  const result = readTexts(model, files, { report, sorted: () => [...diagnostics, ...sorted()] });
  const imported = importList(model, { file, sheets, mapText }, { result, texts: files });
  if (imported.kind === 'MAP_FAULTS') {
    reportMapFaults(context, mapText, imported.diagnostics);
    return EXIT.refused;
  }
  const { proposed } = imported;
  const path = join(out, proposed.file);
  const isEmpty = proposed.created + proposed.continued === 0;
  if (!isEmpty) writeProposed(terminal, path, proposed.text);
  if (json) terminal.result(JSON.stringify(proposedJson(file, isEmpty ? null : path, proposed), null, 2));
  else {
    reportProposed(terminal, file, proposed);
    terminal.result(summary(path, proposed));
  }
  return isOpen(proposed) ? EXIT.refused : EXIT.done;
}

function summary(path: string, { created, continued }: ProposedSeeds): Text {
  if (created + continued === 0)
    return { en: 'Nothing is proposed: no row could be read.', zh: '没有可导入的行。' };
  return visible({
    en: `${path}: ${plural(created, 'new record')}, and facts about ${continued} on record. Answer the questions in the map and import again; then move the table among the seeds and run kg validate.`,
    zh: `${path}：新记录 ${created} 条，为已有记录补充事实 ${continued} 条。请在映射文件中答复待确认事项后重新导入，再将该表移入种子文件夹并运行 kg validate。`,
  });
}
