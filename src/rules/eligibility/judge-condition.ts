/** One condition held against an applicant (§8.2 to §8.7). */

import { foldText } from '../../model/text/fold-text.ts';
import type { Condition } from '../../model/words/criterion-sentence.ts';
import { compareExact } from '../figures/exact-number.ts';
import { ageOn, holdDay } from './age.ts';
import { type Applicant, holdsWhen, isFirmEnough, type When } from './applicant.ts';
import { figuresRead, intervalsRead } from './figure-years.ts';
import { type Held, holdNumber } from './hold-number.ts';
import { judgeIndustry, judgePlace, type TreeVerdict, type Wanted } from './judge-trees.ts';
import type { Reach } from './reach.ts';
import {
  type Asked,
  bestOf,
  type ConditionVerdict,
  type Doubt,
  negated,
  type UsedFact,
  type Verdict,
  worstOf,
} from './verdict.ts';

/** What every condition is judged with: the applicant, the day, and what lies in what. */
export interface JudgingContext {
  readonly reach: Reach;
  readonly applicant: Applicant;
  readonly when: When;
  /** Source tiers, strongest first. */
  readonly tiers: readonly string[];
  /** The verdict that a criterion is taken to have, whatever is on record; by its id. */
  readonly assumed: ReadonlyMap<string, Verdict>;
  /** The verdict on all criteria of another measure, and what is missing for it. */
  readonly satisfies: (measure: string) => { readonly verdict: Verdict; readonly missing: readonly Asked[] };
}

const NONE: Wanted = new Map();
/** The roles in which a firm is registered or pays tax, which is not where it operates. */
const ON_PAPER: ReadonlySet<string | undefined> = new Set(['REGISTERED', 'TAX']);
/** The places that each attribute asks for, by their role. */
const PLACES: ReadonlyMap<string, (role: string | undefined) => boolean> = new Map([
  ['REGISTERED_PLACE', (role) => role === 'REGISTERED'],
  ['TAX_PLACE', (role) => role === 'TAX'],
  ['OPERATING_PLACE', (role) => !ON_PAPER.has(role)],
]);

/** The verdict on one condition. */
export function judgeCondition(context: JudgingContext, condition: Condition): ConditionVerdict {
  const { attribute, operator, unit } = condition;
  if (operator === 'NOT_CHECKABLE') return verdictOn(condition, 'NOT_CHECKABLE', []);
  const counts = PLACES.get(attribute);
  if (counts) {
    const { reach, applicant, when } = context;
    return ofTree(condition, judgePlace(reach, applicant, when, named(reach, condition), counts));
  }
  switch (attribute) {
    case 'INDUSTRY': {
      const { reach, applicant, when } = context;
      return ofTree(condition, judgeIndustry(reach, applicant, when, named(reach, condition), NONE));
    }
    case 'TITLE':
      return judgeTitle(context, condition);
    case 'LISTED':
      return judgeListed(context, condition);
    case 'SME_SIZE':
      return judgeSize(context, condition);
    case 'FOUNDED_ON':
    case 'FOUNDED_YEARS':
      return judgeFounding(context, condition);
    case 'SATISFIES':
      return judgeSatisfies(context, condition);
    default:
      // What no attribute counts cannot be held against anything.
      return unit === undefined ? verdictOn(condition, 'NOT_CHECKABLE', []) : judgeFigure(context, condition);
  }
}

/** A verdict on an industry or place as that on its condition. */
export function ofTree(condition: Condition, found: TreeVerdict): ConditionVerdict {
  const verdict = condition.operator === 'NOT_IN' ? negated(found.verdict) : found.verdict;
  return {
    condition,
    verdict,
    used: found.used,
    doubt: found.doubt,
    missing: verdict === 'UNKNOWN' && found.doubt !== 'NOT_NAMED' ? [askedOf(condition)] : [],
    modality: found.modality,
  };
}

function judgeTitle({ applicant, when }: JudgingContext, condition: Condition): ConditionVerdict {
  const wanted = new Set(condition.values.map(foldText));
  const named = applicant.titles.filter(
    (each) => wanted.has(foldText(each.title)) && isFirmEnough(each, when),
  );
  const held = named.filter((each) => holdsWhen(each, when));
  const used = (held.length > 0 ? held : named).map((fact): UsedFact => ({ kind: 'title', fact }));
  if (held.length > 0) return verdictOn(condition, within(condition, true), firmest(used));
  if (named.length > 0 || applicant.hasAllTitles) return verdictOn(condition, within(condition, false), used);
  return openOn(condition, 'NOT_ON_RECORD', []);
}

function judgeListed({ applicant, when }: JudgingContext, condition: Condition): ConditionVerdict {
  const known = applicant.listings.filter((each) => isFirmEnough(each, when));
  const held = known.filter((each) => holdsWhen(each, when));
  const used = (held.length > 0 ? held : known).map((fact): UsedFact => ({ kind: 'listing', fact }));
  const isAsked = condition.values.includes('true') !== (condition.operator === 'NOT_IN');
  if (held.length > 0) return verdictOn(condition, isAsked ? 'MET' : 'NOT_MET', firmest(used));
  if (known.length > 0 || applicant.hasAllListings) {
    return verdictOn(condition, isAsked ? 'NOT_MET' : 'MET', used);
  }
  return openOn(condition, 'NOT_ON_RECORD', []);
}

function judgeSize({ applicant, when }: JudgingContext, condition: Condition): ConditionVerdict {
  const fact = applicant.smeSize;
  if (!fact || !isFirmEnough(fact, when)) return openOn(condition, 'NOT_ON_RECORD', []);
  return verdictOn(condition, within(condition, condition.values.includes(fact.value)), [
    { kind: 'size', fact },
  ]);
}

function judgeFounding({ applicant, when }: JudgingContext, condition: Condition): ConditionVerdict {
  const fact = applicant.foundedOn;
  if (!fact || !isFirmEnough(fact, when)) return openOn(condition, 'NOT_ON_RECORD', []);
  const used: readonly UsedFact[] = [{ kind: 'founded', fact }];
  if (condition.attribute === 'FOUNDED_YEARS') {
    const age = ageOn(when.day, fact.value);
    return age
      ? {
          ...held(condition, used, [
            holdNumber({ low: { at: age, beside: 0 }, high: { at: age, beside: 0 } }, condition),
          ]),
          total: age,
        }
      : openOn(condition, 'NOT_ON_RECORD', used);
  }
  const holds = condition.values.some((value) => holdDay(fact.value, condition.operator, value) === true);
  return verdictOn(condition, holds ? 'MET' : 'NOT_MET', used);
}

function judgeSatisfies({ satisfies }: JudgingContext, condition: Condition): ConditionVerdict {
  const measures = condition.values.map((id) => ({ id, ...satisfies(id) }));
  const found = bestOf(measures.map(({ verdict }) => verdict));
  const verdict = condition.operator === 'NOT_IN' ? negated(found) : found;
  return {
    ...verdictOn(condition, verdict, []),
    doubt: verdict === 'UNKNOWN' ? 'OTHER_MEASURE' : undefined,
    measures,
    missing: verdict === 'UNKNOWN' ? measures.flatMap(({ missing }) => missing) : [],
  };
}

function judgeFigure({ applicant, when, tiers }: JudgingContext, condition: Condition): ConditionVerdict {
  const { read, doubt } = figuresRead(applicant, condition, when, tiers);
  const used = read.map(({ figure, year }): UsedFact => ({ kind: 'figure', fact: figure, year }));
  if (doubt) return openOn(condition, doubt, used);
  const intervals = intervalsRead(read, condition);
  const verdict = held(
    condition,
    used,
    intervals.map((interval) => holdNumber(interval, condition)),
  );
  // A sum or mean of exact numbers is a number itself.
  const [low, high] = [intervals[0]?.low, intervals[0]?.high];
  const isOne = intervals.length === 1 && low && high && compareExact(low.at, high.at) === 0;
  return isOne && read.length > 1 ? { ...verdict, total: low.at } : verdict;
}

/** The worst of what holding one or several numbers gives; the distance is the largest, which all others are within. */
function held(condition: Condition, used: readonly UsedFact[], all: readonly Held[]): ConditionVerdict {
  const verdict = worstOf(all.map((each) => each.verdict));
  if (verdict === 'UNKNOWN') return openOn(condition, 'BOUNDS_OPEN', used);
  const distance = all.flatMap((each) => each.distance ?? []).sort((a, b) => compareExact(b, a))[0];
  return { ...verdictOn(condition, verdict, used), distance };
}

/** One fact is enough: the firmest, the first among equals. */
function firmest(used: readonly UsedFact[]): readonly UsedFact[] {
  return [...used].sort((a, b) => a.fact.modality - b.fact.modality).slice(0, 1);
}

function within({ operator }: Condition, isOne: boolean): Verdict {
  return isOne !== (operator === 'NOT_IN') ? 'MET' : 'NOT_MET';
}

/** The records that a condition names, as far as they are known. */
function named({ view }: Reach, { values }: Condition): Wanted {
  return new Map(
    values.flatMap((id) => {
      const number = view.ground.numbers.get(id);
      return number === undefined ? [] : [[number, 0] as const];
    }),
  );
}

function verdictOn(condition: Condition, verdict: Verdict, used: readonly UsedFact[]): ConditionVerdict {
  const modality = Math.max(0, ...used.map(({ fact }) => fact.modality));
  return { condition, verdict, used, missing: [], modality };
}

function openOn(condition: Condition, doubt: Doubt, used: readonly UsedFact[]): ConditionVerdict {
  return { ...verdictOn(condition, 'UNKNOWN', used), doubt, missing: [askedOf(condition)] };
}

function askedOf({ attribute, of }: Condition): Asked {
  return { attribute, of };
}
