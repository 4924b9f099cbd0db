/** Why `support` has no more answers: the candidates that each dropped test would let in (§6.11, §6.12). */

import { addBits, countBits } from './bits.ts';
import { findExcluded, reasonsOf } from './excluded.ts';
import { candidateSites, type Reason, type SupportAsked } from './find-answers.ts';
import type { GroundViews } from './ground-views.ts';
import type { Steps } from './steps.ts';

/** A reason and how many candidates it counts. */
export interface Exclusion {
  readonly reason: Reason | 'SEVERAL';
  readonly count: number;
}

/** The number of what the question lists, and the reasons that exclude candidates from its answers. */
export interface WhyNot {
  readonly total: number;
  readonly reasons: readonly Exclusion[];
}

/**
 * Counts answers, and the other candidates by reason. `dropping` does not change the reasons: the total is then the count of
 * its own.
 */
export function* whyNot(views: GroundViews, asked: SupportAsked): Steps<WhyNot> {
  const reasons = reasonsOf(asked);
  const excludedAt = yield* findExcluded(views, asked, reasons);
  const counts = reasons.map(() => 0);
  let [answers, known] = [0, 0];
  const sites = candidateSites(views, asked);
  for (const site of sites) {
    yield;
    const { answering, letIn } = excludedAt(site);
    answers += countBits(answering);
    for (const [at, bits] of letIn.entries()) {
      counts[at] = (counts[at] ?? 0) + countBits(bits);
      addBits(answering, bits);
    }
    known += countBits(answering);
  }
  const limited = asked.policy !== undefined || asked.cluster !== undefined;
  const several = limited ? adoptedCount(views, asked) * sites.length - known : 0;
  const exclusions: readonly Exclusion[] = [
    ...reasons.map((reason, at) => ({ reason, count: counts[at] ?? 0 })),
    { reason: 'SEVERAL', count: several },
  ];
  const { dropping } = asked;
  const total =
    dropping === undefined ? answers : (exclusions.find(({ reason }) => reason === dropping)?.count ?? 0);
  return { total, reasons: exclusions.filter(({ count }) => count > 0) };
}

/** The number of adopted policies among the candidates. */
function adoptedCount({ ground }: GroundViews, { policy }: SupportAsked): number {
  const policies = policy === undefined ? [...ground.policies] : [policy];
  return policies.filter((each) => ground.adopted[each] === 1).length;
}
