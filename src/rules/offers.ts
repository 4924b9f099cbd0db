/** What policies offer: by themselves or, where an instrument is asked for, by one measure of that kind (§6.5). */

import { LAST_DAY } from '../model/day.ts';
import { addBit, addBits, type Bits, eachBit, noBits } from './bits.ts';
import { type Facts, type Ground, UNKNOWN_START } from './ground.ts';
import type { Steps } from './steps.ts';
import { keeping, type View } from './view.ts';

/** A policy by itself, or by one of its measures. */
export interface Offer {
  readonly policy: number;
  /** The fact by which the policy has the measure; undefined where it offers by itself. */
  readonly measureFact: number | undefined;
  /** Whose industries, and whose places, count: the measure's own where it names any, else the policy's. */
  readonly supporter: number;
  readonly applier: number;
}

/** The offers of all policies under a view; sets of them are bits by their positions. */
export interface Offers {
  readonly all: readonly Offer[];
  /** The position of each one's policy among all policies. */
  readonly position: Int32Array;
  /** Those that support an industry (§6.2). */
  readonly supporting: (industry: number) => Bits;
  /** Those that support all of an industry (§6.2). */
  readonly supportingWhole: (industry: number) => Bits;
  /** Those that support a cluster by name (§6.2). */
  readonly naming: (cluster: number) => Bits | undefined;
  /** Those that reach a place (§6.3). */
  readonly reaching: (place: number) => Bits;
  /** Those that reach all of a place (§6.3). */
  readonly reachingWhole: (place: number) => Bits;
}

/** How many policies, or offers, are looked at in one step. */
const STEP = 64;

/** What one policy offers, by itself or by its measures with an instrument. */
export function offersOfPolicy(view: View, policy: number, instrument: string | undefined): readonly Offer[] {
  if (instrument === undefined) return [offerOf(view, policy, undefined)];
  const { instruments } = view.ground;
  return measureOffers(view, policy).filter(({ measure }) => instruments.get(measure) === instrument);
}

/** What a policy offers by each of its measures. */
export function measureOffers(view: View, policy: number): readonly (Offer & { readonly measure: number })[] {
  const { HAS_MEASURE } = view.ground.facts;
  return [...HAS_MEASURE.out(policy)].flatMap((fact) => {
    if (!view.isFirm(HAS_MEASURE, fact)) return [];
    const measure = HAS_MEASURE.to[fact] ?? 0;
    return [{ ...offerOf(view, policy, measure), measure, measureFact: fact }];
  });
}

/** What a policy offers by itself, or by one of its measures. */
export function offerOf(view: View, policy: number, measure: number | undefined): Offer {
  const { MEASURE_SUPPORTS, MEASURE_APPLIES_IN } = view.ground.facts;
  const who = (own: Facts) =>
    measure !== undefined && view.targets(own, measure).length > 0 ? measure : policy;
  return {
    policy,
    measureFact: undefined,
    supporter: who(MEASURE_SUPPORTS),
    applier: who(MEASURE_APPLIES_IN),
  };
}

/** The offers of all policies, or of all their measures with an instrument. */
export function* createOffers(view: View, instrument: string | undefined): Steps<Offers> {
  const { ground } = view;
  const all: Offer[] = [];
  const positions: number[] = [];
  for (const [position, policy] of ground.policies.entries()) {
    if (position % STEP === 0) yield;
    for (const offer of offersOfPolicy(view, policy, instrument)) {
      all.push(offer);
      positions.push(position);
    }
  }
  const byIndustry = new Map<number, Bits>();
  const byCluster = new Map<number, Bits>();
  const byPlace = new Map<number, Bits>();
  for (const [at, { policy, supporter, applier }] of all.entries()) {
    if (at % STEP === 0) yield;
    const post = (to: Map<number, Bits>, facts: Facts, node: number) => {
      for (const target of view.targets(facts, node)) {
        const bits = to.get(target) ?? noBits(all.length);
        to.set(target, bits);
        addBit(bits, at);
      }
    };
    post(byIndustry, supportsOf(ground, supporter, policy), supporter);
    // A measure with industries of its own does not support the clusters that its policy names.
    if (supporter === policy) post(byCluster, ground.facts.SUPPORTS_CLUSTER, policy);
    post(byPlace, appliesOf(ground, applier, policy), applier);
  }
  const joined = (postings: ReadonlyMap<number, Bits>, nodes: ReadonlySet<number>) => {
    const bits = noBits(all.length);
    for (const node of nodes) addBits(bits, postings.get(node));
    return bits;
  };
  return {
    all,
    position: Int32Array.from(positions),
    supporting: keeping((industry) => joined(byIndustry, view.relatedIndustries(industry))),
    supportingWhole: keeping((industry) => joined(byIndustry, view.broaderIndustries(industry))),
    naming: (cluster) => byCluster.get(cluster),
    reaching: keeping((place) => joined(byPlace, view.relatedPlaces(place))),
    reachingWhole: keeping((place) => joined(byPlace, view.largerPlaces(place))),
  };
}

/** The facts by which a policy or measure supports industries. */
export function supportsOf({ facts }: Ground, supporter: number, policy: number): Facts {
  return supporter === policy ? facts.SUPPORTS_INDUSTRY : facts.MEASURE_SUPPORTS;
}

/** The facts by which a policy or measure applies in places. */
export function appliesOf({ facts }: Ground, applier: number, policy: number): Facts {
  return applier === policy ? facts.POLICY_APPLIES_IN : facts.MEASURE_APPLIES_IN;
}

/** An unknown start is after every day: a policy needs a start to be in force. */
export const START_NEEDED = { unknownStart: LAST_DAY + 1 } as const;

/**
 * §5.1: the offers whose policy is in force under bounds.
 * @param unknownStart the day that represents an unknown start
 */
export function offersInForce(
  ground: Ground,
  { all }: Offers,
  { begunBy, endedFrom }: View['bounds'],
  { unknownStart }: { readonly unknownStart: number },
): Bits {
  const bits = noBits(all.length);
  for (const [at, { policy }] of all.entries()) {
    const known = ground.startDay[policy] ?? UNKNOWN_START;
    const begun = (known === UNKNOWN_START ? unknownStart : known) <= begunBy;
    if (begun && ground.adopted[policy] === 1 && (ground.endDay[policy] ?? 0) >= endedFrom) addBit(bits, at);
  }
  return bits;
}

/** The positions among all policies of the policies that have some of the offers. */
export function policiesOffering(ground: Ground, { position }: Offers, bits: Bits): Bits {
  const policies = noBits(ground.policies.length);
  for (const offer of eachBit(bits)) addBit(policies, position[offer] ?? 0);
  return policies;
}
