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
import type { BrowserLinks } from '../browser/browser-links.ts';
import { rootStatement } from '../compile/compile-root.ts';
import type { CompileContext } from '../compile/compiled.ts';
import { createVariables, isResponseObject } from '../compile/compiled.ts';
import { withCurrentIds } from '../compile/current-ids.ts';
import { fullDay } from '../compile/full-day.ts';
import { withoutNulls } from '../compile/select-fields.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import { createParameters } from '../cypher/statement.ts';
import { clientError } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { firstDay, todayIn } from '../model/day.ts';
import type { Model } from '../model/model.ts';
import { DERIVED_POLICIES } from '../questions/policies/compile-policies.ts';
import { type ApiContext, CLIENT_LEFT, graphFailure, STATEMENT_TIMEOUT } from './api-context.ts';
import { type GraphKnowledge, isSameKnowledge } from './graph-clock.ts';
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
    for (const field of Object.values(type.getFields())) field.resolve ??= resolveByResponseKey;
  }
  return schema;
}

/** The statement of a root field, and how its row is read. Pure: no database, no clock. */
function compileRootField(
  model: Model,
  root: RootField,
  info: GraphQLResolveInfo,
  given: Readonly<Record<string, unknown>>,
  { timeZone, formerIds }: GraphKnowledge,
  now: Date,
  links: BrowserLinks,
): { readonly field: SelectedField } & ReturnType<typeof rootStatement> {
  const declared = info.parentType.getFields()[info.fieldName];
  invariant(declared, `${info.fieldName} is no root field`);
  const values = withCurrentIds(withoutNulls(given, declared.args), declared.args, formerIds);
  const today = todayIn(timeZone, now);
  const field: SelectedField = {
    responseKey: String(info.path.key),
    name: info.fieldName,
    nodes: info.fieldNodes,
    arguments: values,
    types: [info.parentType.name],
  };
  const asked = operationDay(values) ?? dayOf(today);
  const day = values.anyDay === true ? undefined : asked;
  const context: CompileContext = {
    model,
    schema: info.schema,
    fragments: info.fragments,
    variables: info.variableValues,
    formerIds,
    parameters: createParameters({ today: dayOf(today), ...(day === undefined ? {} : { day }) }),
    day,
    today: dayOf(today),
    derived: DERIVED_POLICIES,
    links,
    variable: createVariables(),
  };
  return { field, ...rootStatement(context, root.compile(context, field)) };
}

/**
 * How often a root field is run where each time the graph has moved on, and with it what the statement was compiled
 * by: nobody gets an answer by former ids or a time zone that are no more.
 */
const MOST_RUNS = 2;

function resolveRoot(root: RootField): GraphQLFieldResolver<unknown, ApiContext> {
  return async (_, given, context, info) => {
    try {
      for (let run = 0; run < MOST_RUNS; run++) {
        const knowledge = await context.knowledge();
        if (context.signal?.aborted) throw CLIENT_LEFT;
        const compiled = compileRootField(
          context.model,
          root,
          info,
          given,
          knowledge,
          context.now,
          context.links,
        );
        const options = { timeout: context.timeout ?? STATEMENT_TIMEOUT, signal: context.signal };
        const [row] = await context.graph.read(compiled.statement, options);
        const { revision, value } = compiled.read(row);
        context.sawRevision(revision);
        if (revision === knowledge.revision || isSameKnowledge(knowledge, await context.knowledge(revision)))
          return root.answer ? await root.answer(value, compiled.field, context) : value;
      }
      throw clientError('SERVICE_UNAVAILABLE', 'The graph is being renewed; try again in a moment.');
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

/** The day that a root field is asked on; undefined where it names none. */
function operationDay({ validOn, on }: Readonly<Record<string, unknown>>): number | undefined {
  return fullDay('validOn', validOn) ?? fullDay('on', on);
}

function dayOf(date: unknown): number {
  const day = firstDay(String(date));
  invariant(day !== undefined, `${String(date)} is no day`);
  return day;
}
