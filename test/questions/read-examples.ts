/**
 * Reads worked examples: Markdown that an analyst can read. Under a heading `##` stand why, the question in a `graphql`
 * block and its answer in a `json` block. A `yaml` block holds seeds for all examples up to the next one; a `yaml next`
 * block holds what the seeds became: they are applied after them, as another revision.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Model } from '../../src/model/model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';

/** A question about seeds, with its answer. */
export interface WorkedExample {
  readonly title: string;
  /** The texts of the seeds, one for each revision. */
  readonly seeds: readonly string[];
  readonly operation: string;
  /** What `data` is. */
  readonly answer: unknown;
}

const FOLDER = import.meta.dirname;

/** The names of the files that hold worked examples. */
export const EXAMPLE_FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

/** The worked examples of a file, in their order. */
export function readExamples(file: string): readonly WorkedExample[] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const found: WorkedExample[] = [];
  let title = '';
  let seeds: readonly string[] = [];
  let operation = '';
  for (const [, heading, language, block = ''] of text.matchAll(
    /^## (.+)$|^```(yaml|yaml next|graphql|json)\n([\s\S]*?)^```$/gm,
  )) {
    if (heading !== undefined) title = heading;
    else if (language === 'yaml') seeds = [block];
    else if (language === 'yaml next') seeds = [...seeds, block];
    else if (language === 'graphql') operation = block;
    else found.push({ title, seeds, operation, answer: JSON.parse(block) });
  }
  return found;
}

/** The datasets of an example's seeds, one for each revision. */
export function datasetsOf(model: Model, { title, seeds }: WorkedExample): readonly Dataset[] {
  return seeds.map((text) => datasetOf(model, title, text));
}

function datasetOf(model: Model, title: string, text: string): Dataset {
  const folder = mkdtempSync(join(tmpdir(), 'worked-example-'));
  try {
    writeFileSync(join(folder, 'seeds.yaml'), text);
    const { dataset, diagnostics } = readSeeds(model, [folder]);
    if (!dataset) throw new Error(`${title}: ${diagnostics.map(({ message }) => message.en).join('; ')}`);
    return dataset;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
