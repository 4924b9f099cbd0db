/** The number of a revision as it is written after a command. */

import { UsageError } from '../usage-error.ts';

/**
 * A revision's number.
 * @throws UsageError where it is none
 */
export function revisionNumber(text: string | undefined): number {
  const number = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (number === undefined) {
    throw new UsageError(`A revision is a whole number, not "${text ?? ''}": kg log lists them.`);
  }
  return number;
}
