/** The id of a new record, from how its name is read: an id that people can say. */

import { foldWords } from '../model/text/fold-text.ts';
import { readingsOf } from '../model/text/reading.ts';
import { takeForms } from '../questions/resolve/legal-forms.ts';
import { MAX_ID } from '../seeds/written/limits.ts';

/** Syllables of a name that an id keeps. */
const MOST_SYLLABLES = 8;

/**
 * A free id. It is made once: a name that is corrected later keeps it.
 * @param isTaken whether a record has an id
 * @example newId('firm', '上海积塔半导体有限公司', undefined, () => false) // firm:shang-hai-ji-ta-ban-dao-ti
 */
export function newId(
  prefix: string,
  name: string,
  nameEn: string | undefined,
  isTaken: (id: string) => boolean,
): string {
  const core = takeForms(foldWords(nameEn ?? name)).core;
  const words = /\p{Script=Han}/u.test(core)
    ? readingsOf(core).slice(0, MOST_SYLLABLES)
    : core.split(/[^a-z0-9]+/u);
  const slug =
    words
      .join('-')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'record';
  const id = `${prefix}:${slug}`.slice(0, MAX_ID - 4).replace(/-+$/, '');
  for (let next = 1; ; next += 1) {
    const candidate = next === 1 ? id : `${id}-${next}`;
    if (!isTaken(candidate)) return candidate;
  }
}
