/** A workbook that `kg export` wrote → a folder of seeds, beside what was exported or changed since. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Text } from '../../diagnostics/text.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { proposeWorkbook } from '../../import/workbook/propose-workbook.ts';
import type { OwnWorkbook } from '../../import/workbook/read-own-workbook.ts';
import type { SheetFault } from '../../import/workbook/seeds-of-workbook.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { type CommandContext, SCHEMA_FOLDER } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from '../terminal/diagnostics-json.ts';
import { plural } from '../terminal/plural.ts';
import { refuseAmongSeeds } from './refuse-among-seeds.ts';

/** Behind the name of a proposed file that a newer one has replaced: no seed file ends so. */
const EARLIER = '.bak';

/**
 * Writes the records of a workbook as seed files below `out`, in a folder of the workbook's name.
 * @param out the folder of proposals
 */
export async function importWorkbook(
  { terminal, json, seeds }: CommandContext,
  file: string,
  workbook: OwnWorkbook,
  out: string,
): Promise<ExitCode> {
  const folder = join(out, basename(file).replace(/\.[^.]+$/, ''));
  refuseAmongSeeds(folder, seeds, true);
  const proposed = await proposeWorkbook(readModel(SCHEMA_FOLDER), folder, workbook);
  const { faults, diagnostics, files, records, leftOut, unchanged } = proposed;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (faults.length === 0) writeFiles(folder, files);
  if (json) {
    const counted = { file, proposed: faults.length === 0 ? folder : null, records, unchanged };
    terminal.result(
      JSON.stringify(
        {
          ...counted,
          leftOut,
          cells: faults.map(({ text, ...at }) => ({ ...at, message: text.en })),
          faults: JSON.parse(diagnosticsJson(diagnostics)),
        },
        null,
        2,
      ),
    );
    return faults.length + errors.length > 0 ? EXIT.refused : EXIT.done;
  }
  for (const name of leftOut)
    terminal.result(
      visible({
        en: `Sheet "${name}" is not one of the export: left out.`,
        zh: `工作表“${name}”不属于导出内容，未导入。`,
      }),
    );
  for (const fault of faults) terminal.result(visible(faultWords(file, fault)));
  if (faults.length > 0) {
    terminal.say({
      en: `The workbook has ${plural(faults.length, 'fault')}: nothing was written.`,
      zh: `工作簿有错误 ${faults.length} 处，未写入。`,
    });
    return EXIT.refused;
  }
  const rendering = { colour: terminal.colourResults, language: terminal.language };
  const texts = new Map([...files].map(([name, text]) => [join(folder, name), text]));
  for (const text of diagnosticParagraphs(errors, texts, rendering)) terminal.result(text);
  terminal.result(visible(summary(folder, records, errors.length, unchanged)));
  return errors.length > 0 ? EXIT.refused : EXIT.done;
}

/** Writes the files; those of an earlier proposal that differ, or are no longer there, are kept beside them. */
function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!name.endsWith(EARLIER) && readFileSync(path, 'utf8') !== files.get(name))
      renameSync(path, `${path}${EARLIER}`);
  }
  for (const [name, text] of files)
    if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), text);
}

function faultWords(file: string, { sheet, row, column, text }: SheetFault): Text {
  return {
    en: `${file}: sheet "${sheet}", row ${row}${column === undefined ? '' : `, column "${column}"`}: ${text.en}.`,
    zh: `${file}：工作表“${sheet}”第 ${row} 行${column === undefined ? '' : `“${column}”列`}：${text.zh}。`,
  };
}

function summary(folder: string, records: number, errors: number, unchanged: boolean): Text {
  const wrote = {
    en: `${folder}: ${plural(records, 'record')}`,
    zh: `${folder}：记录 ${records} 条`,
  };
  if (errors > 0)
    return {
      en: `${wrote.en}, with ${plural(errors, 'fault')}: fix them in the workbook and import it again.`,
      zh: `${wrote.zh}，有错误 ${errors} 处：请在工作簿中改正后重新导入。`,
    };
  if (unchanged)
    return {
      en: `${wrote.en}, the same as when they were exported.`,
      zh: `${wrote.zh}，与导出时相同。`,
    };
  return {
    en: `${wrote.en}, changed since they were exported. kg plan --seeds ${folder} shows the changes in words.`,
    zh: `${wrote.zh}，导出后有改动。运行 kg plan --seeds ${folder} 可查看各项变化。`,
  };
}

function visible({ en, zh }: Text): Text {
  return { en: visibleText(en), zh: visibleText(zh) };
}
