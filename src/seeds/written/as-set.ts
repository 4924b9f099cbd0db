/** Lists whose order says nothing, in one order: what is written in another is the same. */

import { compareText } from '../../diagnostics/compare-text.ts';

/**
 * The items, each once, in the order of their texts: the alternatives of a criterion, the conditions of one, the values
 * of a condition.
 */
export function asSet<T>(items: readonly T[]): readonly T[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}
