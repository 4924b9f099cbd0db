/** The API's own operations, asked from the command line. */

import type { AskApi } from '../../answers/overdue-targets.ts';
import { GraphError } from '../../graph/bolt/graph-error.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Model } from '../../model/model.ts';
import { UsageError } from '../usage-error.ts';
import { readApiSchema } from './api-schema.ts';

/** The longest a statement may take, in ms: a command asks what Neo4j may have to plan first, for seconds. */
const TIMEOUT = 60_000;

/**
 * The API over an open graph, without HTTP.
 * @throws UsageError where an argument is refused; whatever else went wrong as it is
 */
export async function openApi(model: Model, graph: Graph): Promise<AskApi> {
  // Only here: other commands start without GraphQL.
  const [{ openOperations }, { parse }, schema] = await Promise.all([
    import('../../api/open-operations.ts'),
    import('graphql'),
    readApiSchema(model),
  ]);
  const answer = openOperations(model, schema, graph, { timeout: TIMEOUT });
  return async (operation, variables) => {
    const { data, errors } = await answer(parse(operation), variables);
    const [error] = errors;
    if (error?.extensions.code === 'BAD_USER_INPUT') throw new UsageError(error.message);
    if (error) throw graphErrorIn(error) ?? error;
    return data;
  };
}

/** The graph's own failure behind a reported one. */
function graphErrorIn(error: unknown): GraphError | undefined {
  if (error instanceof GraphError) return error;
  return error instanceof Error && 'originalError' in error ? graphErrorIn(error.originalError) : undefined;
}
