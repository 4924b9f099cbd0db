/** The derived `policies` fields, held against the reading of `support` that is theirs by definition (§2.6, §6.15). */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { relationshipKey } from '../../src/model/identity.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { randomCase } from '../oracle/random-case.ts';
import { type SupportRow, type SupportStep, supportOracle } from '../oracle/support-oracle.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
/** More on demand: DERIVED_RUNS=500. */
const RUNS = Number(process.env.DERIVED_RUNS ?? 25);
let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

/** A policy in force for a node, with its proof. */
interface Derived {
  readonly id: string;
  readonly scope: string;
  readonly modality: string;
  readonly because: readonly SupportStep[];
}

/** A cluster, and a place of its own, that no random dataset has. */
const CLUSTER = 'cluster:probe';
const REGION = 'region:probe';

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

/** What `support` says by definition; undefined for nodes that have no such field. */
function expectedFor(dataset: Dataset, node: DatasetNode, day: number): readonly Derived[] | undefined {
  const asked = { day, includePlanned: false, orderBy: 'POLICY' } as const;
  const policies = [...dataset.nodes.values()].filter(({ type }) => type === 'Policy');
  if (node.type === 'Cluster') return best(supportOracle(dataset, { ...asked, cluster: node.id }).rows);
  if (node.type === 'Region' || node.type === 'Zone') {
    // Rule 3 alone: a cluster in this place that every policy supports by name.
    const probed = withFacts(dataset, [
      ...policies.map(({ id }): Fact => ['SUPPORTS_CLUSTER', id, CLUSTER]),
      ['CLUSTER_LOCATED_IN', CLUSTER, node.id],
    ]);
    const { rows } = supportOracle(probed, { ...asked, cluster: CLUSTER });
    return best(rows).map((row) => ({ ...row, because: row.because.slice(2) }));
  }
  if (node.type === 'Industry') {
    // Rule 2 alone: a cluster of this industry in a place where every policy applies.
    const probed = withFacts(dataset, [
      ...policies.map(({ id }): Fact => ['POLICY_APPLIES_IN', id, REGION]),
      ['FOCUSES_ON', CLUSTER, node.id],
      ['CLUSTER_LOCATED_IN', CLUSTER, REGION],
    ]);
    const { rows } = supportOracle(probed, { ...asked, cluster: CLUSTER });
    return best(rows).map((row) => ({ ...row, because: row.because.slice(0, -3) }));
  }
  return undefined;
}

type Fact = readonly [type: string, from: string, to: string];

function withFacts(dataset: Dataset, facts: readonly Fact[]): Dataset {
  const nodes = new Map(dataset.nodes);
  const evidence = [{ source: 'source:s', locator: 'p1' }];
  nodes.set(CLUSTER, { id: CLUSTER, type: 'Cluster', properties: { name: 'probe' }, evidence });
  nodes.set(REGION, {
    id: REGION,
    type: 'Region',
    properties: { name: 'probe', level: 'DISTRICT' },
    evidence,
  });
  const relationships = new Map<string, DatasetRelationship>(dataset.relationships);
  for (const [type, from, to] of facts) {
    const key = relationshipKey(type, from, to, []);
    relationships.set(key, { key, type, from, to, properties: { modality: 'STATED' }, evidence });
  }
  return { ...dataset, nodes, relationships };
}

/** Of each policy the row of the widest scope, then of the fewest steps, then the first by the ids along it. */
function best(rows: readonly SupportRow[]): readonly Derived[] {
  const found = new Map<string, SupportRow>();
  for (const row of rows) {
    const known = found.get(row.policy);
    if (!known || isBetter(row, known)) found.set(row.policy, row);
  }
  return [...found.values()].map(({ policy, scope, modality, because }) => ({
    id: policy,
    scope,
    modality,
    because,
  }));
}

function isBetter(a: SupportRow, b: SupportRow): boolean {
  if (a.scope !== b.scope) return a.scope === 'WHOLE';
  if (a.because.length !== b.because.length) return a.because.length < b.because.length;
  const ids = ({ because }: SupportRow) => because.flatMap(({ from, to }) => [from, to]).join(' ');
  return ids(a) < ids(b);
}

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
  expect(statements).toHaveLength(1);
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
