/** The API with what answers it: root fields, and below them what was read for them. */

import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type DocumentNode,
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isResponseObject } from '../compile/compiled.ts';
import { recordIncomplete } from '../diagnostics/client-error.ts';
import type { Model } from '../model/model.ts';
import { answerRoot } from './answer-root.ts';
import { type ApiContext, graphFailure } from './api-context.ts';
import { markWalks } from './mark-walks.ts';
import type { RootField } from './root-field.ts';
import { rootFields } from './root-fields.ts';
import { SCALARS } from './scalars.ts';

/** The schema that answers, over the derived definitions. */
export function executableSchema(model: Model, definitions: DocumentNode): GraphQLSchema {
  const fields = rootFields(model);
  const schema = makeExecutableSchema({
    typeDefs: definitions,
    resolvers: {
      ...SCALARS,
      Query: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, resolveRoot(field)])),
    },
    resolverValidationOptions: { requireResolversForResolveType: 'ignore' },
  });
  markWalks(schema, model);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type))
      type.resolveType = (value) => (isResponseObject(value) ? value.typename : undefined);
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isRequired = isNonNullType(field.type) && isStored(model, type.name);
      field.resolve ??= isRequired ? resolveRequired : resolveByResponseKey;
    }
  }
  return schema;
}

function resolveRoot(root: RootField): GraphQLFieldResolver<unknown, ApiContext> {
  return async (_, given, context, info) => {
    try {
      return await answerRoot(root, given, context, info);
    } catch (error) {
      throw graphFailure(error, context.timeout);
    }
  };
}

/** Values below the root were read under their response keys, so that aliases keep apart; plain values by name. */
const resolveByResponseKey: GraphQLFieldResolver<unknown, ApiContext> = (source, args, context, info) =>
  isResponseObject(source)
    ? source.fields.get(String(info.path.key))
    : defaultFieldResolver(source, args, context, info);

/** Whether the values of a type are stored as they are: of records, of facts beside a connection, of steps of a proof. */
function isStored(model: Model, type: string): boolean {
  return model.nodeTypes.has(type) || type === 'Step' || type.endsWith('Edge');
}

/** The same of a field that all of its type have; manual edits may have deleted the value. */
const resolveRequired: GraphQLFieldResolver<unknown, ApiContext> = (source, args, context, info) => {
  const value = resolveByResponseKey(source, args, context, info);
  return value instanceof Promise ? value.then((read) => present(read, info)) : present(value, info);
};

function present(value: unknown, { parentType, fieldName }: GraphQLResolveInfo): unknown {
  if (value === null || value === undefined) throw recordIncomplete(`${parentType.name}.${fieldName}`);
  return value;
}
