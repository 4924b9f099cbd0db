/** What the clause of a criterion should hold: the numbers and titles that its conditions are held against. */

import type { Check } from './fact-check.ts';

/** A condition as it is stored. */
interface Condition {
  readonly attribute?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
  readonly unit?: string;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const TITLE = 'TITLE';
const NOT_CHECKABLE = 'NOT_CHECKABLE';

/** The checks of a criterion's alternatives, one JSON text. */
export function criterionChecks(json: string, property: string): readonly Check[] {
  return conditionsIn(JSON.parse(json)).flatMap(({ attribute, operator, values = [], unit }) => {
    if (operator === NOT_CHECKABLE) return [];
    return values.flatMap((value): readonly Check[] => {
      const words = `${value}${unit ?? ''}`;
      const common = { words, scope: 'one', property } as const;
      if (unit !== undefined && NUMBER.test(value)) {
        return [{ ...common, wanted: { kind: 'figure', value, unit, money: false } }];
      }
      if (attribute !== TITLE) return [];
      return [
        { ...common, wanted: { kind: 'name', names: [value], closeness: 'description', inTitle: true } },
      ];
    });
  });
}

/** The maps with an attribute, at any depth. */
function conditionsIn(part: unknown): readonly Condition[] {
  if (Array.isArray(part)) return part.flatMap(conditionsIn);
  if (typeof part !== 'object' || part === null) return [];
  return 'attribute' in part ? [part as Condition] : Object.values(part).flatMap(conditionsIn);
}
