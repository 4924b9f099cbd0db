/** The candidates that become answers when one test is dropped: what `whyNot` counts and `dropping` lists (§6.11). */

import { type Bits, dropBits, noBits } from './bits.ts';
import {
  type AnswerFinder,
  candidateSites,
  findAnswers,
  REASONS,
  type Reason,
  type SupportAsked,
} from './find-answers.ts';
import type { GroundViews } from './ground-views.ts';
import type { Site } from './sites.ts';
import type { Steps } from './steps.ts';

/** The argument without which a reason is left out (§6.12). */
const ARGUMENTS: Readonly<Partial<Record<Reason, keyof SupportAsked>>> = {
  OTHER_INDUSTRY: 'industry',
  OTHER_PLACE: 'place',
  OTHER_INSTRUMENT: 'instrument',
};

/** The reasons that a question can have. */
export function reasonsOf(asked: SupportAsked): readonly Reason[] {
  return REASONS.filter((reason) => {
    const argument = ARGUMENTS[reason];
    if (argument !== undefined) return asked[argument] !== undefined;
    return reason !== 'ONLY_PLANNED' || !asked.includePlanned;
  });
}

/** A site's answers, and the other policies that each reason lets in, in the order of the reasons. */
interface Excluded {
  readonly answering: Bits;
  readonly letIn: readonly Bits[];
}

/** Finds what each of some reasons lets in. */
export function* findExcluded(
  views: GroundViews,
  asked: SupportAsked,
  reasons: readonly Reason[],
): Steps<(site: Site) => Excluded> {
  const answers = yield* findAnswers(views, asked);
  const variants: AnswerFinder[] = [];
  for (const reason of reasons) variants.push(yield* findAnswers(views, asked, reason));
  return (site) => {
    const answering = answers.at(site);
    const letIn = variants.map((variant) => {
      const found = variant.at(site);
      dropBits(found, answering);
      return found;
    });
    return { answering, letIn };
  };
}

/** What a question lists: its answers or, with `dropping`, the candidates that the reason counts (§6.13). */
export function* findListed(views: GroundViews, asked: SupportAsked): Steps<AnswerFinder> {
  const { dropping } = asked;
  if (dropping === undefined) return yield* findAnswers(views, asked);
  // A reason that `whyNot` leaves out counts nothing.
  const { policies } = views.ground;
  if (!reasonsOf(asked).includes(dropping)) return { policies, sites: [], at: () => noBits(policies.length) };
  const excludedAt = yield* findExcluded(views, asked, [dropping]);
  return {
    policies,
    sites: candidateSites(views, asked),
    at: (site) => excludedAt(site).letIn[0] ?? noBits(policies.length),
  };
}
