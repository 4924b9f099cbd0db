/** The policies of places, industries and clusters by the rules, held against their definition (§6.15). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset, DatasetNode } from '../../src/model/dataset.ts';
import type { GroundViews } from '../../src/rules/ground-views.ts';
import { countPolicies, type PoliciesOf, policiesOf, policyProof } from '../../src/rules/policies.ts';
import { modalityOf } from '../../src/rules/proof.ts';
import { type Derived, expectedFor } from '../oracle/derived-policies.ts';
import { randomCase } from '../oracle/random-case.ts';
import { stepsOf, viewsOf } from './answer-by-rules.ts';

/** More on demand: RULES_RUNS=100000. */
const RUNS = Number(process.env.RULES_RUNS ?? 12_000) / 20;

const KINDS: Readonly<Record<string, PoliciesOf>> = {
  Region: 'place',
  Zone: 'place',
  Industry: 'industry',
  Cluster: 'cluster',
};

test('every place, industry and cluster has the policies that support finds', { timeout: 600_000 }, () => {
  let seen = 0;
  const check = (dataset: Dataset, day: number) => {
    const views = viewsOf(dataset);
    const counts = countsOf(views, day);
    for (const node of dataset.nodes.values()) {
      const kind = KINDS[node.type];
      if (!kind) continue;
      const expected = expectedFor(dataset, node, day);
      expect({ node: node.id, policies: derived(views, kind, node, day) }).toEqual({
        node: node.id,
        policies: expected,
      });
      // Orders count them all at once.
      expect(counts.get(node.id) ?? 0, node.id).toBe(expected?.length);
      seen += expected?.length ?? 0;
    }
  };
  fc.assert(
    fc.property(randomCase(1), ({ dataset, queries }) => check(dataset, queries[0]?.day ?? 20220615)),
    { numRuns: RUNS },
  );
  // A comparison of nothing with nothing would prove nothing.
  expect(seen).toBeGreaterThan(RUNS);
});

/** The counts of all nodes, by id. */
function countsOf(views: GroundViews, day: number): ReadonlyMap<string, number> {
  const kinds = [...new Set(Object.values(KINDS))];
  const counts = kinds.flatMap((kind) => [...countPolicies(views, kind, day)]);
  return new Map(counts.map(([node, count]) => [views.ground.ids[node] ?? '', count]));
}

function derived(views: GroundViews, kind: PoliciesOf, { id }: DatasetNode, day: number): readonly Derived[] {
  const { ground } = views;
  const node = ground.numbers.get(id) ?? -1;
  return policiesOf(views, kind, node, day).map((policy) => {
    const proof = policyProof(views, kind, node, policy, day);
    if (!proof) throw new Error(`no proof of ${ground.ids[policy]} for ${id}`);
    return {
      id: ground.ids[policy] ?? '',
      scope: proof.whole ? 'WHOLE' : 'PART',
      modality: modalityOf(ground, proof),
      because: stepsOf(ground, proof),
    };
  });
}
