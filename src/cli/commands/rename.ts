/** `kg rename OLD NEW`: a record under another id, with every reference to it, without a database. */

import { inLanguage } from '../../diagnostics/text.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { openSeeds } from '../../seeds/files/open-seeds.ts';
import { replaceFiles } from '../../seeds/files/replace-files.ts';
import { renameRecord } from '../../seeds/rename/rename-record.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from '../terminal/diagnostics-json.ts';
import { plural } from '../terminal/plural.ts';

/** Writes the new id at all places, all files or none, and names them. */
export const rename: Command = async ({ terminal, seeds, json, operands }) => {
  const [oldId = '', newId = ''] = operands;
  const open = openSeeds(seeds);
  const renaming = renameRecord(readModel(SCHEMA_FOLDER), open, oldId, newId);
  if ('refused' in renaming) throw new Error(inLanguage(renaming.refused, json ? 'en' : terminal.language));
  if ('faults' in renaming) {
    const sources = new Map(open.files.map(({ source }) => [source.file, source.text]));
    const { faults } = renaming;
    if (json) terminal.result(diagnosticsJson(faults));
    else
      for (const text of diagnosticParagraphs(faults, sources, {
        colour: terminal.colourWords,
        language: terminal.language,
      }))
        terminal.say(text);
    terminal.say(`The seeds have ${plural(faults.length, 'fault')}; nothing was renamed.`);
    return EXIT.refused;
  }
  replaceFiles(renaming.changes);
  const { places, changes, mentions, kept } = renaming;
  if (json) terminal.result(JSON.stringify(places, null, 2));
  else
    for (const { file } of changes) {
      const here = places.filter((place) => place.file === file).length;
      terminal.result(visibleText(here === 0 ? file : `${file}: ${plural(here, 'place')}`));
    }
  terminal.say(`${plural(places.length, 'place')} in ${plural(changes.length, 'file')} changed.`);
  if (!kept) terminal.say(`A record of this type has no former ids: nothing answers to ${oldId} any more.`);
  if (mentions.length > 0)
    terminal.say(visibleText(`Texts and comments still name it: ${mentions.join(', ')}.`));
  return EXIT.done;
};
