/** Asks `support` of the API, all pages of it, in the form in which the oracle answers. */

import { expect } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { dayText } from '../../src/model/day.ts';
import type { SupportAnswer, SupportQuery, SupportRow } from '../oracle/support-oracle.ts';
import { type buildSchema, runOperation } from '../run-operation.ts';

const OPERATION = `
query Support($policy: ID, $industry: ID, $cluster: ID, $place: ID, $instrument: Instrument, $day: Date,
  $includePlanned: Boolean, $dropping: ExclusionReason, $orderBy: SupportOrder, $first: Int, $after: String, $begins: Boolean!) {
  support(policy: $policy, industry: $industry, cluster: $cluster, place: $place, instrument: $instrument,
    validOn: $day, includePlanned: $includePlanned, dropping: $dropping, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    whyNot @include(if: $begins) { reason count }
    pageInfo { hasNextPage endCursor }
    nodes {
      policy { id } cluster { id } place { id } scope modality
      because { from { id } relationship to { id } modality }
    }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly whyNot?: SupportAnswer['whyNot'];
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

/**
 * The whole answer, page by page; the pages together are the total. Why there is no more is asked with the first page
 * alone: the total is then counted in another way, and must be the same.
 */
export async function askSupport(
  api: ReturnType<typeof buildSchema>,
  graph: Graph,
  query: SupportQuery,
  pageSize = 50,
): Promise<SupportAnswer> {
  const rows: SupportRow[] = [];
  let after: string | null = null;
  let page: Page;
  const totals: number[] = [];
  const whyNot: SupportAnswer['whyNot'][number][] = [];
  do {
    const begins = after === null;
    const variables = { ...query, day: dayText(query.day), first: pageSize, after, begins };
    const ask = () => runOperation(api, graph, OPERATION, variables);
    let asked = await ask();
    // The ground was that of another state: the question was decided and sent again, once. The next one is sent once.
    if (begins && asked.statements.length === 2) asked = await ask();
    const { result, statements } = asked;
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    page = (result.data as unknown as { readonly support: Page }).support;
    rows.push(...page.nodes.map(rowOf));
    totals.push(page.totalCount);
    whyNot.push(...(page.whyNot ?? []).map(({ reason, count }) => ({ reason, count })));
    after = page.pageInfo.endCursor;
  } while (page.pageInfo.hasNextPage);
  expect(totals).toEqual(totals.map(() => rows.length));
  return { rows, whyNot };
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
