/** Seeds read and checked for a command; their faults are told on the way. */

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
  /** How many warnings there are beside. */
  readonly warnings: number;
}

/** Tells which of how many files is read. */
export function reportReading({ working }: Pick<Terminal, 'working'>): (file: number, files: number) => void {
  return (file, files) =>
    working(file < files ? `Reading the seeds: file ${file} of ${files} …` : 'Checking the seeds …');
}

/** The dataset of the seeds; undefined where they have faults, all of which have been told. */
export function readCheckedSeeds(context: CommandContext, model: Model): CheckedSeeds | undefined {
  const { terminal } = context;
  const { dataset, diagnostics, sources, spans } = readSeeds(model, context.seeds, reportReading(terminal));
  if (dataset) return { dataset: deriveFacts(model, dataset), spans, warnings: diagnostics.length };
  const told = diagnostics.filter(({ severity }) => severity === 'error');
  if (context.json) terminal.result(diagnosticsJson(told));
  else
    for (const text of diagnosticParagraphs(told, sources, {
      colour: terminal.colourWords,
      language: terminal.language,
    }))
      terminal.say(text);
  terminal.say(`The seeds have ${plural(told.length, 'fault')}: nothing was planned, and nothing changed.`);
  return undefined;
}
