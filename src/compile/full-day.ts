/** The day that an argument names, which is one day: a month or a year is accepted in filters alone. */

import { badUserInput } from '../diagnostics/client-error.ts';
import { firstDay, isFullDay } from '../model/day.ts';

/**
 * The day of an argument as a number; undefined where the argument is left out.
 * @throws BAD_USER_INPUT where it is a month or a year
 */
export function fullDay(argument: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const text = String(value);
  if (isFullDay(text)) return firstDay(text);
  throw badUserInput(
    argument,
    `a Date that is one day, like 2024-02-20, is needed here; "${text}" is not one.`,
  );
}
