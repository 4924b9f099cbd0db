/** Verdicts: what can be said of a condition, a criterion and a measure, and what it rests on (§8.8, §8.10). */

import type { Condition } from '../../model/words/criterion-sentence.ts';
import type { ExactNumber } from '../figures/exact-number.ts';
import type { FigureFact, ListingFact, NamedFact, PlaceFact, TitleFact, ValueFact } from './applicant.ts';

export type Verdict = 'MET' | 'NOT_MET' | 'UNKNOWN' | 'NOT_CHECKABLE';

/** Best first: the order of answers, and of alternatives. */
export const BEST_FIRST: readonly Verdict[] = ['MET', 'NOT_CHECKABLE', 'UNKNOWN', 'NOT_MET'];

/** The worst of some verdicts: NOT_MET if any is, else UNKNOWN, else NOT_CHECKABLE; MET where there is none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((a, b) => (BEST_FIRST.indexOf(b) > BEST_FIRST.indexOf(a) ? b : a), 'MET');
}

/** The best of some verdicts. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((a, b) => (BEST_FIRST.indexOf(b) < BEST_FIRST.indexOf(a) ? b : a), 'NOT_MET');
}

/** The verdict of what must not hold. */
export function negated(verdict: Verdict): Verdict {
  if (verdict === 'MET') return 'NOT_MET';
  return verdict === 'NOT_MET' ? 'MET' : verdict;
}

/** A fact that a verdict rests on; `in` is the record that it was found to be in. */
export type UsedFact =
  | { readonly kind: 'industry' | 'cluster'; readonly fact: NamedFact; readonly in?: string | undefined }
  | { readonly kind: 'place'; readonly fact: PlaceFact; readonly in?: string | undefined }
  | { readonly kind: 'title'; readonly fact: TitleFact }
  | { readonly kind: 'listing'; readonly fact: ListingFact }
  | { readonly kind: 'founded' | 'size'; readonly fact: ValueFact }
  | { readonly kind: 'figure'; readonly fact: FigureFact; readonly year: number };

/** Why a condition is neither met nor not met. */
export type Doubt =
  /** Nothing of the kind is on record. */
  | 'NOT_ON_RECORD'
  /** Only something wider is: a broader industry, a place that contains or touches the right one. */
  | 'TOO_WIDE'
  /** A bounded figure leaves it open. */
  | 'BOUNDS_OPEN'
  /** The newest whole year on record is too old. */
  | 'TOO_OLD'
  /** One of the years needed is not on record. */
  | 'YEARS_MISSING'
  /** The policy does not name what it supports, or where it applies. */
  | 'NOT_NAMED'
  /** The other measure's criteria are open, or lead back to this one. */
  | 'OTHER_MEASURE';

/** What is asked of an applicant: an attribute, or a part of one. */
export interface Asked {
  readonly attribute: string;
  readonly of: string | undefined;
}

/** What can be said of one condition. */
export interface ConditionVerdict {
  readonly condition: Condition;
  readonly verdict: Verdict;
  readonly used: readonly UsedFact[];
  readonly doubt?: Doubt | undefined;
  /** What is missing, where it is UNKNOWN. */
  readonly missing: readonly Asked[];
  /** The sum or mean that was compared, where it is of several years. */
  readonly total?: ExactNumber | undefined;
  /** With NOT_MET: how far the number is from the nearest that would do, in the unit of the condition. */
  readonly distance?: ExactNumber | undefined;
  /** The verdict on each measure that SATISFIES names. */
  readonly measures?: readonly { readonly id: string; readonly verdict: Verdict }[];
  /** The weakest modality among the facts used, those of the policy included. */
  readonly modality: number;
}

/** What can be said of one criterion: of the best of its alternatives. */
export interface CriterionVerdict {
  /** Its id; undefined for the industry and the place, which every measure asks. */
  readonly criterion: string | undefined;
  /** Its alternatives, each with its conditions. */
  readonly alternatives: readonly { readonly conditions: readonly Condition[] }[];
  readonly verdict: Verdict;
  readonly conditions: readonly ConditionVerdict[];
}
