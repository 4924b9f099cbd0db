/** The API that answers, for commands that ask it without HTTP. */

import type { GraphQLSchema } from 'graphql';
import type { Model } from '../../model/model.ts';
import { readSchemaFolder } from '../../model/schema/read-schema-folder.ts';
import { QUESTIONS_FOLDER, SCHEMA_FOLDER } from '../command.ts';

/** The executable schema of the product's own declarations; GraphQL is loaded only here, other commands start without. */
export async function readApiSchema(model: Model): Promise<GraphQLSchema> {
  const [{ deriveApiSchema }, { executableSchema }] = await Promise.all([
    import('../../api/derive-api-schema.ts'),
    import('../../api/executable-schema.ts'),
  ]);
  const [definitions, questions] = [readSchemaFolder(SCHEMA_FOLDER), readSchemaFolder(QUESTIONS_FOLDER)];
  return executableSchema(model, deriveApiSchema(model, definitions, questions));
}
