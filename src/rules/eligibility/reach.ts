/** What records are in, up a tree, with the weakest fact on the firmest way: the rules of places and industries (§3.3, §4.2). */

import { type Facts, MODALITIES } from '../ground.ts';
import { memoize, type View } from '../view.ts';

/** The weakest modality on the firmest way from a node to each node that it is in. */
export type Ways = ReadonlyMap<number, number>;

/** What nodes of a view are in, found on demand and kept. */
export interface Reach {
  readonly view: View;
  /** The industries that one is in, by facts. */
  readonly industries: (industry: number) => Ways;
  /** The places that one is in: a way has WHOLE steps alone. */
  readonly places: (place: number) => Ways;
}

/** The reach of a view. */
export function createReach(view: View): Reach {
  const { SUBCLASS_OF, WITHIN } = view.ground.facts;
  return {
    view,
    industries: memoize((industry) => waysUp(view, SUBCLASS_OF, industry, () => true)),
    places: memoize((place) => waysUp(view, WITHIN, place, (fact) => WITHIN.part[fact] === 0)),
  };
}

function waysUp(view: View, facts: Facts, start: number, isTaken: (fact: number) => boolean): Ways {
  const found = new Map<number, number>([[start, 0]]);
  for (const weakest of MODALITIES.keys()) {
    // Breadth first over all that is found: what a weaker fact adds may lead on by firm ones.
    for (const node of found.keys()) {
      for (const fact of facts.out(node)) {
        const to = facts.to[fact] ?? 0;
        const isFirmEnough = (facts.modality[fact] ?? 0) <= weakest;
        if (!found.has(to) && isFirmEnough && view.holds(facts, fact) && isTaken(fact))
          found.set(to, weakest);
      }
    }
  }
  return found;
}
