/** Asks `progress` of the API, all pages of it, in the form in which the oracle answers. */

import { expect } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { ProgressQuestion, ProgressRow } from '../oracle/progress-oracle.ts';
import { type buildSchema, runOperation } from '../run-operation.ts';

const OPERATION = `
query Progress($policy: ID, $indicator: ID, $industry: ID, $place: ID, $on: Date, $first: Int, $after: String) {
  progress(policy: $policy, indicator: $indicator, industry: $industry, place: $place, on: $on,
    first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node { target { id indicator { id } } latest { id } ratio state } }
    nodes { zh: refusal en: refusal(lang: EN) }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: Answer }[];
  readonly nodes: readonly { readonly zh: string | null; readonly en: string | null }[];
}

interface Answer {
  readonly target: { readonly id: string; readonly indicator: { readonly id: string } };
  readonly latest: { readonly id: string } | null;
  readonly ratio: string | null;
  readonly state: string;
}

/** The whole answer, page by page; the pages together are the total, and each page is one statement, and one more for each kind of record on it. */
export async function askProgress(
  api: ReturnType<typeof buildSchema>,
  graph: Graph,
  question: ProgressQuestion,
  pageSize = 50,
): Promise<readonly ProgressRow[]> {
  const rows: ProgressRow[] = [];
  let after: string | null = null;
  let page: Page;
  do {
    const variables = { ...question, first: pageSize, after };
    const { result, statements } = await runOperation(api, graph, OPERATION, variables);
    expect(result.errors).toBeUndefined();
    page = (result.data as unknown as { readonly progress: Page }).progress;
    // The question; where there are any, the targets and then their indicators, and the latest figures.
    const measured = page.edges.some(({ node }) => node.latest);
    expect(statements).toHaveLength(1 + (page.edges.length > 0 ? 2 : 0) + (measured ? 1 : 0));
    expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
    page.edges.forEach(({ node }, index) => {
      rows.push(rowOf(node, page.nodes[index]));
    });
    after = page.pageInfo.endCursor;
  } while (page.pageInfo.hasNextPage);
  expect(page.totalCount).toBe(rows.length);
  return rows;
}

/** A refusal names both indicators, in either language; without one there is none in either. */
function rowOf(
  { target, latest, ratio, state }: Answer,
  refusal: Page['nodes'][number] | undefined,
): ProgressRow {
  const { zh = null, en = null } = refusal ?? {};
  const [own, instead] = [...(zh ?? '').matchAll(/“指标([^”]+)”/g)].map((match) => match[1] ?? '');
  const inEnglish = [...(en ?? '').matchAll(/"Indicator ([^"]+)"/g)].map((match) => match[1]);
  expect(inEnglish).toEqual(zh === null ? [] : [own, instead]);
  if (zh !== null) expect(own).toBe(target.indicator.id);
  return { target: target.id, state, latest: latest?.id ?? null, ratio, instead: instead ?? null };
}
