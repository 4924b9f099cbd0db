/** `eligibility`: what an applicant can apply for, criterion by criterion, best first (§8). */

import { compareText } from '../../diagnostics/compare-text.ts';
import { LAST_DAY } from '../../model/day.ts';
import { hasBit } from '../bits.ts';
import type { GroundView, GroundViews } from '../ground-views.ts';
import { measureProvisions, type Provision, provisionsInForce } from '../provisions.ts';
import type { Steps } from '../steps.ts';
import type { Applicant, When } from './applicant.ts';
import type { JudgingContext } from './judge-condition.ts';
import { judgeMeasure } from './judge-measure.ts';
import { createReach, type Reach } from './reach.ts';
import type { Rulebook } from './rulebook.ts';
import { type Asked, BEST_FIRST, type CriterionVerdict, type Verdict, worstOf } from './verdict.ts';
import { type WindowState, windowState } from './window.ts';

/** Something that can be applied for: a measure, or a policy without measures; nodes by number. */
export interface Candidate extends Provision {
  /** Undefined where the policy has no measure. */
  readonly measure: number | undefined;
}

/** What can be said of a candidate. */
export interface Eligibility {
  readonly candidate: Candidate;
  /** The id of the measure, or of the policy. */
  readonly id: string;
  readonly overall: Verdict;
  readonly verdicts: readonly CriterionVerdict[];
  /** How many criteria are UNKNOWN or NOT_CHECKABLE. */
  readonly open: number;
  readonly modality: number;
  readonly window: WindowState;
}

/** The question. */
export interface EligibilityAsked extends When {
  /** Only this policy, by number. */
  readonly policy: number | undefined;
}

/** How many candidates are looked at in one step. */
const STEP = 64;

/** What can be applied for on a day: each measure in force, and each policy in force without measures. */
export function* candidatesOn(views: GroundViews, asked: EligibilityAsked): Steps<readonly Candidate[]> {
  const view = views.onDay(asked.day, asked.includePlanned);
  const provisions = yield* view.provisions(undefined);
  const inForce = provisionsInForce(views.ground, provisions, view.bounds, { unknownStart: LAST_DAY + 1 });
  const found: Candidate[] = [];
  for (const [at, provision] of provisions.all.entries()) {
    if (at % STEP === 0) yield;
    if (!hasBit(inForce, at) || (asked.policy !== undefined && provision.policy !== asked.policy)) continue;
    const measures = measureProvisions(view, provision.policy);
    found.push(...(measures.length > 0 ? measures : [{ ...provision, measure: undefined }]));
  }
  return found;
}

/** The whole answer, in its order. */
export function* decideEligibility(
  views: GroundViews,
  rulebook: Rulebook,
  applicant: Applicant,
  asked: EligibilityAsked,
  tiers: readonly string[],
): Steps<readonly Eligibility[]> {
  const judge = createJudge(views.onDay(asked.day, asked.includePlanned), rulebook, applicant, asked, tiers);
  const found: Eligibility[] = [];
  for (const [at, candidate] of (yield* candidatesOn(views, asked)).entries()) {
    if (at % STEP === 0) yield;
    found.push(judge(candidate));
  }
  return found.sort(compareEligibility);
}

/** What several judges have in common, or take to be so. */
export interface Judging {
  readonly reach?: Reach;
  /** The verdicts that criteria are taken to have, by their ids. */
  readonly assumed?: ReadonlyMap<string, Verdict>;
  /** Whether written criteria may be left out where they cannot change the overall verdict. */
  readonly isBrief?: boolean;
}

/** Judges candidates for one applicant. */
export function createJudge(
  view: GroundView,
  rulebook: Rulebook,
  applicant: Applicant,
  when: When,
  tiers: readonly string[],
  { reach = createReach(view), assumed = new Map(), isBrief = false }: Judging = {},
): (candidate: Candidate) => Eligibility {
  const { ground } = view;
  const satisfied = new Map<string, Satisfied>();
  const context: JudgingContext = {
    reach,
    applicant,
    when,
    tiers,
    assumed,
    satisfies: (id) => {
      if (!asking.has(id)) return satisfies(id);
      circles += 1;
      return OPEN;
    },
  };

  /** The measures whose criteria are being judged, and how often one of them was asked for again meanwhile. */
  const asking = new Set<string>();
  let circles = 0;

  function satisfies(id: string): Satisfied {
    const known = satisfied.get(id);
    if (known) return known;
    const provision = candidateOf(view, id);
    if (!provision) return OPEN;
    const before = circles;
    const verdicts = judgeAll(id, provision);
    const found = { verdict: overallOf(verdicts), missing: missingOf(verdicts) };
    // What was left open on the way, for it leads back, is known where it is asked first.
    if (circles === before) satisfied.set(id, found);
    return found;
  }

  /** A measure that asks itself, by way of others or not, is open there. */
  function judgeAll(id: string, provision: Provision, brief = false): readonly CriterionVerdict[] {
    asking.add(id);
    const verdicts = judgeMeasure(context, provision, rulebook.criteria.get(id) ?? [], brief);
    asking.delete(id);
    return verdicts;
  }

  return (candidate) => {
    const id = ground.ids[candidate.measure ?? candidate.policy] ?? '';
    const verdicts = judgeAll(id, candidate, isBrief);
    return {
      candidate,
      id,
      overall: overallOf(verdicts),
      verdicts,
      open: verdicts.filter(({ verdict }) => verdict === 'UNKNOWN' || verdict === 'NOT_CHECKABLE').length,
      modality: Math.max(0, ...verdicts.flatMap(({ conditions }) => conditions.map((each) => each.modality))),
      window: windowState(rulebook.windows.get(id) ?? [], when.day),
    };
  };
}

interface Satisfied {
  readonly verdict: Verdict;
  readonly missing: readonly Asked[];
}

const OPEN: Satisfied = { verdict: 'UNKNOWN', missing: [] };

/** A measure by its id, whether or not its policy is in force. */
export function candidateOf(view: GroundView, id: string): Candidate | undefined {
  const { numbers, facts } = view.ground;
  const measure = numbers.get(id) ?? -1;
  const policies = [...facts.HAS_MEASURE.into(measure)].map((fact) => facts.HAS_MEASURE.from[fact] ?? 0);
  return policies
    .flatMap((policy) => measureProvisions(view, policy))
    .find((provision) => provision.measure === measure);
}

function overallOf(verdicts: readonly CriterionVerdict[]): Verdict {
  return worstOf(verdicts.map(({ verdict }) => verdict));
}

/** What is missing in some verdicts, each once, in the order met. */
export function missingOf(verdicts: readonly CriterionVerdict[]): readonly Asked[] {
  const all = verdicts.flatMap(({ verdict, conditions }) =>
    verdict === 'UNKNOWN' ? conditions.flatMap(({ missing }) => missing) : [],
  );
  return [...new Map(all.map((each) => [askedKey(each), each])).values()];
}

/** What distinguishes what is asked. */
export function askedKey({ attribute, of }: Asked): string {
  return `${attribute} ${of ?? ''}`;
}

/** The position of an answer: best first, then fewest open criteria, then by id. */
export function positionOf({ overall, open, id }: Eligibility): readonly [number, number, string] {
  return [BEST_FIRST.indexOf(overall), open, id];
}

function compareEligibility(a: Eligibility, b: Eligibility): number {
  const [[rankA, openA, idA], [rankB, openB, idB]] = [positionOf(a), positionOf(b)];
  return rankA - rankB || openA - openB || compareText(idA, idB);
}
