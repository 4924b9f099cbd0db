/** Builds the explorer's files ahead of a start, for images of containers: where they are served, Vite is not needed then. */

import { join } from 'node:path';
import { readModel } from '../model/schema/read-model.ts';
import { readSchemaFolder } from '../model/schema/read-schema-folder.ts';
import { buildExplorer } from './build-explorer.ts';
import { readVocabulary } from './read-vocabulary.ts';

const SCHEMA = 'schema';

if (process.argv[1] === import.meta.filename) {
  const declarations = [readSchemaFolder(SCHEMA), readSchemaFolder(join(SCHEMA, 'questions'))];
  await buildExplorer('.', readVocabulary(readModel(SCHEMA), declarations));
}
