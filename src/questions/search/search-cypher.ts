/** What `search` finds and in which order, as Cypher over a bound `entry`, the search key of a record (§15.1 to §15.3). */

import { NAME_SLOTS, SEARCHED } from '../../model/text/search-form.ts';
import { SEARCH_KEY } from '../../model/text/search-key.ts';
import { isSought } from '../sought-types.ts';

/** The parameters of a search, as they stand in the statement. */
export interface SearchParameters {
  /** The whole text as a line of `searchText`, which names are compared with. */
  readonly whole: string;
  /**
   * The text, and each of its words where it has several: { text, latin, pinyin }, null where it is not looked for
   * that way. The words are empty where there is but one.
   */
  readonly parts: string;
  readonly words: string;
  /** What the indexes are asked, in the same form: all that is found has one of them. */
  readonly anchor: string;
  /** The node types looked through; null for all. */
  readonly types: string;
  /** The node types that are listed after all others. */
  readonly last: string;
}

/** Best first. */
const EXACT_NAME = 0;
const EXACT = 1;
const PREFIX = 2;
const INSIDE = 3;
const PINYIN = 4;
const WORDS = 5;

/** How well the best of them does, between 0 and 1: a number that falls along the order. */
export const SCORE = `round(((1 - isLast) + (${WORDS + 1} - rank - toFloat(length) / (length + 20)) / ${WORDS + 1}) / 2, 4)`;

/** Finds hits and binds the key of each as `entry`. Each index is asked by itself. */
export function hitsOf({ anchor, parts, words, types }: SearchParameters): string {
  const branch = (condition: string) => `MATCH (entry:${SEARCH_KEY}) WHERE ${condition} RETURN entry`;
  return `CALL () { ${branch(`entry.searchText CONTAINS ${anchor}.text`)}
UNION ${branch(`entry.searchPinyin CONTAINS ${anchor}.latin`)}
UNION ${branch(`entry.searchPinyin CONTAINS ${anchor}.pinyin`)} }
WITH entry WHERE ${isSought(types)} AND (${isFound(parts, 'entry.searchText', 'entry.searchPinyin')}
OR ${words} <> [] AND all(word IN ${words} WHERE ${isFound('word', 'entry.searchText', 'entry.searchPinyin')}))`;
}

/** Whether a part of a text is in a line of `searchText`, or in its reading. */
function isFound(part: string, key: string, reading: string): string {
  return `coalesce(${key} CONTAINS ${part}.text, ${reading} CONTAINS ${part}.latin, false) OR coalesce(${reading} CONTAINS ${part}.pinyin, false)`;
}

/** Binds of a bound `entry` whether it `isLast`, its `rank` and its `length`. */
export function rankOf({ whole, parts, last }: SearchParameters): string {
  return `WITH entry, toInteger(entry.nodeType IN ${last}) AS isLast, entry.nameLength AS length, split(entry.searchText, '\\n') AS keys
WITH entry, isLast, length, CASE
WHEN ${whole} IN keys[0..${NAME_SLOTS}] THEN ${EXACT_NAME}
WHEN ${whole} IN keys THEN ${EXACT}
WHEN any(key IN keys WHERE key STARTS WITH ${whole}) THEN ${PREFIX}
WHEN coalesce(entry.searchText CONTAINS ${parts}.text, entry.searchPinyin CONTAINS ${parts}.latin, false) THEN ${INSIDE}
WHEN coalesce(entry.searchPinyin CONTAINS ${parts}.pinyin, false) THEN ${PINYIN}
ELSE ${WORDS} END AS rank`;
}

/** The text of a bound `hit` by which its `entry` has its `rank`, as stored: of several the first in the order of slots. */
export function matchedOf({ whole, parts, words }: SearchParameters): string {
  const texts = SEARCHED.filter((name) => name !== 'aliases').map((name) => `hit.${name}`);
  const key = "split(entry.searchText, '\\n')[slot]";
  const reading = "split(entry.searchPinyin, '\\n')[slot]";
  return `([${texts.join(', ')}] + coalesce(hit.aliases, []))[head([slot IN range(0, ${texts.length - 1} + size(coalesce(hit.aliases, []))) WHERE
CASE rank WHEN ${EXACT_NAME} THEN ${key} = ${whole} WHEN ${EXACT} THEN ${key} = ${whole} WHEN ${PREFIX} THEN ${key} STARTS WITH ${whole}
WHEN ${INSIDE} THEN coalesce(${key} CONTAINS ${parts}.text, ${reading} CONTAINS ${parts}.latin)
WHEN ${PINYIN} THEN ${reading} CONTAINS ${parts}.pinyin ELSE any(word IN ${words} WHERE ${isFound('word', key, reading)}) END])]`;
}
