/** Numbers that a model bounds: what is never negative, and parts of a whole, which are never more than 100 %. */

import { checkFaults } from '../../diagnostics/check-messages.ts';
import type { Fault } from '../../diagnostics/diagnostic.ts';
import type { Part } from '../../diagnostics/text.ts';
import type { Limits } from '../../model/model.ts';

/**
 * What is wrong with a number that the model bounds; undefined where nothing is.
 * @param decimal the number in canonical form
 * @param text as it was written
 */
export function faultOfLimits(
  what: Part,
  limits: Limits | undefined,
  decimal: string,
  text: string,
): Fault | undefined {
  const { least, most } = limits ?? {};
  if (least !== undefined && Number(decimal) < least) return checkFaults.tooLittle(what, text, least);
  if (most !== undefined && Number(decimal) > most) return checkFaults.tooMuch(what, text, most);
  return undefined;
}
