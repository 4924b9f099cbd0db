/** Numbers and the words that hedge them, joined: 4 → 超过5, not a number, a bound and a text. */

import type { Properties, Value } from '../../model/dataset.ts';
import { hedgedText } from '../../model/hedge.ts';
import type { FieldsModel } from '../../model/model.ts';

/**
 * What a record said and says, each number with its hedge. That a graph of an older model had no hedge is no news; that
 * a number is printed or bounded in another way is, where its text alone does not say so.
 */
export function joinHedges(
  type: FieldsModel | undefined,
  before: Properties,
  after: Properties,
): readonly [Properties, Properties] {
  const [was, is]: [Record<string, Value>, Record<string, Value>] = [{ ...before }, { ...after }];
  for (const property of type?.properties.values() ?? []) {
    const { name, hedge } = property;
    if (!hedge) continue;
    const bounds = type?.properties.get(hedge.bound);
    const texts = [before, after].map((properties) => hedgedText(property, bounds, properties));
    for (const [side, text] of [
      [was, texts[0]],
      [is, texts[1]],
    ] as const) {
      if (text !== undefined) side[name] = text;
    }
    for (const part of [hedge.bound, hedge.printed]) {
      const isNews = before[part] !== undefined && after[part] !== undefined && texts[0] === texts[1];
      if (isNews) continue;
      delete was[part];
      delete is[part];
    }
  }
  return [was, is];
}
