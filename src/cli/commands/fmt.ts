/** `kg fmt`: seed files in canonical order and layout, without a database. */

import { diagnosticJson } from '../../diagnostics/diagnostic.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { openSeeds } from '../../seeds/files/open-seeds.ts';
import { replaceFiles } from '../../seeds/files/replace-files.ts';
import { formatSeeds } from '../../seeds/format/format-seeds.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { plural } from '../terminal/plural.ts';

/** Writes each file that is not as it should be, and names it; with `--check` only names it. */
export const fmt: Command<{ readonly check?: boolean }> = async ({ terminal, seeds, json }, { check }) => {
  const open = openSeeds(seeds);
  const { changes, faults, kept, same } = formatSeeds(readModel(SCHEMA_FOLDER), open);
  if (!same) throw new Error('the new files would not say what the old ones do: nothing was written');
  if (!check) replaceFiles(changes);
  const changed = changes.map(({ file }) => file);
  if (json) {
    terminal.result(JSON.stringify({ changed, kept, faults: faults.map(diagnosticJson) }, null, 2));
  } else {
    for (const file of changed) terminal.result(visibleText(file));
    const sources = new Map(open.files.map(({ source }) => [source.file, source.text]));
    for (const text of diagnosticParagraphs(faults, sources, {
      colour: terminal.colourWords,
      language: terminal.language,
    }))
      terminal.say(text);
    for (const { file, why } of kept) terminal.say(visibleText(`${file} stays as it is: ${why}.`));
    const files = `${changed.length} of ${plural(open.files.length, 'file')}`;
    terminal.say(`${files} ${check ? 'would change' : 'changed'}.`);
  }
  const broken = faults.some(({ severity }) => severity === 'error');
  const refused = broken || kept.length > 0 || (check === true && changed.length > 0);
  return refused ? EXIT.refused : EXIT.done;
};
