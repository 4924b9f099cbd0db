/** An applicant: what is on record of a firm, or what a profile says, as criteria are held against it (§8). */

import { FIRST_DAY, LAST_DAY } from '../../model/day.ts';
import type { StatedIn } from '../../model/stored/compare-sources.ts';
import { PLANNED } from '../ground.ts';

/** A fact about an applicant. */
export interface ApplicantFact {
  readonly fromDay: number;
  readonly toDay: number;
  /** Its position among the modalities, firmest first. */
  readonly modality: number;
  /** Where it was read, strongest first; none for what a profile says. */
  readonly readings: readonly StatedIn[];
}

/** A fact that names a record: an industry it operates in, a cluster it belongs to. */
export interface NamedFact extends ApplicantFact {
  readonly id: string;
}

/** A place of the applicant. */
export interface PlaceFact extends NamedFact {
  readonly role: string | undefined;
}

/** A title that the applicant holds, or a list that it is on. */
export interface TitleFact extends ApplicantFact {
  readonly title: string;
}

/** A listing of its shares; `exchange` is undefined where a profile says only that there is one. */
export interface ListingFact extends ApplicantFact {
  readonly exchange: string | undefined;
}

/** A value of the applicant's own record: its founding date, its size. */
export interface ValueFact extends ApplicantFact {
  readonly value: string;
}

/** A figure; `period` is undefined where a profile gives none, which means the last whole year. */
export interface FigureFact extends ApplicantFact {
  readonly attribute: string;
  readonly of: string | undefined;
  readonly value: string;
  readonly bound: string;
  readonly period: string | undefined;
}

/** A firm or a profile. */
export interface Applicant {
  readonly industries: readonly NamedFact[];
  readonly clusters: readonly NamedFact[];
  readonly places: readonly PlaceFact[];
  readonly titles: readonly TitleFact[];
  /** Whether a title that is not among them is not held: a profile lists all, a record those that were found. */
  readonly hasAllTitles: boolean;
  readonly listings: readonly ListingFact[];
  /** Whether it is known that there is no other listing. */
  readonly hasAllListings: boolean;
  readonly foundedOn: ValueFact | undefined;
  readonly smeSize: ValueFact | undefined;
  readonly figures: readonly FigureFact[];
}

/** What an applicant says of itself holds on every day, and is stated. */
export const OWN_WORD: ApplicantFact = { fromDay: FIRST_DAY, toDay: LAST_DAY, modality: 0, readings: [] };

/** The day of a question, and whether planned facts count. */
export interface When {
  readonly day: number;
  readonly includePlanned: boolean;
}

/** Whether a fact is firm enough (§1.6). */
export function isFirmEnough({ modality }: ApplicantFact, { includePlanned }: When): boolean {
  return includePlanned || modality < PLANNED;
}

/** Whether a fact holds on the day and is firm enough. */
export function holdsWhen(fact: ApplicantFact, when: When): boolean {
  return fact.fromDay <= when.day && when.day <= fact.toDay && isFirmEnough(fact, when);
}
