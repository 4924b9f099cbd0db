/** Numbers that a model bounds: what is never negative, and parts of a whole, which are never more than 100 %. */

import { sayCheck } from '../diagnostics/check-messages.ts';
import type { Saying } from '../diagnostics/diagnostic.ts';
import type { Limits } from '../model/model.ts';

/**
 * What is wrong with a number that the model bounds; undefined where nothing is.
 * @param decimal the number in canonical form
 * @param text as it was written
 */
export function faultOfLimits(
  what: string,
  limits: Limits | undefined,
  decimal: string,
  text: string,
): Saying | undefined {
  const { least, most } = limits ?? {};
  if (least !== undefined && Number(decimal) < least) return sayCheck.tooLittle(what, text, least);
  if (most !== undefined && Number(decimal) > most) return sayCheck.tooMuch(what, text, most);
  return undefined;
}
