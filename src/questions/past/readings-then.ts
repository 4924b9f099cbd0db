/** Where nodes were read, as it was at an earlier revision: what choosing between them needs of their sources (§1.7). */

import type { Properties } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import type { Past } from '../../model/past.ts';
import type { StatedIn } from '../../model/stored/compare-sources.ts';
import { evidenceOf } from '../../model/words/evidence-form.ts';
import type { Decision } from '../decision.ts';
import { sourcesThen } from './read-then.ts';

/** Gives the readings of each of some nodes or facts, in the order of their evidence. */
export function* readingsThen(
  model: Model,
  past: Past,
  all: Iterable<Properties>,
): Decision<(stored: Properties) => readonly StatedIn[]> {
  const sources = yield* sourcesThen(model, past, all);
  return (stored) =>
    evidenceOf(stored).flatMap(({ source, locator }) => {
      const found = sources.get(source);
      if (!found) return [];
      const { tier, read, publishedOnDay } = found;
      return [
        {
          source,
          locator,
          tier: String(tier),
          read: typeof read === 'string' ? read : undefined,
          publishedOn: typeof publishedOnDay === 'number' ? publishedOnDay : undefined,
        },
      ];
    });
}
