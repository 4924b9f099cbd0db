/** The declarations of a schema folder, parsed. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, Kind, parse, Source } from 'graphql';
import { withIncludedValues } from './included-values.ts';

/** The file that is printed from the model, and so is no part of it. */
const PRINTED = 'api.graphql';

/** The parsed files of a schema folder, the printed API apart. */
export function readSchemaFolder(folder: string): DocumentNode {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql') && name !== PRINTED)
    .sort();
  const definitions = files.flatMap((name) => {
    const body = readFileSync(join(folder, name), 'utf8');
    return parse(new Source(body, name)).definitions;
  });
  return { kind: Kind.DOCUMENT, definitions: withIncludedValues(definitions) };
}
