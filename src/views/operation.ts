/** Operations of the API with their types: what an app developer writes with gql.tada, without its parser at run time. */

import type { initGraphQLTada, ResultOf, VariablesOf } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

interface Setup {
  introspection: introspection;
  disableMasking: true;
  scalars: {
    CoarseDate: string;
    Date: string;
    DateTime: string;
    Decimal: string;
    Period: string;
  };
}

/** The API takes text, so that a document is its text here; the types are those that gql.tada reads out of it. */
type Graphql = ReturnType<typeof initGraphQLTada<Setup>>;

/** Where a fragment begins: fragments that others spread as well are written once. */
const FRAGMENT = /\n(?=fragment )/;

/** An operation, or a fragment for others. */
export const graphql = ((text: string, fragments: readonly string[] = []) =>
  [...new Set([text, ...fragments].flatMap((each) => each.split(FRAGMENT)))].join(
    '\n',
  )) as unknown as Graphql;

/** What is asked: the text of an operation and its variables. */
export interface Question<Data = unknown> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it says what nobody else is to know: its answer is not kept, and it is put into no address. */
  readonly isPrivate?: boolean;
  /** Never there: it carries the type of the answer. */
  readonly data?: Data;
}

/** A question from an operation with its variables. */
export function questionOf<Document extends object>(
  document: Document,
  variables: VariablesOf<Document>,
): Question<ResultOf<Document>> {
  return { query: String(document), variables: { ...(variables as object) } };
}

/** What a question is answered with, by the function that asks it. */
export type AnswerTo<Asks extends (...given: never[]) => unknown> =
  ReturnType<Asks> extends Question<infer Data> ? Data : never;
