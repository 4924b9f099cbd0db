/** The policies in force for a place, an industry or a cluster, each with its best proof (§6.15). */

import { addBits, type Bits, countBits, eachBit, keepBits, noBits } from './bits.ts';
import { findAnswers } from './find-answers.ts';
import type { GroundViews } from './ground-views.ts';
import { bestProof, type Proof, placeProofs, proofOf, supportedIndustries } from './proof.ts';
import { provisionsInForce, START_NEEDED } from './provisions.ts';
import { finish } from './steps.ts';

/** What has policies. */
export type PoliciesOf = 'place' | 'industry' | 'cluster';

/** The policies in force for a node on a day, ascending; planned facts do not count. */
export function policiesOf(
  views: GroundViews,
  kind: PoliciesOf,
  node: number,
  day: number,
): readonly number[] {
  const { policies } = views.ground;
  return [...eachBit(policyBits(views, kind, node, day))].map((position) => policies[position] ?? 0);
}

function policyBits(views: GroundViews, kind: PoliciesOf, node: number, day: number): Bits {
  const { ground } = views;
  if (kind === 'cluster') {
    // Those of `support` for the cluster, in any of its places.
    const found = finish(findAnswers(views, { cluster: node, day, includePlanned: false }));
    const bits = noBits(ground.policies.length);
    for (const site of found.sites) addBits(bits, found.at(site));
    return bits;
  }
  const view = views.onDay(day, false);
  const provisions = finish(view.provisions(undefined));
  const bits = provisionsInForce(ground, provisions, view.bounds, START_NEEDED);
  keepBits(bits, kind === 'place' ? provisions.reaching(node) : provisions.supporting(node));
  return bits;
}

/** Where a ground has the nodes of each kind. */
export const NODES_OF = { place: 'places', industry: 'industries', cluster: 'clusters' } as const;

/** How many policies in force each node of a kind has on a day; those without any are left out. */
export function countPolicies(
  views: GroundViews,
  kind: PoliciesOf,
  day: number,
): ReadonlyMap<number, number> {
  const sets =
    kind === 'cluster'
      ? policiesOfClusters(views, day)
      : [...views.ground[NODES_OF[kind]]].map((node) => [node, policyBits(views, kind, node, day)] as const);
  return new Map(
    [...sets].map(([node, bits]) => [node, countBits(bits)] as const).filter(([, count]) => count > 0),
  );
}

/** The policies of all clusters, found once for all their places. */
function policiesOfClusters(views: GroundViews, day: number): ReadonlyMap<number, Bits> {
  const found = finish(findAnswers(views, { day, includePlanned: false }));
  const sets = new Map<number, Bits>();
  for (const site of found.sites) {
    const bits = sets.get(site.cluster) ?? noBits(views.ground.policies.length);
    addBits(bits, found.at(site));
    sets.set(site.cluster, bits);
  }
  return sets;
}

/** The best proof that a policy is in force for a node on a day. */
export function policyProof(
  views: GroundViews,
  kind: PoliciesOf,
  node: number,
  policy: number,
  day: number,
): Proof | undefined {
  const { ground } = views;
  return bestProof(ground, allProofs(views, kind, node, policy, day));
}

function allProofs(
  views: GroundViews,
  kind: PoliciesOf,
  node: number,
  policy: number,
  day: number,
): readonly Proof[] {
  const view = views.onDay(day, false);
  if (kind === 'place') return placeProofs(view, policy, policy, node);
  if (kind === 'industry') return supportedIndustries(view, policy, policy, [node]);
  const asked = { cluster: node, day, includePlanned: false };
  return finish(findAnswers(views, { ...asked, policy })).sites.flatMap(
    ({ place }) => proofOf(views, asked, { policy, cluster: node, place }) ?? [],
  );
}
