/** Asks `support` of the API, all pages of it, in the form in which the oracle answers. */

import { expect } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { SupportAnswer, SupportQuery, SupportRow } from '../oracle/support-oracle.ts';
import { type buildSchema, runOperation } from '../run-operation.ts';

const OPERATION = `
query Support($policy: ID, $industry: ID, $cluster: ID, $place: ID, $instrument: Instrument, $day: Date,
  $includePlanned: Boolean, $orderBy: SupportOrder, $first: Int, $after: String) {
  support(policy: $policy, industry: $industry, cluster: $cluster, place: $place, instrument: $instrument,
    validOn: $day, includePlanned: $includePlanned, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    whyNot { reason count }
    pageInfo { hasNextPage endCursor }
    nodes {
      policy { id } cluster { id } place { id } scope modality
      because { from { id } relationship to { id } modality }
    }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly whyNot: SupportAnswer['whyNot'];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Answer[];
}

interface WithId {
  readonly id: string;
}

interface Answer {
  readonly policy: WithId;
  readonly cluster: WithId;
  readonly place: WithId;
  readonly scope: SupportRow['scope'];
  readonly modality: string;
  readonly because: readonly {
    readonly from: WithId;
    readonly relationship: string;
    readonly to: WithId;
    readonly modality: string;
  }[];
}

/** The whole answer, page by page; the pages together are the total. */
export async function askSupport(
  api: ReturnType<typeof buildSchema>,
  graph: Graph,
  query: SupportQuery,
  pageSize = 50,
): Promise<SupportAnswer> {
  const rows: SupportRow[] = [];
  let after: string | null = null;
  let page: Page;
  do {
    const variables = { ...query, day: dateOf(query.day), first: pageSize, after };
    const { result, statements } = await runOperation(api, graph, OPERATION, variables);
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    page = (result.data as unknown as { readonly support: Page }).support;
    rows.push(...page.nodes.map(rowOf));
    after = page.pageInfo.endCursor;
  } while (page.pageInfo.hasNextPage);
  expect(page.totalCount).toBe(rows.length);
  return { rows, whyNot: page.whyNot.map(({ reason, count }) => ({ reason, count })) };
}

function rowOf({ policy, cluster, place, scope, modality, because }: Answer): SupportRow {
  return {
    policy: policy.id,
    cluster: cluster.id,
    place: place.id,
    scope,
    modality,
    because: because.map((step) => ({
      from: step.from.id,
      relationship: step.relationship,
      to: step.to.id,
      modality: step.modality,
    })),
  };
}

function dateOf(day: number): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
