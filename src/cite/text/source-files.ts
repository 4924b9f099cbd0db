/** The texts of sources in a folder, each given to the source that it is of. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DatasetNode } from '../../model/dataset.ts';
import { readText } from '../../seeds/files/read-text.ts';
import { collectDiagnostics } from '../../seeds/written/report.ts';
import { type CitedText, findTitle, linesOf, readCitedText } from './cited-text.ts';

/** What a folder holds. */
export interface SourceFiles {
  readonly texts: ReadonlyMap<string, CitedText>;
  /** Files that cannot be read as text. */
  readonly faults: readonly Diagnostic[];
  /** Files that no source has, or more than one may have, in words. */
  readonly strays: readonly string[];
}

const TEXT = /\.txt$/i;

/**
 * Reads the `.txt` files of a folder. A file belongs to a source by its name (`<slug>.txt`, `source-<slug>.txt`), else
 * because its first lines have the source's title or address.
 * @throws where the folder cannot be read
 */
export function readSourceFiles(folder: string, sources: readonly DatasetNode[]): SourceFiles {
  const collected = collectDiagnostics();
  const names = readdirSync(folder).filter((name) => TEXT.test(name));
  const texts = new Map<string, CitedText>();
  const strays: string[] = [];
  const files = names.sort().map((name) => {
    const file = join(folder, name);
    const { source, sound } = readText({ file, path: file }, collected.report);
    return { name, file, lines: sound ? linesOf(source.text) : undefined };
  });
  const byName = new Map(
    sources.flatMap((source) => fileNames(source).map((name) => [name, source] as const)),
  );
  const unnamed = files.filter(({ name, file, lines }) => {
    const source = byName.get(name.toLowerCase());
    if (source && lines) texts.set(source.id, readCitedText(file, lines, titlesOf(source)));
    return !source && lines;
  });
  for (const { file, lines = [] } of unnamed) {
    const candidates = sources
      .filter(({ id }) => !texts.has(id))
      .flatMap((source) => {
        const found = findTitle(lines, titlesOf(source));
        return found ? [{ source, ...found }] : [];
      })
      .sort((a, b) => b.length - a.length || (a.source.id < b.source.id ? -1 : 1));
    const [first, second] = candidates;
    if (!first) strays.push(`${file} is the text of no source without one`);
    else if (second && second.length === first.length) {
      strays.push(`${file} may be ${first.source.id} or ${second.source.id}: name it after one of them`);
    } else texts.set(first.source.id, readCitedText(file, lines, titlesOf(first.source)));
  }
  return { texts, faults: collected.sorted(), strays };
}

function fileNames({ id, properties }: DatasetNode): readonly string[] {
  const former = Array.isArray(properties.formerIds) ? properties.formerIds : [];
  return [id, ...former].flatMap((each) => {
    const slug = String(each).slice(String(each).indexOf(':') + 1);
    return [`${slug}.txt`, `source-${slug}.txt`];
  });
}

function titlesOf({ properties }: DatasetNode): readonly string[] {
  const { name, url, aliases } = properties;
  const others = Array.isArray(aliases) ? aliases : [];
  return [name, ...others, url].flatMap((each) => (typeof each === 'string' ? [each] : []));
}
