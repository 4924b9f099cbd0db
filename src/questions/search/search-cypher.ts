/** What `search` finds and in which order, as Cypher over a bound `hit` (§15.3). */

import { ENTITY } from '../../model/model.ts';
import { NAME_SLOTS, SEARCHED } from '../../model/search-form.ts';
import { isSought } from '../sought-types.ts';

/** The parameters of a search, as they stand in the statement. */
export interface SearchParameters {
  /** A part of a line of `searchText`. */
  readonly text: string;
  /** A part of a line of `searchPinyin`; null where the text is no pinyin. */
  readonly pinyin: string;
  /** The node types looked through; null for all. */
  readonly types: string;
}

/** Best first. */
const EXACT_NAME = 0;
const EXACT = 1;
const PREFIX = 2;
const INSIDE = 3;
const PINYIN = 4;

/** How well the best of them does, as a number that falls along the order, between 0 and 1. */
export const SCORE = `(${PINYIN + 1} - rank - toFloat(length) / (length + 20)) / ${PINYIN + 1}`;

/**
 * Finds hits and binds `hit`. Each index is asked by itself, and gives exactly what the text is found in.
 */
export function hitsOf({ text, pinyin, types }: SearchParameters): string {
  return `CALL () { MATCH (hit:${ENTITY}) WHERE hit.searchText CONTAINS ${text} RETURN hit
UNION MATCH (hit:${ENTITY}) WHERE hit.searchPinyin CONTAINS ${pinyin} RETURN hit }
WITH hit WHERE ${isSought(types)}`;
}

/** Binds the `rank` and the `length` of a bound `hit`. */
export function rankOf({ text }: SearchParameters): string {
  return `WITH hit, size(hit.name) AS length, split(hit.searchText, '\\n') AS keys
WITH hit, length, CASE
WHEN ${text} IN keys[0..${NAME_SLOTS}] THEN ${EXACT_NAME}
WHEN ${text} IN keys THEN ${EXACT}
WHEN any(key IN keys WHERE key STARTS WITH ${text}) THEN ${PREFIX}
WHEN hit.searchText CONTAINS ${text} THEN ${INSIDE}
ELSE ${PINYIN} END AS rank`;
}

/** The text of a bound `hit` that has its `rank`, as stored: of several the first in the order of slots. */
export function matchedOf({ text, pinyin }: SearchParameters): string {
  const texts = SEARCHED.filter((name) => name !== 'aliases').map((name) => `hit.${name}`);
  const key = "split(hit.searchText, '\\n')[slot]";
  const reading = "split(hit.searchPinyin, '\\n')[slot]";
  return `([${texts.join(', ')}] + coalesce(hit.aliases, []))[head([slot IN range(0, ${texts.length - 1} + size(coalesce(hit.aliases, []))) WHERE
CASE rank WHEN ${EXACT_NAME} THEN ${key} = ${text} WHEN ${EXACT} THEN ${key} = ${text} WHEN ${PREFIX} THEN ${key} STARTS WITH ${text}
WHEN ${INSIDE} THEN ${key} CONTAINS ${text} ELSE ${reading} CONTAINS ${pinyin} END])]`;
}
