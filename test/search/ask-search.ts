/** Asks `search` of the API, all pages of it. */

import { expect } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { type buildSchema, runOperation } from '../run-operation.ts';
import type { Hit } from './search-oracle.ts';

const OPERATION = `
query Search($text: String!, $types: [EntityType!], $where: SearchWhere, $validOn: Date, $first: Int, $after: String) {
  search(text: $text, types: $types, where: $where, validOn: $validOn, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node { matched score entity { id } } }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly node: {
      readonly matched: string;
      readonly score: number;
      readonly entity: { readonly id: string };
    };
  }[];
}

/** Which of what a text finds is asked for. */
export interface SearchAsked {
  readonly types?: readonly string[] | undefined;
  /** Filters by the name of their list. */
  readonly where?: Readonly<Record<string, unknown>> | undefined;
  readonly validOn?: string;
}

/** The whole answer, page by page: the pages together are the total, and scores never rise. */
export async function askSearch(
  api: ReturnType<typeof buildSchema>,
  graph: Graph,
  text: string,
  asked: SearchAsked = {},
  pageSize = 50,
): Promise<readonly Hit[]> {
  const hits: (Hit & { readonly score: number })[] = [];
  let after: string | null = null;
  let page: Page;
  do {
    const variables = { text, ...asked, first: pageSize, after };
    const { result, statements } = await runOperation(api, graph, OPERATION, variables);
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    page = (result.data as unknown as { readonly search: Page }).search;
    hits.push(
      ...page.edges.map(({ node }) => ({ id: node.entity.id, matched: node.matched, score: node.score })),
    );
    after = page.pageInfo.endCursor;
  } while (page.pageInfo.hasNextPage);
  expect(page.totalCount).toBe(hits.length);
  const scores = hits.map((hit) => hit.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
  return hits.map(({ id, matched }) => ({ id, matched }));
}
