/** The API's operations without HTTP: under the same limits, for commands and for tools. */

import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
} from 'graphql';
import { browserLinks } from '../browser/browser-links.ts';
import { fragmentsOf } from '../compile/compiled.ts';
import { invariant } from '../diagnostics/invariant.ts';
import type { Graph } from '../graph/graph.ts';
import { cacheGround, type GroundLimits } from '../ground/cache-ground.ts';
import { todayIn } from '../model/day.ts';
import type { Model } from '../model/model.ts';
import { STATEMENT_TIMEOUT } from './api-context.ts';
import { executeInOneRevision } from './execute-in-one-revision.ts';
import { createGraphClock } from './graph-clock.ts';
import { LIMITS, refusalOf, tooComplex } from './limits.ts';
import { isNestedDeeper } from './measure-conditions.ts';
import { measureOperation } from './measure-operation.ts';

/** What came of an operation. */
export interface OperationAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphQLError[];
  /** The revision that answered; 0 where nothing was ever applied. */
  readonly revision: number;
  /** The day of an operation that names none. */
  readonly today: string;
}

/** Answers an operation that is valid in the schema. */
export type AnswerOperation = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
) => Promise<OperationAnswer>;

/** What operations may take. */
export interface OperationOptions {
  /** Neo4j Browser, pointed at the database that answers. */
  readonly browserUrl?: string | undefined;
  /** The longest a statement may take, in ms. */
  readonly timeout?: number | undefined;
  /** What the facts for the rules, and counts over them, may take. */
  readonly groundLimits?: GroundLimits | undefined;
}

/**
 * The operations of a schema over a graph. What an operation or its variables do wrong is in `errors`.
 */
export function openOperations(
  model: Model,
  schema: GraphQLSchema,
  graph: Graph,
  { browserUrl, timeout = STATEMENT_TIMEOUT, groundLimits }: OperationOptions = {},
): AnswerOperation {
  const clock = createGraphClock(graph);
  const links = browserLinks(browserUrl);
  const cache = cacheGround(model, graph, groundLimits);
  return async (document, variableValues, signal) => {
    const now = new Date();
    const seen = new Set<number>();
    const refusals = refusalsOf(schema, document, variableValues);
    if (refusals.length > 0) return { data: {}, errors: refusals, revision: 0, today: todayIn('UTC', now) };
    const contextValue = {
      model,
      graph,
      links,
      now,
      knowledge: clock.knowledge,
      ground: cache.ground,
      rulebook: cache.rulebook,
      past: cache.past,
      timeout,
      signal,
      sawRevision: (revision: number) => void seen.add(revision),
    };
    const { data, errors = [] } = await executeInOneRevision(
      { schema, document, variableValues, contextValue },
      seen,
    );
    const [revision = 0] = seen;
    const timeZone = errors.length > 0 ? 'UTC' : (await clock.knowledge()).timeZone;
    return { data: data ?? {}, errors, revision, today: todayIn(timeZone, now) };
  };
}

/** What is wrong with the variables, or the first limit that the operation is over. */
function refusalsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  const operation = getOperationAST(document);
  invariant(operation, 'there is one operation in the document');
  if (isNestedDeeper(variables, LIMITS.variableDepth))
    return [tooComplex('variableDepth', LIMITS.variableDepth + 1)];
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], {
    ...variables,
  });
  if (errors) return errors;
  const refusal = refusalOf(measureOperation(schema, operation, fragmentsOf(document), coerced));
  return refusal ? [refusal] : [];
}
