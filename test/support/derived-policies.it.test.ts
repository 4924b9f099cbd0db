/** The derived `policies` fields, held against the reading of `support` that is theirs by definition (§2.6, §6.15). */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { DatasetNode } from '../../src/model/dataset.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { type Derived, expectedFor } from '../oracle/derived-policies.ts';
import { randomCase } from '../oracle/random-case.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
/** More on demand: DERIVED_RUNS=500. */
const RUNS = Number(process.env.DERIVED_RUNS ?? 12);
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

test(
  'a place, an industry and a cluster have the policies in force that support finds for them',
  async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(randomCase(1), async ({ dataset, queries }) => {
        await loadDataset(graph, dataset);
        const day = queries[0]?.day ?? 20220615;
        for (const node of dataset.nodes.values()) {
          const expected = expectedFor(dataset, node, day);
          if (!expected) continue;
          expect({ node: node.id, policies: await policiesOf(node, day) }).toEqual({
            node: node.id,
            policies: expected,
          });
          seen += expected.length;
        }
      }),
      { numRuns: RUNS },
    );
    // A comparison of nothing with nothing would prove nothing.
    expect(seen).toBeGreaterThan(RUNS);
  },
  20 * 60_000,
);

const FIELDS = `plain: policies(first: 200) { nodes { id } }
policies(first: 200) {
  totalCount
  edges {
    scope
    modality
    node { id }
    because { from { id } relationship to { id } modality }
  }
}`;

async function policiesOf(node: DatasetNode, day: number): Promise<readonly Derived[]> {
  const operation = `query ($id: ID!, $day: Date) { node: lookUp(id: $id, validOn: $day) { ... on ${node.type} { ${FIELDS} } } }`;
  const text = String(day);
  const variables = { id: node.id, day: `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` };
  const { result, statements } = await runOperation(api, graph, operation, variables);
  expect(result.errors).toBeUndefined();
  // The node, and what the rules decided of it for each of the two fields.
  expect(statements).toHaveLength(3);
  const { node: answer } = result.data as unknown as {
    readonly node: { readonly policies: Page; readonly plain: { readonly nodes: readonly WithId[] } };
  };
  // Without proofs another, smaller statement answers: the same policies.
  expect(answer.plain.nodes).toEqual(answer.policies.edges.map(({ node: policy }) => policy));
  expect(answer.policies.totalCount).toBe(answer.policies.edges.length);
  return answer.policies.edges.map(({ node: policy, scope, modality, because }) => ({
    id: policy.id,
    scope,
    modality,
    because: because.map((step) => ({
      from: step.from.id,
      relationship: step.relationship,
      to: step.to.id,
      modality: step.modality,
    })),
  }));
}

interface WithId {
  readonly id: string;
}

interface Page {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly scope: string;
    readonly modality: string;
    readonly node: WithId;
    readonly because: readonly {
      readonly from: WithId;
      readonly relationship: string;
      readonly to: WithId;
      readonly modality: string;
    }[];
  }[];
}
