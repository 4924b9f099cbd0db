/** `kg validate`: every fault in every file at once, without a database. */

import type { Text } from '../../diagnostics/text.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { readSeeds } from '../../seeds/read-seeds.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { reportReading } from '../steps/checked-seeds.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from '../terminal/diagnostics-json.ts';
import { plural } from '../terminal/plural.ts';

/** Reports all faults and warnings; warnings alone are no failure. */
export const validate: Command = async ({ terminal, seeds, json }) => {
  const model = readModel(SCHEMA_FOLDER);
  const { dataset, diagnostics, sources } = readSeeds(model, seeds, reportReading(terminal));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (json) terminal.result(diagnosticsJson(diagnostics));
  else {
    const texts = diagnosticParagraphs(diagnostics, sources, {
      colour: terminal.colourResults,
      language: terminal.language,
    });
    for (const text of texts) terminal.result(text);
    if (dataset) terminal.result(countRecords(model, dataset));
    terminal.say(summary(errors, diagnostics.length - errors, sources.size));
  }
  return errors > 0 ? EXIT.refused : EXIT.done;
};

function countRecords(model: Model, dataset: Dataset): string {
  const counts = new Map<string, number>();
  for (const { type } of dataset.nodes.values()) {
    const list = model.nodeTypes.get(type)?.root?.list;
    if (list) counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([list, count]) => `${count} ${list}`)
    .join(' · ');
}

function summary(errors: number, warnings: number, files: number): Text {
  return {
    en: `${plural(errors, 'error')}, ${plural(warnings, 'warning')} in ${plural(files, 'file')}.`,
    zh: `共 ${files} 个文件：错误 ${errors} 处，提醒 ${warnings} 处。`,
  };
}
