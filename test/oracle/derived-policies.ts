/** What the derived `policies` fields answer by definition: by the oracle of `support`, asked about probes (§6.15). */

import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { relationshipKey } from '../../src/model/identity.ts';
import { type SupportRow, type SupportStep, supportOracle } from './support-oracle.ts';

/** A policy in force for a node, with its proof. */
export interface Derived {
  readonly id: string;
  readonly scope: string;
  readonly modality: string;
  readonly because: readonly SupportStep[];
}

/** A cluster, and a place of its own, that no random dataset has. */
const CLUSTER = 'cluster:probe';
const REGION = 'region:probe';

/** The expected answer by definition; undefined for nodes without such a field. */
export function expectedFor(
  dataset: Dataset,
  node: DatasetNode,
  day: number,
): readonly Derived[] | undefined {
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
