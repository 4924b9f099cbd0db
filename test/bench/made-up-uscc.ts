/** Unified social credit codes of firms that do not exist, with the check character that GB 32100 asks for. */

import type { SeededRandom } from './seeded-random.ts';

/** The characters of the standard, each worth its position. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * The code of the n-th firm: the number is in it, so that no two have the same.
 * @see https://openstd.samr.gov.cn/ GB 32100—2015
 */
export function madeUpUscc(random: SeededRandom, number: number): string {
  const body = `91${random.between(100000, 899999)}${String(number).padStart(9, '0')}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % CHARACTERS.length;
  }
  return `${body}${CHARACTERS[(CHARACTERS.length - (sum % CHARACTERS.length)) % CHARACTERS.length]}`;
}
