/** Which verdicts differ between two answers about an applicant. */

import type { Offer } from './firm.ts';

/** What is said now, and what was said before. */
export interface Flip {
  readonly offer: Offer;
  readonly was: string;
}

/** The offers whose verdict differs, in the order of the later answer. */
export function flips(before: readonly Offer[], after: readonly Offer[]): readonly Flip[] {
  const idOf = ({ measure, policy }: Offer) => (measure ?? policy).id;
  const earlier = new Map(before.map((each) => [idOf(each), each.overall]));
  return after.flatMap((offer) => {
    const was = earlier.get(idOf(offer));
    return was !== undefined && was !== offer.overall ? [{ offer, was }] : [];
  });
}
