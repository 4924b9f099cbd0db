/** `kg import FILE --edition-of SOURCE`: the next edition of a list, as a difference in words and a patch of the seeds. */

import { join } from 'node:path';
import type { Text } from '../../diagnostics/text.ts';
import { TextError } from '../../diagnostics/text-error.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { changesInWords, countsInWords, type EditionNames } from '../../import/edition/edition-words.ts';
import type { StatedParts } from '../../import/edition/held-facts.ts';
import { type ImportedEdition, importEdition, type NoEdition } from '../../import/edition/import-edition.ts';
import type { Question } from '../../import/question.ts';
import type { ListedRecord } from '../../import/read-row.ts';
import type { Sheet } from '../../import/sheet.ts';
import type { Dataset } from '../../model/dataset.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { openSeeds } from '../../seeds/files/open-seeds.ts';
import { replaceFiles } from '../../seeds/files/replace-files.ts';
import { readTexts, type SeedsResult } from '../../seeds/read-seeds.ts';
import { collectDiagnostics } from '../../seeds/written/report.ts';
import { type CommandContext, SCHEMA_FOLDER } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { compareWithGraph } from '../steps/compare-with-graph.ts';
import {
  isOpen,
  proposedJson,
  readMapFile,
  reportMapFaults,
  reportProposed,
  writeProposed,
} from '../steps/report-import.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from '../terminal/diagnostics-json.ts';
import { plural } from '../terminal/plural.ts';
import { UsageError } from '../usage-error.ts';

/** What an edition is of. */
export interface Edition {
  readonly file: string;
  readonly map: string;
  readonly out: string;
  readonly sheets: readonly Sheet[];
  /** Ids of the sources of the old edition and those before it. */
  readonly editions: readonly string[];
  /** Whether what ends and is renamed is written into the seeds. */
  readonly write: boolean;
  readonly yesWhole: boolean;
}

/** Compares, proposes and, where asked, writes the patch; where too much is left out, nothing is written. */
export async function runEdition(context: CommandContext, edition: Edition): Promise<ExitCode> {
  const { terminal, json, seeds } = context;
  const { file, sheets, editions, yesWhole } = edition;
  const mapText = readMapFile(edition.map);
  const model = readModel(SCHEMA_FOLDER);
  const { files, diagnostics } = openSeeds(seeds);
  const { report, sorted } = collectDiagnostics();
  const result = readTexts(model, files, { report, sorted: () => [...diagnostics, ...sorted()] });
  const { dataset } = result;
  if (!dataset) return reportSeedFaults(context, result);
  const before = { sources: editions, of: partsOf(dataset), yesWhole };
  const imported = importEdition(model, { file, sheets, mapText }, { result, files }, before);
  switch (imported.kind) {
    case 'MAP_FAULTS':
      reportMapFaults(context, mapText, imported.diagnostics);
      return EXIT.refused;
    case 'NO_SOURCE':
      throw new UsageError(noSource(imported));
    case 'REFUSED':
      throw new TextError(imported.why);
    case 'EDITION':
  }
  const names: EditionNames = {
    ...{ model, next: imported.map.source.text, old: editions[0] ?? '', lastDay: imported.lastDay },
    nameOf: (id) => dataset.nodes.get(id)?.properties.name?.toString(),
  };
  await compareWithGraph(context, model, dataset);
  const path = join(edition.out, imported.proposed.file);
  const wrote = writeEdition(context, edition, path, imported);
  if (json) terminal.result(JSON.stringify(editionJson(file, path, imported, names, wrote), null, 2));
  else reportEdition(context, file, imported, names);
  for (const text of outcome(imported, path, wrote, edition.write)) terminal.say(text);
  return imported.refused || isOpen(imported.proposed) || (edition.write && !wrote.seeds)
    ? EXIT.refused
    : EXIT.done;
}

function partsOf({ nodes, relationships }: Dataset): StatedParts {
  return { nodes: nodes.values(), relationships: relationships.values() };
}

/** What was written. */
interface Written {
  readonly table: boolean;
  readonly seeds: boolean;
}

/** Writes the table, and the patch where that is asked for and no question is open that could change it. */
function writeEdition(
  { terminal }: CommandContext,
  { write }: Edition,
  path: string,
  { proposed, amended, refused }: ImportedEdition,
): Written {
  const table = !refused && proposed.created + proposed.continued > 0;
  if (table) writeProposed(terminal, path, proposed.text);
  const seeds = table && write && amended !== undefined && !proposed.questions.some(decidesWho);
  if (seeds) replaceFiles(amended.changes);
  return { table, seeds };
}

/** Whether the answer to a question may change whom the list leaves out; another value of a record does not. */
function decidesWho({ about }: Question): boolean {
  return about.kind !== 'DIFFERS';
}

/** Differences and patch, between what was found in the file and what is open. */
function reportEdition(
  { terminal }: CommandContext,
  file: string,
  { proposed, changes, amended }: ImportedEdition,
  names: EditionNames,
): void {
  const patch = amended?.patch ?? [];
  const between = changes
    ? [
        countsInWords(changes, names),
        ...changesInWords(changes, names),
        ...(patch.length === 0 ? [] : [{ en: 'Patch of the seeds:', zh: '种子文件改动：' }]),
        ...patch.map((line) => ({ en: line, zh: line })),
      ]
    : [];
  reportProposed(terminal, file, proposed, between);
}

/** What was done and what comes next. */
function outcome(
  { proposed, changes, amended, refused }: ImportedEdition,
  path: string,
  wrote: Written,
  write: boolean,
): readonly Text[] {
  if (refused) return [refused, { en: 'Nothing was written.', zh: '未写入任何文件。' }];
  if (!changes || !wrote.table)
    return [{ en: 'Nothing is proposed: no row could be read.', zh: '没有可导入的行。' }];
  const files = amended?.changes.length ?? 0;
  const same = changes.unchanged === changes.members && changes.added.length === 0;
  return [
    ...(same
      ? [
          {
            en: 'Nothing is different but the order of rows at most. Check that this is not the file of the old edition.',
            zh: '除行序外与旧版没有差别。请核对是否误用了旧版文件。',
          },
        ]
      : []),
    {
      en: visibleText(
        `${path}: ${plural(proposed.created, 'new record')}, and facts about ${proposed.continued} on record.`,
      ),
      zh: visibleText(
        `${path}：新记录 ${proposed.created} 条，为已有记录补充事实 ${proposed.continued} 条。`,
      ),
    },
    ...(amended?.left ?? []).map(({ record }) => ({
      en: `${record}: its place in the seeds is not edited, as for ids in one cell or aliases. The table states the end; write a new name by hand.`,
      zh: `${record}：所在位置无法自动改写（如一格多个 id、别名引用）。终止日期以建议表为准，新名称请手工填写。`,
    })),
    ...(files === 0 ? [] : [patchOutcome(files, wrote, write)]),
    {
      en: 'Then move the table among the seeds and run kg validate and kg plan.',
      zh: '然后将该表移入种子文件夹，运行 kg validate 和 kg plan。',
    },
  ];
}

function patchOutcome(files: number, { seeds }: Written, write: boolean): Text {
  if (seeds)
    return {
      en: `The patch was written into ${plural(files, 'file')}.`,
      zh: `改动已写入 ${files} 个种子文件。`,
    };
  return write
    ? {
        en: 'The patch was not written, because a question is open that decides who is on the list. Answer it, and run again.',
        zh: '改动未写入：尚有关于名单所列对象的待确认事项。请答复后重新运行。',
      }
    : {
        en: `The patch changes ${plural(files, 'file')}: --write writes it.`,
        zh: `改动涉及 ${files} 个种子文件：加 --write 写入。`,
      };
}

function noSource({ id, near }: Extract<NoEdition, { readonly kind: 'NO_SOURCE' }>): Text {
  return {
    en: visibleText(
      `--edition-of: no source has the id "${id}".${near === undefined ? ' Add the source of the old edition to the seeds, or correct the id.' : ` Did you mean ${near}?`}`,
    ),
    zh: visibleText(
      `--edition-of：没有 id 为“${id}”的来源。${near === undefined ? '请在种子文件中补充旧版来源，或更正 id。' : `是否为 ${near}？`}`,
    ),
  };
}

function reportSeedFaults(
  { terminal, json }: CommandContext,
  { diagnostics, sources }: SeedsResult,
): ExitCode {
  const faults = diagnostics.filter(({ severity }) => severity === 'error');
  const rendering = { colour: terminal.colourWords, language: terminal.language };
  if (json) terminal.result(diagnosticsJson(faults));
  else for (const text of diagnosticParagraphs(faults, sources, rendering)) terminal.say(text);
  terminal.say({
    en: `The seeds have ${plural(faults.length, 'fault')}: nothing was compared. Correct them first; kg validate lists them.`,
    zh: `种子文件有错误 ${faults.length} 处，未作比较。请先更正；kg validate 可列出。`,
  });
  return EXIT.refused;
}

/** An edition as `--json` prints it. */
function editionJson(
  file: string,
  path: string,
  { proposed, changes, amended, refused }: ImportedEdition,
  names: EditionNames,
  wrote: Written,
) {
  const idsOf = (records: readonly { readonly record: ListedRecord }[]) =>
    records.map(({ record }) => record.id);
  return {
    ...proposedJson(file, wrote.table ? path : null, proposed),
    edition: changes
      ? {
          ...{ of: names.old, source: names.next, members: changes.members, unchanged: changes.unchanged },
          words: countsInWords(changes, names).en,
          added: changes.added.map(({ id }) => id),
          removed: changes.removed.map(({ id }) => id),
          renamed: changes.renamed.map(({ id, name }) => ({ id, name })),
          moved: idsOf(changes.moved),
          figures: idsOf(changes.figures),
          changed: idsOf(changes.changed),
          kept: changes.kept.map(({ owner }) => owner),
        }
      : null,
    refused: refused?.en ?? null,
    patch: amended?.patch ?? [],
    written: wrote.seeds,
  };
}
