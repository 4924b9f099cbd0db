/** The API with what answers it: a root field compiles its selection into one statement and reads its row. */

import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type DocumentNode,
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { compileList, compileLookUp, compileLookUps, rootStatement } from '../compile/compile-root.ts';
import type { CompileContext } from '../compile/compiled.ts';
import { createVariables, isResponseObject } from '../compile/compiled.ts';
import { type SelectedField, withoutNulls } from '../compile/select-fields.ts';
import { createParameters } from '../cypher/statement.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { firstDay } from '../model/day.ts';
import { type Model, rootTypes } from '../model/model.ts';
import { compileGraphInfo } from '../questions/changes/compile-graph-info.ts';
import { answerChanges } from './answer-changes.ts';
import { answerSupport } from './answer-support.ts';
import { type ApiContext, graphFailure, STATEMENT_TIMEOUT } from './api-context.ts';
import type { RootField } from './root-field.ts';
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
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type))
      type.resolveType = (value) => (isResponseObject(value) ? value.typename : undefined);
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.resolve ??= resolveByResponseKey;
  }
  return schema;
}

/** Every root field by name. */
function rootFields(model: Model): Readonly<Record<string, RootField>> {
  const lists = rootTypes(model).map((type): readonly [string, RootField] => [
    type.root?.list ?? '',
    { compile: (context, field) => compileList(context, type.name, field) },
  ]);
  return {
    node: { compile: compileLookUp },
    nodes: { compile: compileLookUps },
    support: answerSupport,
    changes: answerChanges,
    graph: { compile: compileGraphInfo },
    ...Object.fromEntries(lists),
  };
}

/** The statement of a root field, and how its row is read. Pure: no database, no clock. */
function compileRootField(
  model: Model,
  root: RootField,
  info: GraphQLResolveInfo,
  given: Readonly<Record<string, unknown>>,
  today: string,
): { readonly field: SelectedField } & ReturnType<typeof rootStatement> {
  const declared = info.parentType.getFields()[info.fieldName];
  invariant(declared, `${info.fieldName} is no root field`);
  const values = withoutNulls(given, declared.args);
  const field: SelectedField = {
    responseKey: String(info.path.key),
    name: info.fieldName,
    nodes: info.fieldNodes,
    arguments: values,
    types: [info.parentType.name],
  };
  const day = values.anyDay === true ? undefined : dayOf(values.validOn ?? today);
  const context: CompileContext = {
    model,
    schema: info.schema,
    fragments: info.fragments,
    variables: info.variableValues,
    parameters: createParameters({ today: dayOf(today), ...(day === undefined ? {} : { day }) }),
    day,
    variable: createVariables(),
  };
  return { field, ...rootStatement(context, root.compile(context, field)) };
}

function resolveRoot(root: RootField): GraphQLFieldResolver<unknown, ApiContext> {
  return async (_, given, context, info) => {
    try {
      const today = await context.today();
      const { field, statement, read } = compileRootField(context.model, root, info, given, today);
      const options = { timeout: STATEMENT_TIMEOUT, signal: context.signal };
      const [row] = await context.graph.read(statement, options);
      const { revision, value } = read(row);
      context.sawRevision(revision);
      return root.answer ? await root.answer(value, field, context) : value;
    } catch (error) {
      throw graphFailure(error);
    }
  };
}

/** Values below the root were read under their response keys, so that aliases keep apart; plain values by name. */
const resolveByResponseKey: GraphQLFieldResolver<unknown, ApiContext> = (source, args, context, info) =>
  isResponseObject(source)
    ? source.fields.get(String(info.path.key))
    : defaultFieldResolver(source, args, context, info);

function dayOf(date: unknown): number {
  const day = firstDay(String(date));
  invariant(day !== undefined, `${String(date)} is no day`);
  return day;
}
