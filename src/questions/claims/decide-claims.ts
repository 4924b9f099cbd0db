/** Which claims are asked for: only what they need is read (§13). */

import type { Model } from '../../model/model.ts';
import type { Decision } from '../decision.ts';
import { type Claimed, type ClaimsAsked, conflictingAmong, selectClaims } from './claimed.ts';
import { claimsAbout, conflictingClaims, readNews, weakClaims } from './read-claims.ts';

/**
 * The claims that are weak or not, conflict or not, and are about an entity, in order: one of these at least is given.
 * @param day the day that relationships are valid on
 * @returns undefined where more than `most` claims would have to be read
 */
export function* decideClaims(
  model: Model,
  day: number | undefined,
  asked: ClaimsAsked & { readonly about: string | undefined },
  most: number,
): Decision<readonly Claimed[] | undefined> {
  const { weak, conflicting, about } = asked;
  const news = weak === undefined ? [] : yield* readNews(model);
  let read: readonly Claimed[];
  if (about !== undefined) read = yield* claimsAbout(model, about, day);
  else if (conflicting) read = yield* conflictingClaims(model);
  else read = yield* weakClaims(model, news, day, most);
  if (read.length > most) return undefined;
  let fighting: readonly Claimed[] = [];
  if (conflicting !== undefined) {
    // Of an entity whole groups were read; of weak claims those that they may conflict with were not.
    if (about !== undefined) fighting = conflictingAmong(model, read);
    else fighting = conflicting ? read : yield* conflictingClaims(model);
  }
  return selectClaims(read, asked, new Set(news), new Set(fighting.map(({ holder }) => holder)));
}
