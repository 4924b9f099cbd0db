/** The proof of an answer: the shortest of its scope, ties by ids (§6.8, §6.9, §6.10). */

import { chainsUp, compareFacts } from './chains.ts';
import { type SupportAsked, type Tests, testsOf } from './find-answers.ts';
import { type Facts, type FactType, type Ground, MODALITIES } from './ground.ts';
import type { GroundViews } from './ground-views.ts';
import type { Answer } from './page-of-answers.ts';
import { appliesOf, provisionsOfPolicy, supportsOf } from './provisions.ts';
import type { View } from './view.ts';

/** One fact of a proof, by its position among the facts of its type. */
export interface Step {
  readonly type: FactType;
  readonly fact: number;
}

/** A proof, or the half of one that a rule asks for. */
export interface Proof {
  /** Whether it covers the whole cluster or place. */
  readonly whole: boolean;
  readonly steps: readonly Step[];
}

/**
 * The proof of an answer to a question; undefined where it is not an answer. With `dropping`, the proof without that test:
 * a dropped rule adds no steps, and limits no scope (§6.13).
 */
export function proofOf(views: GroundViews, asked: SupportAsked, answer: Answer): Proof | undefined {
  const tests = testsOf(views, asked, asked.dropping);
  // §6.8: where a proof without planned facts exists, such proofs alone count.
  for (const world of tests.worlds) {
    const found = proofIn(tests.view(world), tests, answer);
    if (found) return found;
  }
  return undefined;
}

/** The weakest modality among the steps of a proof (§6.8). */
export function modalityOf({ facts }: Ground, { steps }: Proof): (typeof MODALITIES)[number] {
  const weakest = Math.max(...steps.map(({ type, fact }) => facts[type].modality[fact] ?? 0));
  return MODALITIES[weakest] ?? 'STATED';
}

/** Whether two proofs, each over its ground, give an answer the same scope and modality (§19.1). */
export function isSameAnswer(ground: Ground, one: Proof, otherGround: Ground, other: Proof): boolean {
  return one.whole === other.whole && modalityOf(ground, one) === modalityOf(otherGround, other);
}

/** The tests of an answer, without an instrument and with none dropped. */
export const ALL_TESTS = { instrument: undefined, bySupport: true, byReach: true } as const;

/** The half of a proof that a dropped rule asks for. */
const NOTHING_ASKED: readonly Proof[] = [{ whole: true, steps: [] }];

/** The proof of an answer in one view, planned facts included where the view has them. */
export function proofIn(
  view: View,
  { instrument, bySupport, byReach }: Pick<Tests, 'instrument' | 'bySupport' | 'byReach'>,
  { policy, cluster, place }: Answer,
): Proof | undefined {
  const { facts } = view.ground;
  const located = bestFact(view, facts.CLUSTER_LOCATED_IN, cluster, place);
  if (located === undefined) return undefined;
  const proofs = provisionsOfPolicy(view, policy, instrument).flatMap((provision): readonly Proof[] => {
    const { measureFact, industriesFrom, placesFrom } = provision;
    const lead: readonly Step[] =
      measureFact === undefined ? [] : [{ type: 'HAS_MEASURE', fact: measureFact }];
    const industry = bySupport ? industryProofs(view, industriesFrom, policy, cluster) : NOTHING_ASKED;
    const where = byReach ? placeProofs(view, placesFrom, policy, place) : NOTHING_ASKED;
    // Both halves are chosen separately, since proofs are ordered by one half and then by the other.
    const whole = [industry, where].every((half) => half.some((each) => each.whole));
    const [first, second] = [best(view.ground, industry, whole), best(view.ground, where, whole)];
    if (!first || !second) return [];
    const middle: Step = { type: 'CLUSTER_LOCATED_IN', fact: located };
    return [{ whole, steps: [...lead, ...first.steps, middle, ...second.steps] }];
  });
  return bestProof(view.ground, proofs);
}

/** §6.2: the half proofs from a supporting policy or measure to the cluster. */
function industryProofs(
  view: View,
  industriesFrom: number,
  policy: number,
  cluster: number,
): readonly Proof[] {
  const { facts } = view.ground;
  const { FOCUSES_ON, SUPPORTS_CLUSTER } = facts;
  const found: Proof[] = [];
  const named = industriesFrom === policy ? bestFact(view, SUPPORTS_CLUSTER, policy, cluster) : undefined;
  if (named !== undefined) found.push({ whole: true, steps: [{ type: 'SUPPORTS_CLUSTER', fact: named }] });
  const last = FOCUSES_ON.out(cluster).filter((fact) => view.holds(FOCUSES_ON, fact));
  for (const { whole, steps, industry } of supportedIndustries(view, industriesFrom, policy, [
    ...new Set(last.map((fact) => FOCUSES_ON.to[fact] ?? 0)),
  ])) {
    const focus = bestFact(view, FOCUSES_ON, cluster, industry);
    if (focus !== undefined) found.push({ whole, steps: [...steps, { type: 'FOCUSES_ON', fact: focus }] });
  }
  return found;
}

/** The half proofs from a supporting policy or measure to each of some industries. */
export function supportedIndustries(
  view: View,
  industriesFrom: number,
  policy: number,
  industries: readonly number[],
): readonly (Proof & { readonly industry: number })[] {
  const { ground } = view;
  const { allIndustries } = ground;
  const supports = supportsOf(ground, industriesFrom, policy);
  const type = industriesFrom === policy ? 'SUPPORTS_INDUSTRY' : 'MEASURE_SUPPORTS';
  return view.targets(supports, industriesFrom).flatMap((supported) => {
    const fact = bestFact(view, supports, industriesFrom, supported);
    const lead: Step = { type, fact: fact ?? 0 };
    return industries.flatMap((industry) =>
      industryChains(view, industry, supported, allIndustries).map(({ whole, chain }) => ({
        industry,
        whole,
        steps: [lead, ...stepsOf('SUBCLASS_OF', chain)],
      })),
    );
  });
}

interface ChainFound {
  readonly whole: boolean;
  readonly chain: readonly number[];
}

/** How an industry lies in the supported one (WHOLE), or the supported one in it (PART). */
function industryChains(view: View, industry: number, supported: number, all: number): readonly ChainFound[] {
  if (industry === supported) return [{ whole: true, chain: [] }];
  const { SUBCLASS_OF } = view.ground.facts;
  const up = chainsUp(view, SUBCLASS_OF, industry).get(supported);
  const down = chainsUp(view, SUBCLASS_OF, supported).get(industry);
  return [
    ...(up ? [{ whole: true, chain: up }] : []),
    ...(down ? [{ whole: false, chain: down }] : []),
    // §4.6: every industry is in industry:all without a fact, and without a step.
    ...(supported === all ? [{ whole: true, chain: [] }] : []),
    ...(industry === all ? [{ whole: false, chain: [] }] : []),
  ];
}

/** §6.3: the half proofs from a place to the places where a policy or measure applies. */
export function placeProofs(view: View, placesFrom: number, policy: number, place: number): readonly Proof[] {
  const { ground } = view;
  const { WITHIN } = ground.facts;
  const applies = appliesOf(ground, placesFrom, policy);
  const type = placesFrom === policy ? 'POLICY_APPLIES_IN' : 'MEASURE_APPLIES_IN';
  const isWhole = (fact: number) => WITHIN.part[fact] === 0;
  /** §3.4: the first step alone may be PART. */
  const touching = (fact: number, first: boolean) => first || isWhole(fact);
  const inside = chainsUp(view, WITHIN, place, isWhole);
  const around = chainsUp(view, WITHIN, place, touching);
  return view.targets(applies, placesFrom).flatMap((area) => {
    const last: Step = { type, fact: bestFact(view, applies, placesFrom, area) ?? 0 };
    const proof = (whole: boolean, chain: readonly number[] | undefined): readonly Proof[] =>
      chain ? [{ whole, steps: [...stepsOf('WITHIN', chain), last] }] : [];
    return [
      ...proof(true, inside.get(area)),
      ...proof(false, around.get(area)),
      ...proof(false, area === place ? undefined : chainsUp(view, WITHIN, area, touching).get(place)),
    ];
  });
}

function stepsOf(type: FactType, chain: readonly number[]): readonly Step[] {
  return chain.map((fact) => ({ type, fact }));
}

/** The fact between two nodes that a proof takes; undefined where none holds. */
export function bestFact(view: View, facts: Facts, from: number, to: number): number | undefined {
  const between = [...facts.out(from)].filter((fact) => facts.to[fact] === to && view.holds(facts, fact));
  return between.sort((a, b) => compareFacts(facts, a, b))[0];
}

/** The best of proofs: one of the whole where there is any. */
export function bestProof(ground: Ground, proofs: readonly Proof[]): Proof | undefined {
  return best(
    ground,
    proofs,
    proofs.some(({ whole }) => whole),
  );
}

/** The first proof in the order of proofs, of the scope wanted. */
export function best(ground: Ground, proofs: readonly Proof[], whole: boolean): Proof | undefined {
  const kept = proofs.filter((proof) => proof.whole || !whole);
  return kept.reduce<Proof | undefined>(
    (found, proof) => (found && compareProofs(ground, found, proof) <= 0 ? found : proof),
    undefined,
  );
}

/** Fewest steps first, then by ids; between the same nodes by firmness and day. Facts come in the order of their keys. */
function compareProofs({ facts }: Ground, a: Proof, b: Proof): number {
  const compare = (read: (facts: Facts, fact: number) => number) => {
    for (const [at, step] of a.steps.entries()) {
      const other = b.steps[at] ?? step;
      const difference = read(facts[step.type], step.fact) - read(facts[other.type], other.fact);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return (
    a.steps.length - b.steps.length ||
    compareEnds(facts, a, b) ||
    compare(({ modality }, fact) => modality[fact] ?? 0) ||
    compare(({ fromDay }, fact) => fromDay[fact] ?? 0)
  );
}

function compareEnds(facts: Ground['facts'], a: Proof, b: Proof): number {
  const ends = ({ steps }: Proof) =>
    steps.flatMap(({ type, fact }) => [facts[type].from[fact] ?? 0, facts[type].to[fact] ?? 0]);
  const others = ends(b);
  for (const [at, end] of ends(a).entries()) {
    const difference = end - (others[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
