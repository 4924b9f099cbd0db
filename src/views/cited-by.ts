/** All that rests on a source, type by type. */

import { entityTypeName, type Model, rootTypes } from '../model/model.ts';
import type { Question } from './operation.ts';
import type { Named } from './vocabulary.ts';

/** What rests on a source: a part for each type, by the type's name. */
export interface CitedByData {
  readonly source: Readonly<
    Record<string, { readonly totalCount: number; readonly nodes: readonly Named[] }>
  > | null;
}

/** What rests on a source, a page of each type at once. */
export function citedByQuestion(model: Model, id: string, first: number): Question<CitedByData> {
  const parts = rootTypes(model)
    .filter(({ interfaces }) => interfaces.includes('Entity'))
    .map(
      ({ name }) =>
        `    ${name}: citedBy(first: $first, where: { type: { in: [${entityTypeName(name)}] } }) { totalCount nodes { __typename id name nameEn } }`,
    );
  const query = `query CitedBy($id: ID!, $first: Int) {\n  source: lookUp(id: $id) { ... on Source {\n${parts.join('\n')}\n  } }\n}`;
  return { query, variables: { id, first } };
}
