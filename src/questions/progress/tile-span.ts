/** Spans put together from the periods of observations, without gap or overlap (§9.5). */

import { dayBefore } from '../../model/day.ts';
import type { Span } from './progress-facts.ts';

interface Tiling<T> {
  readonly piece: T;
  readonly rest: Tiling<T> | undefined;
  readonly count: number;
}

/**
 * The pieces that tile a span, in order: the fewest; among as many, the one whose first piece is the longest, then
 * its second. Undefined where none do.
 */
export function tileSpan<T extends Span>(
  pieces: readonly T[],
  { fromDay, toDay }: Span,
): readonly T[] | undefined {
  const latestFirst = pieces
    .filter((piece) => piece.fromDay >= fromDay && piece.toDay <= toDay)
    .sort((a, b) => b.fromDay - a.fromDay || a.toDay - b.toDay);
  // The best tiling of what comes after a day; of two with as many pieces, the longer first piece comes later here.
  const after = new Map<number, Tiling<T>>();
  for (const piece of latestFirst) {
    const rest = after.get(piece.toDay);
    if (!rest && piece.toDay !== toDay) continue;
    const count = 1 + (rest?.count ?? 0);
    const before = dayBefore(piece.fromDay);
    if (count <= (after.get(before)?.count ?? count)) after.set(before, { piece, rest, count });
  }
  let tiling = after.get(dayBefore(fromDay));
  if (!tiling) return undefined;
  const found: T[] = [];
  for (; tiling; tiling = tiling.rest) found.push(tiling.piece);
  return found;
}
