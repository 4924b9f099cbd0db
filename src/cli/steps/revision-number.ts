/** The number of a revision in a command line. */

import { UsageError } from '../usage-error.ts';

/**
 * A revision's number.
 * @throws UsageError where it is not a whole number
 */
export function revisionNumber(text: string | undefined): number {
  const number = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (number === undefined) {
    throw new UsageError({
      en: `A revision is a whole number, not "${text ?? ''}": kg log lists them.`,
      zh: `版本号应为整数，而不是“${text ?? ''}”：可用 kg log 查看。`,
    });
  }
  return number;
}
