/** The API's own operations, asked from the command line. */

import type { Graph } from '../graph/graph.ts';
import { GraphError } from '../graph/graph-error.ts';
import type { Model } from '../model/model.ts';
import { readSchemaFolder } from '../model/read-model.ts';
import { QUESTIONS_FOLDER, SCHEMA_FOLDER } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Asks one operation of a graph; gives its data. */
export type AskApi = (
  operation: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

/**
 * The API over an open graph, without HTTP and without its limits.
 * @throws UsageError where an argument is refused; whatever else went wrong as it is
 */
export async function openApi(model: Model, graph: Graph): Promise<AskApi> {
  // Only here: other commands start without GraphQL.
  const [{ deriveApiSchema }, { executableSchema }, { createGraphClock }, { graphql }] = await Promise.all([
    import('../api/derive-api-schema.ts'),
    import('../api/executable-schema.ts'),
    import('../api/graph-clock.ts'),
    import('graphql'),
  ]);
  const [definitions, questions] = [readSchemaFolder(SCHEMA_FOLDER), readSchemaFolder(QUESTIONS_FOLDER)];
  const schema = executableSchema(model, deriveApiSchema(model, definitions, questions));
  const clock = createGraphClock(graph);
  const contextValue = {
    model,
    graph,
    now: new Date(),
    knowledge: clock.knowledge,
    signal: undefined,
    sawRevision: () => {},
  };
  return async (source, variableValues) => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    const [error] = errors ?? [];
    if (error?.extensions.code === 'BAD_USER_INPUT') throw new UsageError(error.message);
    if (error) throw graphErrorIn(error) ?? error;
    return data ?? {};
  };
}

/** The graph's own failure at the bottom of a told one. */
function graphErrorIn(error: unknown): GraphError | undefined {
  if (error instanceof GraphError) return error;
  return error instanceof Error && 'originalError' in error ? graphErrorIn(error.originalError) : undefined;
}
