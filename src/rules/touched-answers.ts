/** The answers of `support` that a change of the facts it reads can touch, and no others: asked before and after. */

import { addBit, type Bits, eachBit, keepBits, noBits } from './bits.ts';
import { findAnswers, type SupportAsked } from './find-answers.ts';
import type { Facts, FactType, Ground } from './ground.ts';
import type { GroundViews } from './ground-views.ts';
import type { Answer } from './page-of-answers.ts';
import { modalityOf, proofOf } from './proof.ts';
import { finish } from './steps.ts';

/** The facts that `support` reads without an instrument, with the kind of record that a change of them touches. */
export const SUPPORT_READS: Readonly<Partial<Record<FactType, keyof Touched>>> = {
  SUPPORTS_INDUSTRY: 'policy',
  SUPPORTS_CLUSTER: 'policy',
  POLICY_APPLIES_IN: 'policy',
  FOCUSES_ON: 'cluster',
  CLUSTER_LOCATED_IN: 'cluster',
  SUBCLASS_OF: 'industry',
  WITHIN: 'place',
};

/** The properties of a policy that decide whether it is in force (§5.1). */
export const IN_FORCE_READS = ['stage', 'startDay', 'endDay'] as const;

/** The ids of touched records; industries and places represent all that lies in them. */
export interface Touched {
  readonly policy: ReadonlySet<string>;
  readonly cluster: ReadonlySet<string>;
  readonly industry: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
}

/** An answer by its ids, with what its proof is. */
export interface ProvedAnswer {
  readonly policy: string;
  readonly cluster: string;
  readonly place: string;
  readonly scope: 'WHOLE' | 'PART';
  readonly modality: string;
}

/**
 * The touched records, with the policies and clusters that refer to touched industries and places, or to any that lie in
 * them, on any day. A changed step of a tree touches no other answers: facts that lead to its lower end are the same
 * before and after, or are changes themselves.
 */
export function spreadTouched(ground: Ground, touched: Touched): Touched {
  const { facts } = ground;
  const industries = below(ground, facts.SUBCLASS_OF, touched.industry);
  const places = below(ground, facts.WITHIN, touched.place);
  const leading = (to: Facts, nodes: ReadonlySet<number>) =>
    [...nodes].flatMap((node) => [...to.into(node)].map((fact) => ground.ids[to.from[fact] ?? 0] ?? ''));
  return {
    ...touched,
    policy: new Set([
      ...touched.policy,
      ...leading(facts.SUPPORTS_INDUSTRY, industries),
      ...leading(facts.POLICY_APPLIES_IN, places),
    ]),
    cluster: new Set([
      ...touched.cluster,
      ...leading(facts.FOCUSES_ON, industries),
      ...leading(facts.CLUSTER_LOCATED_IN, places),
    ]),
  };
}

function below({ numbers }: Ground, steps: Facts, ids: ReadonlySet<string>): ReadonlySet<number> {
  const found = new Set([...ids].flatMap((id) => numbers.get(id) ?? []));
  for (const node of found) for (const fact of steps.into(node)) found.add(steps.from[fact] ?? node);
  return found;
}

/**
 * The answers of touched policies and clusters on a day, with their proofs.
 * @param most the greatest number that is returned
 * @returns undefined where there are more
 */
export function touchedAnswers(
  views: GroundViews,
  touched: Touched,
  day: number,
  most: number,
): readonly ProvedAnswer[] | undefined {
  const { ground } = views;
  const asked = { day, includePlanned: false };
  const answers = finish(findAnswers(views, asked));
  const policies = touchedPolicies(ground, touched.policy);
  const found: ProvedAnswer[] = [];
  for (const site of answers.sites) {
    const bits = answers.at(site);
    if (!touched.cluster.has(ground.ids[site.cluster] ?? '')) keepBits(bits, policies);
    for (const position of eachBit(bits)) {
      const answer = { policy: ground.policies[position] ?? 0, ...site };
      const proved = proveAnswer(views, asked, answer);
      if (!proved) continue;
      if (found.length === most) return undefined;
      found.push(proved);
    }
  }
  return found;
}

/** An answer with what its proof is; undefined where it is not an answer. */
export function proveAnswer(
  views: GroundViews,
  asked: SupportAsked,
  answer: Answer,
): ProvedAnswer | undefined {
  const { ground } = views;
  const proof = proofOf(views, asked, answer);
  return (
    proof && {
      policy: ground.ids[answer.policy] ?? '',
      cluster: ground.ids[answer.cluster] ?? '',
      place: ground.ids[answer.place] ?? '',
      scope: proof.whole ? 'WHOLE' : 'PART',
      modality: modalityOf(ground, proof),
    }
  );
}

function touchedPolicies({ policies, ids }: Ground, touched: ReadonlySet<string>): Bits {
  const bits = noBits(policies.length);
  for (const [position, policy] of policies.entries()) {
    if (touched.has(ids[policy] ?? '')) addBit(bits, position);
  }
  return bits;
}
