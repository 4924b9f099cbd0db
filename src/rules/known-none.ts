/** What was looked for and found absent: which record of it explains an empty cell (§1.11, §7.6). */

import { PLANNED } from './ground.ts';
import type { View } from './view.ts';

/** A record of what was looked for and found absent. */
export interface KnownNone {
  readonly id: string;
  /** The industry it is about; undefined: any industry. -1: one that is not in the ground. */
  readonly industry: number | undefined;
  /** The place it is about; undefined: any place. -1: one that is not in the ground. */
  readonly place: number | undefined;
  /** The first and last day on which it holds. */
  readonly fromDay: number;
  readonly toDay: number;
  /** The day it was looked for, as it is recorded. */
  readonly lookedOn: string;
  /** The position of its modality. */
  readonly modality: number;
}

/** What an empty answer is about. */
export interface Absence {
  /** The industries that nothing was found for; none: whatever the industry. */
  readonly industries: readonly number[];
  /** The place; undefined: everywhere. */
  readonly place: number | undefined;
}

/** The newest of the records that hold on a day and explain an absence; of the same day the first by id. */
export function explains(
  view: View,
  records: readonly KnownNone[],
  { industries, place }: Absence,
  day: number,
): KnownNone | undefined {
  const { allIndustries } = view.ground;
  const isOfEvery = ({ industry }: KnownNone) => industry === undefined || industry === allIndustries;
  const found = records.filter(
    (each) =>
      each.fromDay <= day &&
      day <= each.toDay &&
      (view.bounds.planned || each.modality < PLANNED) &&
      (isOfEvery(each) ||
        (industries.length > 0 &&
          industries.every((industry) => view.isIndustryIn(industry, each.industry ?? -1)))) &&
      (each.place === undefined || (place !== undefined && view.largerPlaces(place).has(each.place))),
  );
  return found.sort((a, b) => b.fromDay - a.fromDay || (a.id < b.id ? -1 : 1))[0];
}
