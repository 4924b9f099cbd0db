/** Texts folded, so that two ways of writing one name compare as equal (§15.4). */

import { to } from 'opencc-js/preset/t2cn';

/** Simplified characters by traditional ones. */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  to.cn
    ?.flat()
    .flatMap((entries) => (typeof entries === 'string' ? entries.split('|') : []))
    .map((entry): readonly [string, string] => {
      const [traditional = '', simplified = ''] = entry.split(' ');
      return [traditional, simplified];
    })
    .filter(([traditional]) => [...traditional].length === 1),
);

const OPENING = /[〔[]/gu;
const CLOSING = /[〕\]]/gu;
const SPACES = /\s+/gu;
/** What shows as nothing at all. */
const UNSEEN = /\p{Cf}/gu;

/**
 * A text with width, case, traditional characters, brackets and spaces folded: 沪府办发〔2023〕8 號 →
 * 沪府办发(2023)8号. Characters are folded one by one, phrases never as a whole: what is part of a text stays part of
 * it.
 */
export function foldText(text: string): string {
  return foldCharacters(text, '');
}

/** A text folded as by {@link foldText}, with a space between its words. */
export function foldWords(text: string): string {
  return foldCharacters(text, ' ').trim();
}

function foldCharacters(text: string, space: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(SPACES, space).replace(UNSEEN, '');
  const simplified = Array.from(plain, (character) => SIMPLIFIED.get(character) ?? character).join('');
  return simplified.replace(OPENING, '(').replace(CLOSING, ')');
}
