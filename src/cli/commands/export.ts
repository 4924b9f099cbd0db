/** `kg export`: the whole graph in a form that others can read, as a stream. */

import type { Run } from '../../cypher/statement.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { outputRefused, writeDraft, writeDraftBytes } from '../../export/draft-file.ts';
import { type DraftFolder, writeFolder } from '../../export/draft-folder.ts';
import { type Exported, exportedDataset, pagedNodes, readExported } from '../../export/exported.ts';
import { writeCypher } from '../../export/forms/write-cypher.ts';
import { writeImport } from '../../export/forms/write-import.ts';
import { writeJsonl } from '../../export/forms/write-jsonl.ts';
import { writeSeeds } from '../../export/forms/write-seeds.ts';
import { writeTables } from '../../export/forms/write-tables.ts';
import { inPieces } from '../../export/in-batches.ts';
import { writeWorkbook } from '../../export/workbook/write-workbook.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { type Command, type CommandContext, SCHEMA_FOLDER } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readCheckedSeeds } from '../steps/checked-seeds.ts';
import type { BinaryFormat, FolderFormat, TextFormat } from '../steps/export-formats.ts';
import { refuseAmongSeeds } from '../steps/refuse-among-seeds.ts';
import { untilStopped, whileRunning } from '../steps/until-stopped.ts';
import { withGraph } from '../steps/with-graph.ts';
import { type Counts, watchProgress } from '../terminal/watch-progress.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg export`. */
export interface ExportOptions {
  readonly format: string;
  /** Where it goes: a file, or a folder for the forms that are several files. */
  readonly out?: string;
  /** What it is of: the graph, or the seeds, which needs no database. */
  readonly from: string;
}

/** Forms that are one text. */
const TEXTS = { jsonl: writeJsonl, cypher: writeCypher } satisfies Record<TextFormat, unknown>;
/** Forms that are one file, and no text. */
const BINARIES = { xlsx: writeWorkbook } satisfies Record<BinaryFormat, unknown>;
/** Forms that are several files. */
const FOLDERS = { csv: writeTables, import: writeImport, seeds: writeSeedsOf } satisfies Record<
  FolderFormat,
  unknown
>;

/** Writes the graph. */
export const exportGraph: Command<ExportOptions> = async (context, options) => {
  const { format, out, from } = options;
  if (out === undefined && !isKey(TEXTS, format)) {
    throw new UsageError(
      isKey(BINARIES, format)
        ? {
            en: `--format ${format} is no text: name a file for it by --out, such as --out graph.${format}.`,
            zh: `--format ${format} 不是文本：请用 --out 指定文件，如 --out graph.${format}。`,
          }
        : {
            en: `--format ${format} is several files: name a folder for them by --out.`,
            zh: `--format ${format} 由多个文件组成：请用 --out 指定文件夹。`,
          },
    );
  }
  if (out === undefined && context.json)
    throw new UsageError({
      en: '--json describes what --out wrote: add --out.',
      zh: '--json 说明 --out 写出的内容：请同时使用 --out。',
    });
  if (out !== undefined) refuseAmongSeeds(out, context.seeds, isKey(FOLDERS, format));
  const model = readModel(SCHEMA_FOLDER);
  if (from === 'seeds') {
    const seeds = readCheckedSeeds(context, model);
    if (!seeds) return EXIT.refused;
    return write(context, model, exportedDataset(model, seeds.dataset, new Date()), options);
  }
  return withGraph(context, ({ graph }) =>
    untilStopped(context, graph, 'reads', (stop) =>
      readExported(model, graph, (exported, run) => {
        const paged = { ...exported, nodes: () => pagedNodes(model, run) };
        return write(context, model, stoppable(format === 'seeds' ? paged : exported, stop), options, run);
      }),
    ),
  );
};

async function write(
  context: CommandContext,
  model: Model,
  exported: Exported,
  { format, out }: ExportOptions,
  run?: Run,
): Promise<ExitCode> {
  const counts: Counts = {};
  const watched = watch(exported, context, counts);
  if (isKey(TEXTS, format)) {
    const texts = settled(TEXTS[format](model, watched), exported);
    if (out === undefined) {
      await context.terminal.stream(inPieces(texts)).catch((error: unknown) => {
        throw outputRefused(error);
      });
      return EXIT.done;
    }
    await writeDraft(out, texts);
    return report(context, exported, { format, out, counts });
  }
  if (isKey(BINARIES, format) && out !== undefined) {
    const bytes = await BINARIES[format](model, watched);
    await exported.settle();
    await writeDraftBytes(out, bytes);
    return report(context, exported, { format, out, counts });
  }
  if (!isKey(FOLDERS, format) || out === undefined) throw new UsageError(`There is no format ${format}.`);
  const { revision, digest, info } = exported.state;
  await writeFolder(out, async (folder) => {
    await FOLDERS[format](model, watched, folder, run);
    await exported.settle();
    return { format, dataset: info.name, revision, digest, modelVersion: model.version, ...counts };
  });
  return report(context, exported, { format, out, counts });
}

function writeSeedsOf(
  model: Model,
  exported: Exported,
  folder: DraftFolder,
  run: Run | undefined,
): Promise<void> {
  if (!run) throw new UsageError('Seeds are seeds already: --format seeds is of the graph.');
  return writeSeeds(model, exported, folder, run);
}

/** Texts that end only where what they were made of was one state. */
async function* settled(texts: AsyncIterable<string>, exported: Exported): AsyncGenerator<string> {
  yield* texts;
  await exported.settle();
}

interface Told {
  readonly format: string;
  readonly out: string;
  readonly counts: Counts;
}

function report(
  { terminal, json }: CommandContext,
  { state }: Exported,
  { format, out, counts }: Told,
): ExitCode {
  const { revision, digest } = state;
  if (json) terminal.result(JSON.stringify({ format, out, ...counts, revision, digest }, null, 2));
  else {
    const written = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
    terminal.result(
      `${visibleText(out)}: ${written.join(' and ')} of revision ${revision}, digest ${digest}.`,
    );
  }
  return EXIT.done;
}

/** The same, until the work is stopped. */
function stoppable(exported: Exported, stop: AbortSignal): Exported {
  return {
    ...exported,
    nodes: () => whileRunning(exported.nodes(), stop),
    relationships: () => whileRunning(exported.relationships(), stop),
  };
}

/** The same, counted, with progress on a terminal. */
function watch(exported: Exported, { terminal }: CommandContext, counts: Counts): Exported {
  return {
    ...exported,
    nodes: () => watchProgress(exported.nodes(), terminal, counts, 'nodes'),
    relationships: () => watchProgress(exported.relationships(), terminal, counts, 'relationships'),
  };
}

function isKey<T extends object>(object: T, key: string): key is keyof T & string {
  return Object.hasOwn(object, key);
}
