/** The places of the graph by their names, and which of them a name begins with (§15.5). */

import { foldText } from '../../model/text/fold-text.ts';
import { lengthOf, plainText } from './plain-text.ts';

/** Ids of places by plain texts that they go by; the graph says which, nothing here knows any. */
export type PlaceNames = ReadonlyMap<string, readonly string[]>;

/** A place that a name mentions: the text, and the ids of the places so called. */
export interface Mention {
  readonly text: string;
  readonly ids: readonly string[];
}

/** What regions end in. */
const DESIGNATOR = /(?:特别行政区|自治[区州县]|新区|街道|[省市区县镇乡])$/u;
/** Characters of the shortest name that is looked for: 沪 alone begins too many words. */
const SHORTEST = 2;
/** Letters of the shortest name in Latin letters. */
const SHORTEST_LATIN = 4;

/** A name without what it is among regions: 徐汇区 → 徐汇; undefined where nothing can be taken off. */
export function withoutDesignator(name: string): string | undefined {
  const short = name.replace(DESIGNATOR, '');
  return short !== name && lengthOf(short) >= SHORTEST ? short : undefined;
}

/** Names of places to look them up by, also without what they are among regions. */
export function placeNames(
  places: readonly { readonly id: string; readonly names: readonly string[]; readonly isRegion: boolean }[],
): PlaceNames {
  const found = new Map<string, string[]>();
  for (const { id, names, isRegion } of places) {
    for (const name of names) {
      const plain = plainText(foldText(name));
      const short = isRegion ? withoutDesignator(plain) : undefined;
      for (const text of short === undefined ? [plain] : [plain, short]) {
        if (lengthOf(text) < (/^[a-z]/.test(text) ? SHORTEST_LATIN : SHORTEST)) continue;
        const ids = found.get(text) ?? [];
        if (!ids.includes(id)) found.set(text, [...ids, id]);
      }
    }
  }
  return found;
}

/** The longest place name that a plain text begins with, something being left behind it. */
export function leadingPlace(plain: string, places: PlaceNames): Mention | undefined {
  return longest(plain, places, (length) => plain.slice(0, length));
}

/** The longest place name that a plain text ends in, something being left before it. */
export function trailingPlace(plain: string, places: PlaceNames): Mention | undefined {
  return longest(plain, places, (length) => plain.slice(-length));
}

function longest(plain: string, places: PlaceNames, cut: (length: number) => string): Mention | undefined {
  for (let length = plain.length - SHORTEST; length >= SHORTEST; length--) {
    const ids = places.get(cut(length));
    if (ids) return { text: cut(length), ids };
  }
  return undefined;
}

/** Whether two mentions can mean one place. */
export function isSamePlace(a: Mention, b: Mention): boolean {
  return a.ids.some((id) => b.ids.includes(id));
}
