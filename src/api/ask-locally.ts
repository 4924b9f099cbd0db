/** Asks the API's own questions without a server, for commands. */

import { type DocumentNode, graphql } from 'graphql';
import type { Graph } from '../graph/graph.ts';
import type { Model } from '../model/model.ts';
import type { ApiContext } from './api-context.ts';
import { executableSchema } from './executable-schema.ts';
import { createGraphClock } from './graph-clock.ts';

/**
 * Gives a function that runs an operation against a graph, and gives its data.
 * @param definitions the derived definitions of the API
 * @throws the first error of an answer that has some
 */
export function askLocally(
  model: Model,
  definitions: DocumentNode,
  graph: Graph,
): (source: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown> {
  const schema = executableSchema(model, definitions);
  const clock = createGraphClock(graph);
  return async (source, variableValues) => {
    const contextValue: ApiContext = {
      model,
      graph,
      now: new Date(),
      knowledge: clock.knowledge,
      signal: undefined,
      sawRevision: () => undefined,
    };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    if (errors?.[0]) throw errors[0].originalError ?? errors[0];
    // Objects of a response have no prototype; those who read it expect plain ones.
    return JSON.parse(JSON.stringify(data));
  };
}
