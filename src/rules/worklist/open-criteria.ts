/** Criteria that no facts on record decide: each weighs the verdicts that are others when it is met or not (§20.4). */

import type { Applicant } from '../eligibility/applicant.ts';
import { type Candidate, candidateOf, candidatesOn, createJudge } from '../eligibility/decide-eligibility.ts';
import { createReach } from '../eligibility/reach.ts';
import type { Rulebook } from '../eligibility/rulebook.ts';
import type { CriterionVerdict, Verdict } from '../eligibility/verdict.ts';
import type { GroundView, GroundViews } from '../ground-views.ts';
import { isForIndustry, isForPlace } from '../provisions.ts';
import type { Steps } from '../steps.ts';
import { type WorkAsked, type WorkItem, workKey } from './work-item.ts';

/** A firm on record. */
export interface FirmOnRecord {
  readonly id: string;
  readonly applicant: Applicant;
}

/** A measure whose criteria decide verdicts: its own, where it is asked for, and of those that ask for its criteria. */
interface Deciding {
  readonly id: string;
  readonly candidate: Candidate;
  readonly decides: readonly Candidate[];
  /** Its criteria that no firm so far has decided, each with the verdicts it would change and their firms. */
  readonly open: Map<string, { weight: number; readonly firms: Set<string> }>;
}

/** The measures that can be applied for on the day, and are for the place and the industry. */
export function* measuresAsked(views: GroundViews, given: WorkAsked): Steps<readonly Candidate[]> {
  const { day, place, industry } = given;
  const view = views.onDay(day, false);
  const candidates = yield* candidatesOn(views, { day, includePlanned: false, policy: undefined });
  return candidates.filter(
    (each) =>
      each.measure !== undefined &&
      (place === undefined || isForPlace(view, each, place)) &&
      (industry === undefined || isForIndustry(view, each, industry)),
  );
}

/**
 * The items of criteria that are UNKNOWN, for lack of facts, for each firm of which they could decide a verdict.
 * @param measures those whose verdicts count
 * @param tiers source tiers, strongest first
 */
export function* openCriteria(
  views: GroundViews,
  rulebook: Rulebook,
  measures: readonly Candidate[],
  firms: readonly FirmOnRecord[],
  day: number,
  tiers: readonly string[],
): Steps<readonly WorkItem[]> {
  const view = views.onDay(day, false);
  const reach = createReach(view);
  const when = { day, includePlanned: false };
  const judgeOf = (applicant: Applicant, assumed?: ReadonlyMap<string, Verdict>) =>
    createJudge(view, rulebook, applicant, when, tiers, {
      reach,
      isBrief: true,
      ...(assumed ? { assumed } : {}),
    });
  let deciding = decidingMeasures(view, rulebook, measures);
  for (const { id, applicant } of firms) {
    const judge = judgeOf(applicant);
    for (const { candidate, decides, open } of deciding) {
      yield;
      const { verdicts } = judge(candidate);
      const overallOf = (of: Candidate, criterion: string, verdict: Verdict) =>
        judgeOf(applicant, new Map([[criterion, verdict]]))(of).overall;
      // Whichever of its criteria is NOT_MET, the measure is.
      const unmet = new Map<Candidate, Verdict>();
      for (const { criterion, isOpen } of decisive(verdicts)) {
        yield;
        const item = open.get(criterion);
        if (!isOpen) open.delete(criterion);
        else if (item) {
          const changed = decides.filter((each) => {
            // In the measure itself nothing else is NOT_MET, so that the criterion makes it so, or not.
            if (each === candidate) return true;
            const known = unmet.get(each) ?? overallOf(each, criterion, 'NOT_MET');
            unmet.set(each, known);
            return overallOf(each, criterion, 'MET') !== known;
          });
          item.weight += changed.length;
          if (changed.length > 0) item.firms.add(id);
        }
      }
    }
    deciding = deciding.filter(({ open }) => open.size > 0);
  }
  return deciding.flatMap(({ id: about, open }) =>
    [...open].flatMap(([criterion, { weight, firms: of }]): readonly WorkItem[] => {
      const key = workKey('CRITERION_WITHOUT_FACTS', criterion);
      return weight === 0
        ? []
        : [{ kind: 'CRITERION_WITHOUT_FACTS', key, weight, about, criterion, firms: [...of].sort() }];
    }),
  );
}

/** The written criteria beside which none is NOT_MET, and whether facts about the applicant are missing for each. */
function decisive(
  verdicts: readonly CriterionVerdict[],
): readonly { readonly criterion: string; readonly isOpen: boolean }[] {
  const unmet = verdicts.filter(({ verdict }) => verdict === 'NOT_MET');
  return verdicts.flatMap((each) => {
    const { criterion, verdict, conditions } = each;
    if (criterion === undefined || unmet.some((other) => other !== each)) return [];
    const isOpen = verdict === 'UNKNOWN' && conditions.some(({ missing }) => missing.length > 0);
    return [{ criterion, isOpen }];
  });
}

/** The measures asked for, and those whose criteria they ask for, by way of others or not (§8.6). */
function decidingMeasures(
  view: GroundView,
  rulebook: Rulebook,
  measures: readonly Candidate[],
): readonly Deciding[] {
  const { ids } = view.ground;
  const found = new Map<string, { candidate: Candidate; decides: Candidate[] }>();
  const openOf = (id: string): Deciding['open'] =>
    new Map((rulebook.criteria.get(id) ?? []).map((each) => [each.id, { weight: 0, firms: new Set() }]));
  for (const asked of measures) {
    const needed = new Map([[ids[asked.measure ?? -1] ?? '', asked]]);
    for (const [id, candidate] of needed) {
      const known = found.get(id) ?? { candidate, decides: [] };
      found.set(id, known);
      known.decides.push(asked);
      for (const other of satisfiedBy(rulebook, id)) {
        const otherCandidate = needed.has(other) ? undefined : candidateOf(view, other);
        if (otherCandidate) needed.set(other, otherCandidate);
      }
    }
  }
  return [...found].map(([id, each]) => ({ id, ...each, open: openOf(id) }));
}

function satisfiedBy({ criteria }: Rulebook, measure: string): readonly string[] {
  return (criteria.get(measure) ?? []).flatMap(({ alternatives }) =>
    alternatives.flatMap(({ conditions }) =>
      conditions.flatMap(({ attribute, values }) => (attribute === 'SATISFIES' ? values : [])),
    ),
  );
}
