/** `kg validate`: every fault in every file at once, without a database. */

import type { Text } from '../../diagnostics/text.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Model, NodeTypeModel } from '../../model/model.ts';
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

/** The records by type: `3 firms · 1 zones`, 企业 3 · 园区 1. */
function countRecords(model: Model, dataset: Dataset): Text {
  const counts = new Map<NodeTypeModel, number>();
  for (const { type } of dataset.nodes.values()) {
    const declared = model.nodeTypes.get(type);
    if (declared?.root) counts.set(declared, (counts.get(declared) ?? 0) + 1);
  }
  const listOf = ([{ root }]: readonly [NodeTypeModel, number]) => root?.list ?? '';
  const rows = [...counts].sort((a, b) => (listOf(a) < listOf(b) ? -1 : 1));
  return {
    en: rows.map((row) => `${row[1]} ${listOf(row)}`).join(' · '),
    zh: rows.map(([{ words }, count]) => `${words.ZH} ${count}`).join(' · '),
  };
}

function summary(errors: number, warnings: number, files: number): Text {
  return {
    en: `${plural(errors, 'error')}, ${plural(warnings, 'warning')} in ${plural(files, 'file')}.`,
    zh: `共 ${files} 个文件：错误 ${errors} 处，提醒 ${warnings} 处。`,
  };
}
