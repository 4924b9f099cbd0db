/** The stored text of a criterion → its alternatives. */

import type { Alternative, Condition } from './criterion-sentence.ts';

/**
 * The alternatives of a criterion as it is stored: JSON.
 * @returns undefined where the text is not a criterion: an edit outside kg may have written anything
 */
export function readAlternatives(text: string): readonly Alternative[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isListOf(read, isAlternative) ? read : undefined;
}

function isAlternative(value: unknown): value is Alternative {
  return isObject(value) && isListOf(value.conditions, isCondition);
}

function isCondition(value: unknown): value is Condition {
  if (!isObject(value)) return false;
  const { attribute, operator, values, of, unit, basis } = value;
  const isAbsentOrText = (each: unknown) => each === undefined || isText(each);
  return (
    [attribute, operator].every(isText) && isListOf(values, isText) && [of, unit, basis].every(isAbsentOrText)
  );
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
