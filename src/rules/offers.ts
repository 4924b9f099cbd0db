/** What policies offer: by themselves or, where an instrument is asked for, by one measure of that kind (§6.5). */

import { addBit, addBits, type Bits, eachBit, keepBits, noBits } from './bits.ts';
import { type Facts, type Ground, UNKNOWN_START } from './ground.ts';
import { keeping, type View } from './view.ts';

/** Offers under a view, ordered by policy; sets of them are bits. */
export interface Offers {
  readonly size: number;
  /** The policy of each. */
  readonly policy: Int32Array;
  /** The position of that policy among all policies. */
  readonly position: Int32Array;
  /** The fact by which the policy has the measure; -1 where the policy offers by itself. */
  readonly measureFact: Int32Array;
  /** Whose industries, and whose places, count: the policy or the measure. */
  readonly supporter: Int32Array;
  readonly applier: Int32Array;
  /** Those by measures that hold; all where policies offer by themselves. */
  readonly holding: Bits;
  /** Those that support an industry (§6.2). */
  readonly supporting: (industry: number) => Bits;
  /** Those that support a cluster by name (§6.2). */
  readonly naming: (cluster: number) => Bits | undefined;
  /** Those that reach a place (§6.3). */
  readonly reaching: (place: number) => Bits;
}

/** The offers of all policies, or of all their measures with an instrument. */
export function createOffers(view: View, instrument: string | undefined): Offers {
  const { ground } = view;
  const { facts } = ground;
  const made = instrument === undefined ? ofPolicies(ground) : ofMeasures(ground, instrument);
  const { size, policy, measureFact } = made;
  const holding = noBits(size);
  const supporter = policy.slice();
  const applier = policy.slice();
  const byIndustry = new Map<number, Bits>();
  const byCluster = new Map<number, Bits>();
  const byPlace = new Map<number, Bits>();
  const post = (to: Map<number, Bits>, of: Facts, node: number, offer: number) => {
    for (const target of view.targets(of, node)) {
      const bits = to.get(target) ?? noBits(size);
      to.set(target, bits);
      addBit(bits, offer);
    }
  };
  for (let offer = 0; offer < size; offer += 1) {
    const own = measureFact[offer] ?? -1;
    if (own >= 0) {
      if (!view.isFirm(facts.HAS_MEASURE, own)) continue;
      const measure = facts.HAS_MEASURE.to[own] ?? 0;
      if (view.targets(facts.MEASURE_SUPPORTS, measure).length > 0) supporter[offer] = measure;
      if (view.targets(facts.MEASURE_APPLIES_IN, measure).length > 0) applier[offer] = measure;
    }
    addBit(holding, offer);
    const [s, a] = [supporter[offer] ?? 0, applier[offer] ?? 0];
    post(byIndustry, supportsOf(ground, s, policy[offer]), s, offer);
    // A measure that names its own industries supports no cluster by the policy's naming it.
    if (s === policy[offer]) post(byCluster, facts.SUPPORTS_CLUSTER, s, offer);
    post(byPlace, appliesOf(ground, a, policy[offer]), a, offer);
  }
  const joined = (postings: ReadonlyMap<number, Bits>, nodes: ReadonlySet<number>) => {
    const bits = noBits(size);
    for (const node of nodes) addBits(bits, postings.get(node));
    return bits;
  };
  return {
    ...made,
    supporter,
    applier,
    holding,
    supporting: keeping((industry) => joined(byIndustry, view.relatedIndustries(industry))),
    naming: (cluster) => byCluster.get(cluster),
    reaching: keeping((place) => joined(byPlace, view.relatedPlaces(place))),
  };
}

/** The facts by which a supporter supports industries. */
export function supportsOf({ facts }: Ground, supporter: number, policy: number | undefined): Facts {
  return supporter === policy ? facts.SUPPORTS_INDUSTRY : facts.MEASURE_SUPPORTS;
}

/** The facts by which an applier applies in places. */
export function appliesOf({ facts }: Ground, applier: number, policy: number | undefined): Facts {
  return applier === policy ? facts.POLICY_APPLIES_IN : facts.MEASURE_APPLIES_IN;
}

/**
 * §5.1: the offers whose policy is in force under bounds.
 * @param unknownStart the day that stands for a start that is not known
 */
export function offersInForce(
  ground: Ground,
  offers: Offers,
  { begunBy, endedFrom }: View['bounds'],
  { unknownStart }: { readonly unknownStart: number },
): Bits {
  const bits = noBits(offers.size);
  for (const [offer, policy] of offers.policy.entries()) {
    const known = ground.startDay[policy] ?? UNKNOWN_START;
    const begun = (known === UNKNOWN_START ? unknownStart : known) <= begunBy;
    if (begun && ground.adopted[policy] === 1 && (ground.endDay[policy] ?? 0) >= endedFrom) {
      addBit(bits, offer);
    }
  }
  keepBits(bits, offers.holding);
  return bits;
}

/** The positions among all policies of the policies that have some of the offers. */
export function policiesOffering(ground: Ground, { position }: Offers, bits: Bits): Bits {
  const policies = noBits(ground.policies.length);
  for (const offer of eachBit(bits)) addBit(policies, position[offer] ?? 0);
  return policies;
}

/** The offers of one policy: they stand together. */
export function offersOf({ policy }: Offers, asked: number): readonly number[] {
  let [low, high] = [0, policy.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((policy[middle] ?? 0) < asked) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; policy[at] === asked; at += 1) found.push(at);
  return found;
}

type Made = Pick<Offers, 'size' | 'policy' | 'position' | 'measureFact'>;

function ofPolicies({ policies }: Ground): Made {
  return {
    size: policies.length,
    policy: policies,
    position: Int32Array.from(policies.keys()),
    measureFact: new Int32Array(policies.length).fill(-1),
  };
}

function ofMeasures({ policies, instruments, facts }: Ground, instrument: string): Made {
  const { HAS_MEASURE } = facts;
  const found = [...policies].flatMap((policy, position) =>
    [...HAS_MEASURE.out(policy)]
      .filter((fact) => instruments.get(HAS_MEASURE.to[fact] ?? 0) === instrument)
      .map((fact) => ({ policy, position, fact })),
  );
  return {
    size: found.length,
    policy: Int32Array.from(found, ({ policy }) => policy),
    position: Int32Array.from(found, ({ position }) => position),
    measureFact: Int32Array.from(found, ({ fact }) => fact),
  };
}
