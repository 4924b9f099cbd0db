/** Seeds read and checked for a command; their faults are reported on the way. */

import { githubAnnotation } from '../../diagnostics/github-annotation.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { deriveFacts } from '../../model/stored/derive-facts.ts';
import { readSeeds, type SeedsResult } from '../../seeds/read-seeds.ts';
import type { CommandContext } from '../command.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from '../terminal/diagnostics-json.ts';
import { plural } from '../terminal/plural.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Seeds without a fault. */
export interface CheckedSeeds {
  /** With what follows from it. */
  readonly dataset: Dataset;
  readonly spans: SeedsResult['spans'];
  /** How many warnings there are. */
  readonly warnings: number;
}

/** Shows which of how many files is read. */
export function reportReading({ working }: Pick<Terminal, 'working'>): (file: number, files: number) => void {
  return (file, files) =>
    working(
      file < files
        ? {
            en: `Reading the seeds: file ${file} of ${files} …`,
            zh: `读取种子文件：第 ${file} 个，共 ${files} 个……`,
          }
        : { en: 'Checking the seeds …', zh: '检查种子文件……' },
    );
}

/**
 * The dataset of the seeds; undefined where they have faults, all of which have been reported.
 * @param annotated whether faults and warnings are printed for a runner of GitHub
 */
export function readCheckedSeeds(
  context: CommandContext,
  model: Model,
  annotated = false,
): CheckedSeeds | undefined {
  const { terminal } = context;
  const { dataset, diagnostics, sources, spans } = readSeeds(model, context.seeds, reportReading(terminal));
  if (annotated) for (const each of diagnostics) terminal.result(githubAnnotation(each, terminal.language));
  if (dataset) return { dataset: deriveFacts(model, dataset), spans, warnings: diagnostics.length };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (context.json) terminal.result(diagnosticsJson(errors));
  else if (!annotated)
    for (const text of diagnosticParagraphs(errors, sources, {
      colour: terminal.colourWords,
      language: terminal.language,
    }))
      terminal.say(text);
  terminal.say({
    en: `The seeds have ${plural(errors.length, 'fault')}: nothing was planned, and nothing changed.`,
    zh: `种子文件有错误 ${errors.length} 处：未生成计划，未作任何改动。`,
  });
  return undefined;
}
