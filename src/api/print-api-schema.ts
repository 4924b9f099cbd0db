/** Prints the served API to schema/api.graphql, where a test holds it fresh. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../model/schema/read-model.ts';
import { readSchemaFolder } from '../model/schema/read-schema-folder.ts';
import { deriveApiSchema, printApiSchema } from './derive-api-schema.ts';

/** The text of schema/api.graphql for a schema folder. */
export function apiSchemaText(folder: string): string {
  const definitions = deriveApiSchema(
    readModel(folder),
    readSchemaFolder(folder),
    readSchemaFolder(join(folder, 'questions')),
  );
  return printApiSchema(definitions);
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join('schema', 'api.graphql'), apiSchemaText('schema'));
}
