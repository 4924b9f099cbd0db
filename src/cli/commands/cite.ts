/** `kg cite`: whether the places that facts cite hold what the facts say, without a database. */

import { statSync } from 'node:fs';
import { type CheckedCitations, checkCitations } from '../../cite/check-citations.ts';
import { citedFacts } from '../../cite/cited-facts.ts';
import { readSourceFiles, type SourceFiles } from '../../cite/text/source-files.ts';
import { diagnosticJson } from '../../diagnostics/diagnostic.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { SOURCE } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { readSeeds } from '../../seeds/read-seeds.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticParagraphs } from '../terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from '../terminal/diagnostics-json.ts';
import { plural } from '../terminal/plural.ts';
import { UsageError } from '../usage-error.ts';

/** The options of `kg cite`. */
interface CiteOptions {
  readonly sourceDir: string;
}

/** Tells each fact that its source's text does not hold where it is cited; findings end with 1. */
export const cite: Command<CiteOptions> = async ({ terminal, seeds, json }, { sourceDir }) => {
  if (!statSync(sourceDir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(
      `--source-dir names a folder with the texts of sources; there is no folder "${visibleText(sourceDir)}"`,
    );
  }
  const model = readModel(SCHEMA_FOLDER);
  const { dataset, diagnostics, sources: files, written } = readSeeds(model, seeds);
  const colour = { colour: terminal.colourResults, language: terminal.language };
  if (!dataset) {
    const faults = diagnostics.filter(({ severity }) => severity === 'error');
    if (json) terminal.result(diagnosticsJson(faults));
    else for (const text of diagnosticParagraphs(faults, files, colour)) terminal.result(text);
    terminal.say(`The seeds have ${plural(faults.length, 'fault')}; no citation was checked.`);
    return EXIT.refused;
  }
  const sources = new Map([...dataset.nodes].filter(([, { type }]) => type === SOURCE));
  const read = readSourceFiles(sourceDir, [...sources.values()]);
  const result = checkCitations(citedFacts(model, written), sources, read.texts);
  if (json) {
    const { checked, findings, notChecked } = result;
    const all = [...read.faults, ...findings].map(diagnosticJson);
    const texts = [...read.texts].map(([source, { file, paragraphs }]) => ({
      source,
      file,
      paragraphs: paragraphs.length,
    }));
    terminal.result(
      JSON.stringify({ checked, findings: all, notChecked, texts, strays: read.strays }, null, 2),
    );
  } else {
    for (const text of diagnosticParagraphs([...read.faults, ...result.findings], files, colour)) {
      terminal.result(text);
    }
    for (const line of summary(result, read)) terminal.result(line);
  }
  return result.findings.length + read.faults.length > 0 ? EXIT.refused : EXIT.done;
};

function summary({ checked, findings, notChecked }: CheckedCitations, read: SourceFiles): readonly string[] {
  const { sources, locators, worded, elsewhere } = notChecked;
  const facts = sources.reduce((sum, each) => sum + each.facts, 0);
  return [
    `${plural(checked, 'fact')} held against ${plural(read.texts.size, 'text')}: ${plural(findings.length + read.faults.length, 'finding')}.`,
    ...read.strays.map((stray) => `Not used: ${visibleText(stray)}.`),
    ...locators.map(
      ({ source, locator, facts: count }) =>
        `Not checked: "${visibleText(locator)}" of ${source}, a place that cannot be looked for (${plural(count, 'fact')}).`,
    ),
    ...(worded > 0 ? [`Not checked: ${plural(worded, 'name')} in the curators' own words.`] : []),
    ...(elsewhere > 0
      ? [`Not checked: ${elsewhere} that may stand at a place beside, which cannot be looked for.`]
      : []),
    ...(sources.length > 0
      ? [`Without a text: ${plural(sources.length, 'source')}, cited ${plural(facts, 'time')}:`]
      : []),
    ...sources.map(({ source, facts: count }) => `  ${source} (${plural(count, 'fact')})`),
  ];
}
