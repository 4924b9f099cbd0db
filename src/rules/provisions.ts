/** The provisions of policies: each policy as a whole or, where an instrument is asked for, each measure of that kind (§6.5). */

import { LAST_DAY } from '../model/day.ts';
import { addBit, addBits, type Bits, eachBit, noBits } from './bits.ts';
import { type Facts, type Ground, UNKNOWN_START } from './ground.ts';
import type { Steps } from './steps.ts';
import { memoize, type View } from './view.ts';

/** A policy as a whole, or one of its measures. */
export interface Provision {
  readonly policy: number;
  /** The fact by which the policy has the measure; undefined where it is the policy as a whole. */
  readonly measureFact: number | undefined;
  /** The policy or measure whose industries, and whose places, count: the measure where it names any, else the policy. */
  readonly industriesFrom: number;
  readonly placesFrom: number;
}

/** The provisions of all policies under a view; sets of them are bits by their positions. */
export interface Provisions {
  readonly all: readonly Provision[];
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

/** How many policies, or provisions, are looked at in one step. */
const STEP = 64;

/** The provisions of one policy: the policy as a whole, or its measures with an instrument. */
export function provisionsOfPolicy(
  view: View,
  policy: number,
  instrument: string | undefined,
): readonly Provision[] {
  if (instrument === undefined) return [provisionOf(view, policy, undefined)];
  const { instruments } = view.ground;
  return measureProvisions(view, policy).filter(({ measure }) => instruments.get(measure) === instrument);
}

/** A provision for each measure of a policy. */
export function measureProvisions(
  view: View,
  policy: number,
): readonly (Provision & { readonly measure: number })[] {
  const { HAS_MEASURE } = view.ground.facts;
  return [...HAS_MEASURE.out(policy)].flatMap((fact) => {
    if (!view.isFirm(HAS_MEASURE, fact)) return [];
    const measure = HAS_MEASURE.to[fact] ?? 0;
    return [{ ...provisionOf(view, policy, measure), measure, measureFact: fact }];
  });
}

/** The provision that a policy is as a whole, or that one of its measures is. */
export function provisionOf(view: View, policy: number, measure: number | undefined): Provision {
  const { MEASURE_SUPPORTS, MEASURE_APPLIES_IN } = view.ground.facts;
  const from = (own: Facts) =>
    measure !== undefined && view.targets(own, measure).length > 0 ? measure : policy;
  return {
    policy,
    measureFact: undefined,
    industriesFrom: from(MEASURE_SUPPORTS),
    placesFrom: from(MEASURE_APPLIES_IN),
  };
}

/** The provisions of all policies, or of all their measures with an instrument. */
export function* createProvisions(view: View, instrument: string | undefined): Steps<Provisions> {
  const { ground } = view;
  const all: Provision[] = [];
  const positions: number[] = [];
  for (const [position, policy] of ground.policies.entries()) {
    if (position % STEP === 0) yield;
    for (const provision of provisionsOfPolicy(view, policy, instrument)) {
      all.push(provision);
      positions.push(position);
    }
  }
  const byIndustry = new Map<number, Bits>();
  const byCluster = new Map<number, Bits>();
  const byPlace = new Map<number, Bits>();
  for (const [at, { policy, industriesFrom, placesFrom }] of all.entries()) {
    if (at % STEP === 0) yield;
    const indexTargets = (to: Map<number, Bits>, facts: Facts, node: number) => {
      for (const target of view.targets(facts, node)) {
        const bits = to.get(target) ?? noBits(all.length);
        to.set(target, bits);
        addBit(bits, at);
      }
    };
    indexTargets(byIndustry, supportsOf(ground, industriesFrom, policy), industriesFrom);
    // A measure with industries of its own does not support the clusters that its policy names.
    if (industriesFrom === policy) indexTargets(byCluster, ground.facts.SUPPORTS_CLUSTER, policy);
    indexTargets(byPlace, appliesOf(ground, placesFrom, policy), placesFrom);
  }
  const joined = (postings: ReadonlyMap<number, Bits>, nodes: ReadonlySet<number>) => {
    const bits = noBits(all.length);
    for (const node of nodes) addBits(bits, postings.get(node));
    return bits;
  };
  return {
    all,
    position: Int32Array.from(positions),
    supporting: memoize((industry) => joined(byIndustry, view.relatedIndustries(industry))),
    supportingWhole: memoize((industry) => joined(byIndustry, view.broaderIndustries(industry))),
    naming: (cluster) => byCluster.get(cluster),
    reaching: memoize((place) => joined(byPlace, view.relatedPlaces(place))),
    reachingWhole: memoize((place) => joined(byPlace, view.largerPlaces(place))),
  };
}

/** The facts by which a policy or measure supports industries. */
export function supportsOf({ facts }: Ground, industriesFrom: number, policy: number): Facts {
  return industriesFrom === policy ? facts.SUPPORTS_INDUSTRY : facts.MEASURE_SUPPORTS;
}

/** The facts by which a policy or measure applies in places. */
export function appliesOf({ facts }: Ground, placesFrom: number, policy: number): Facts {
  return placesFrom === policy ? facts.POLICY_APPLIES_IN : facts.MEASURE_APPLIES_IN;
}

/** Whether a provision applies in a place, around it or in a part of it (§6.3). */
export function isForPlace(view: View, { policy, placesFrom }: Provision, place: number): boolean {
  const related = view.relatedPlaces(place);
  const applied = view.targets(appliesOf(view.ground, placesFrom, policy), placesFrom);
  return applied.some((each) => related.has(each));
}

/** Whether a provision supports an industry, a broader or a narrower one (§6.2). */
export function isForIndustry(view: View, { policy, industriesFrom }: Provision, industry: number): boolean {
  const related = view.relatedIndustries(industry);
  const supported = view.targets(supportsOf(view.ground, industriesFrom, policy), industriesFrom);
  return supported.some((each) => related.has(each));
}

/** An unknown start is after every day: a policy needs a start to be in force. */
export const START_NEEDED = { unknownStart: LAST_DAY + 1 } as const;

/**
 * §5.1: the provisions whose policy is in force under bounds.
 * @param unknownStart the day that represents an unknown start
 */
export function provisionsInForce(
  ground: Ground,
  { all }: Provisions,
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

/** The positions among all policies of the policies that have some of the provisions. */
export function policiesProviding(ground: Ground, { position }: Provisions, bits: Bits): Bits {
  const policies = noBits(ground.policies.length);
  for (const provision of eachBit(bits)) addBit(policies, position[provision] ?? 0);
  return policies;
}
