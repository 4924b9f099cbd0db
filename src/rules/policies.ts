/** The policies in force for a place, an industry or a cluster, each with its best proof (§6.15). */

import { addBits, type Bits, eachBit, keepBits, noBits } from './bits.ts';
import type { Desk } from './desk.ts';
import { findAnswers } from './find-answers.ts';
import { offersInForce, START_NEEDED } from './offers.ts';
import { bestProof, type Proof, placeProofs, proofOf, supportedIndustries } from './proof.ts';
import { finish } from './steps.ts';

/** What has policies. */
export type PoliciesOf = 'place' | 'industry' | 'cluster';

/** The policies in force for a node on a day, ascending; planned facts do not count. */
export function policiesOf(desk: Desk, kind: PoliciesOf, node: number, day: number): readonly number[] {
  const { policies } = desk.ground;
  return [...eachBit(policyBits(desk, kind, node, day))].map((position) => policies[position] ?? 0);
}

function policyBits(desk: Desk, kind: PoliciesOf, node: number, day: number): Bits {
  const { ground } = desk;
  if (kind === 'cluster') {
    // Those of `support` for the cluster, in any of its places.
    const found = finish(findAnswers(desk, { cluster: node, day, includePlanned: false }));
    const bits = noBits(ground.policies.length);
    for (const site of found.sites) addBits(bits, found.at(site));
    return bits;
  }
  const view = desk.onDay(day, false);
  const offers = finish(view.offers(undefined));
  const bits = offersInForce(ground, offers, view.bounds, START_NEEDED);
  keepBits(bits, kind === 'place' ? offers.reaching(node) : offers.supporting(node));
  return bits;
}

/** The best proof that a policy is in force for a node on a day. */
export function policyProof(
  desk: Desk,
  kind: PoliciesOf,
  node: number,
  policy: number,
  day: number,
): Proof | undefined {
  const { ground } = desk;
  return bestProof(ground, allProofs(desk, kind, node, policy, day));
}

function allProofs(
  desk: Desk,
  kind: PoliciesOf,
  node: number,
  policy: number,
  day: number,
): readonly Proof[] {
  const view = desk.onDay(day, false);
  if (kind === 'place') return placeProofs(view, policy, policy, node);
  if (kind === 'industry') return supportedIndustries(view, policy, policy, [node]);
  const asked = { cluster: node, day, includePlanned: false };
  return finish(findAnswers(desk, { ...asked, policy })).sites.flatMap(
    ({ place }) => proofOf(desk, asked, { policy, cluster: node, place }) ?? [],
  );
}
