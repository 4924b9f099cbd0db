/** Values of changed properties as text. */

import type { Model, PropertyModel } from '../../model/model.ts';
import { valueWords } from '../../model/words/value-words.ts';

const NOTHING = '—';

/** A value of a property, in words where it would be JSON; values of enums as seeds write them. */
export function showValue(model: Model, property: PropertyModel | undefined, value: unknown): string {
  const json = property?.valueKind === 'json' && typeof value === 'string';
  return json ? valueWords(model, property, value, 'ZH') : showList(value);
}

/** A value, or several between points. */
export function showList(value: unknown): string {
  if (value === null || value === undefined) return NOTHING;
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? NOTHING : value.map(showItem).join(' · ');
}

/** An item of a list; evidence is a source and a locator. */
function showItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  return Object.values(item).join(' ').trim();
}
