/** Runs an operation against a graph as the API does, HTTP apart, and counts the statements that reach Neo4j. */

import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import type { ApiContext } from '../src/api/api-context.ts';
import { deriveApiSchema } from '../src/api/derive-api-schema.ts';
import { executableSchema } from '../src/api/executable-schema.ts';
import type { GraphKnowledge } from '../src/api/graph-clock.ts';
import { browserLinks } from '../src/browser/browser-links.ts';
import type { Statement } from '../src/cypher/statement.ts';
import type { Graph } from '../src/graph/graph.ts';
import { cacheGround, type GroundCache } from '../src/ground/cache-ground.ts';
import type { Model } from '../src/model/model.ts';
import { readModel } from '../src/model/schema/read-model.ts';
import { readSchemaFolder } from '../src/model/schema/read-schema-folder.ts';

/**
 * How long a statement may take here, in ms: what is asked is whether an answer is right, on whatever machine. That
 * one comes in time or is given up is asked of the server.
 */
const LONGEST = 60_000;

/** An answer, and the statements that were sent for it. */
export interface OperationResult {
  readonly result: ExecutionResult;
  readonly statements: readonly Statement[];
  readonly revisions: readonly number[];
}

/** The schema that answers for a schema folder. */
export function buildSchema(folder = 'schema'): { readonly model: Model; readonly schema: GraphQLSchema } {
  const model = readModel(folder);
  const definitions = deriveApiSchema(
    model,
    readSchemaFolder(folder),
    readSchemaFolder(`${folder}/questions`),
  );
  return { model, schema: executableSchema(model, definitions) };
}

/** The ground that is kept for each graph, as a server keeps it. */
const caches = new WeakMap<Graph, GroundCache>();

function cacheOf(model: Model, graph: Graph): GroundCache {
  const cache = caches.get(graph) ?? cacheGround(model, graph);
  caches.set(graph, cache);
  return cache;
}

/** Runs one operation. */
export async function runOperation(
  { model, schema }: ReturnType<typeof buildSchema>,
  graph: Graph,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
  today = '2024-10-01',
  formerIds: GraphKnowledge['formerIds'] = new Map(),
): Promise<OperationResult> {
  const statements: Statement[] = [];
  const revisions: number[] = [];
  const counted: Graph = {
    ...graph,
    read(statement, options) {
      statements.push(statement);
      return graph.read(statement, { ...options, timeout: LONGEST });
    },
  };
  const knowledge: GraphKnowledge = { revision: 0, timeZone: 'UTC', formerIds };
  const contextValue: ApiContext = {
    model,
    graph: counted,
    links: browserLinks(undefined),
    now: new Date(`${today}T12:00:00Z`),
    knowledge: async (revision = knowledge.revision) => ({ ...knowledge, revision }),
    ground: cacheOf(model, graph).ground,
    rulebook: cacheOf(model, graph).rulebook,
    past: cacheOf(model, graph).past,
    signal: undefined,
    sawRevision: (revision: number) => revisions.push(revision),
  };
  const result = await graphql({ schema, source, variableValues, contextValue });
  return { result, statements, revisions };
}
