/** The declarations of a schema folder, parsed. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DocumentNode, Kind, parse, Source } from 'graphql';
import { withIncludedValues } from './included-values.ts';

/** The file that is printed from the model, and so is no part of it. */
const PRINTED = 'api.graphql';

/** The texts of the files of a schema folder, by their paths from the current folder, the printed API apart. */
export function readSchemaTexts(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.graphql') && name !== PRINTED);
  const paths = names.sort().map((name) => join(folder, name));
  return new Map(paths.map((path) => [relative('', path), readFileSync(path, 'utf8')]));
}

/** The parsed files of a schema folder. */
export function readSchemaFolder(folder: string): DocumentNode {
  return parseSchema(readSchemaTexts(folder));
}

/** Schema files, parsed. */
export function parseSchema(texts: ReadonlyMap<string, string>): DocumentNode {
  const definitions = [...texts].flatMap(([file, text]) => parse(new Source(text, file)).definitions);
  return { kind: Kind.DOCUMENT, definitions: withIncludedValues(definitions) };
}
