/** How many firms reach each verdict for a measure, and how many each of its criteria keeps out (§8.16). */

import type { GroundView } from '../ground-views.ts';
import type { Steps } from '../steps.ts';
import type { Applicant, When } from './applicant.ts';
import { candidateOf, createJudge } from './decide-eligibility.ts';
import type { Rulebook } from './rulebook.ts';
import type { CriterionVerdict, Verdict } from './verdict.ts';

/** How many firms one criterion keeps out. */
export interface CriterionCut {
  readonly criterion: string | undefined;
  readonly alternatives: CriterionVerdict['alternatives'];
  readonly notMet: number;
  readonly alone: number;
  readonly unknown: number;
}

/** How many firms reach each verdict. */
export interface ApplicantCounts {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly firmCount: number;
  /** Those that cut most first. */
  readonly criteria: readonly CriterionCut[];
}

/** Judges one measure for many applicants; undefined where there is no such measure. */
export function* countApplicants(
  view: GroundView,
  rulebook: Rulebook,
  measure: string,
  applicants: readonly Applicant[],
  when: When,
  tiers: readonly string[],
): Steps<ApplicantCounts | undefined> {
  const provision = candidateOf(view, measure);
  if (!provision) return undefined;
  const verdicts: Record<Verdict, number> = { MET: 0, NOT_CHECKABLE: 0, UNKNOWN: 0, NOT_MET: 0 };
  // An applicant of whom nothing is known shows which criteria are asked, even where no firm is judged.
  const unknown = createJudge(view, rulebook, UNKNOWN_APPLICANT, when, tiers)(provision);
  const criteria = unknown.verdicts.map(({ criterion, alternatives }) => ({
    criterion,
    alternatives,
    notMet: 0,
    alone: 0,
    unknown: 0,
  }));
  for (const applicant of applicants) {
    yield;
    const judged = createJudge(view, rulebook, applicant, when, tiers)(provision);
    verdicts[judged.overall] += 1;
    const failed = judged.verdicts.filter(({ verdict }) => verdict === 'NOT_MET').length;
    for (const [at, { verdict }] of judged.verdicts.entries()) {
      const cut = criteria[at];
      if (!cut) continue;
      if (verdict === 'UNKNOWN') cut.unknown += 1;
      if (verdict !== 'NOT_MET') continue;
      cut.notMet += 1;
      if (failed === 1) cut.alone += 1;
    }
  }
  criteria.sort((a, b) => b.alone - a.alone || b.notMet - a.notMet);
  return { verdicts, firmCount: applicants.length, criteria };
}

const UNKNOWN_APPLICANT: Applicant = {
  industries: [],
  clusters: [],
  places: [],
  titles: [],
  hasAllTitles: false,
  listings: [],
  hasAllListings: false,
  foundedOn: undefined,
  smeSize: undefined,
  figures: [],
};
