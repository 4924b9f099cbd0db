/** What firms operate in and where they are, read for one question: which of it holds, and what follows (§10.2, §11.1). */

import { PLANNED } from './ground.ts';
import type { View } from './view.ts';

/** A fact that leads from a firm to a node of the ground. */
export interface FirmFact {
  readonly firm: string;
  /** The number of an industry or a place; -1 where it is not in the ground. */
  readonly to: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** The position of its modality. */
  readonly modality: number;
}

/** Whether a fact of a firm holds on a day, planned ones where the view has them. */
export function firmFactHolds(view: View, day: number, { fromDay, toDay, modality }: FirmFact): boolean {
  return fromDay <= day && day <= toDay && (view.bounds.planned || modality < PLANNED);
}

/** The firms that are in one of some places, or touch it, by the facts of where they are. */
export function firmsIn(
  view: View,
  day: number,
  located: readonly FirmFact[],
  place: number,
): ReadonlySet<string> {
  return new Set(
    located
      .filter((fact) => firmFactHolds(view, day, fact) && view.placesAround(fact.to).has(place))
      .map(({ firm }) => firm),
  );
}
