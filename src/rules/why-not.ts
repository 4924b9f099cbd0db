/** Why `support` has no more answers: the candidates that each dropped test would let in (§6.11, §6.12). */

import { addBits, countBits } from './bits.ts';
import type { Desk } from './desk.ts';
import { candidateSites, findAnswers, REASONS, type Reason, type SupportAsked } from './find-answers.ts';
import type { Steps } from './steps.ts';

/** A reason and how many candidates it counts. */
export interface Exclusion {
  readonly reason: Reason | 'SEVERAL';
  readonly count: number;
}

/** The number of answers, and the reasons that exclude the other candidates. */
export interface WhyNot {
  readonly total: number;
  readonly reasons: readonly Exclusion[];
}

/** The argument without which a reason is left out (§6.12). */
const ARGUMENTS: Readonly<Partial<Record<Reason, keyof SupportAsked>>> = {
  OTHER_INDUSTRY: 'industry',
  OTHER_PLACE: 'place',
  OTHER_INSTRUMENT: 'instrument',
};

/** The reasons that a question can have. */
function reasonsOf(asked: SupportAsked): readonly Reason[] {
  return REASONS.filter((reason) => {
    const argument = ARGUMENTS[reason];
    if (argument !== undefined) return asked[argument] !== undefined;
    return reason !== 'ONLY_PLANNED' || !asked.includePlanned;
  });
}

/** Counts answers, and the other candidates by reason. */
export function* whyNot(desk: Desk, asked: SupportAsked): Steps<WhyNot> {
  const answers = yield* findAnswers(desk, asked);
  const variants = [];
  for (const reason of reasonsOf(asked)) {
    variants.push({ ...(yield* findAnswers(desk, asked, reason)), reason, count: 0 });
  }
  let [total, letIn] = [0, 0];
  const sites = candidateSites(desk, asked);
  for (const site of sites) {
    yield;
    const answering = answers.at(site);
    total += countBits(answering);
    const known = answering.slice();
    for (const variant of variants) {
      const found = variant.at(site);
      variant.count += countBits(found, answering);
      addBits(known, found);
    }
    letIn += countBits(known);
  }
  const limited = asked.policy !== undefined || asked.cluster !== undefined;
  const several = limited ? adoptedCount(desk, asked) * sites.length - letIn : 0;
  const reasons = [
    ...variants.map(({ reason, count }) => ({ reason, count })),
    { reason: 'SEVERAL' as const, count: several },
  ];
  return { total, reasons: reasons.filter(({ count }) => count > 0) };
}

/** The number of adopted policies among the candidates. */
function adoptedCount({ ground }: Desk, { policy }: SupportAsked): number {
  const policies = policy === undefined ? [...ground.policies] : [policy];
  return policies.filter((each) => ground.adopted[each] === 1).length;
}
