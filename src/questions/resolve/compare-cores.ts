/** How alike two names are once their places and forms are taken off. */

import { readingsOf } from '../../model/text/reading.ts';
import { type Edit, editsBetween } from './align-texts.ts';
import { isSubsequence } from './document-number.ts';
import type { NameKind } from './name-kind.ts';
import { lengthOf } from './plain-text.ts';

/** How two texts hang together; `likeness` is 1 where they are the same. */
export interface Likeness {
  readonly how: How;
  readonly likeness: number;
  /** Of slips: which. */
  readonly edits: readonly Edit[];
  /** Whether all characters that differ are read alike. */
  readonly isReadAlike: boolean;
}

/** The ways two texts hang together: the asked one begins, ends or is inside the other, or the other way round. */
export type How = 'SAME' | 'WORDING' | 'SLIP' | 'BEGINS' | 'INSIDE' | 'HOLDS' | 'SHORTENED';

/** Words that make no other title of a title. */
const TITLE_WORDS = /的|关于|印发|促进|推动|推进|加快|进一步/gu;
/** Words that make no other thing of what is no firm: 产业基地 is 基地. */
const THING_WORDS = /产业/gu;
/** What counts: one of these for another is never a slip. */
const COUNTED = /[\d十百千万亿零东南西北上下]/u;
/** What is only like another is never taken for it. */
const MOST_OF_A_PART = 0.79;
const LATIN = /^[a-z0-9]+$/;
/** Letters of the shortest part of another text: `ic` is in many words. */
const SHORTEST_LATIN = 4;
/** Characters that identify the record; a slip there is more likely to be another name. */
const HEAD = 2;

/**
 * How alike an asked text is to an entity's own; undefined where they have too little in common.
 * @param kind decides which small words may differ
 */
export function compareCores(asked: string, own: string, kind: NameKind): Likeness | undefined {
  if (asked === own) return like('SAME', 1);
  const small = kind.isTitle ? TITLE_WORDS : THING_WORDS;
  if (!kind.isFirm && asked.replace(small, '') === own.replace(small, '')) return like('WORDING', 0.93);
  return part(asked, own) ?? slip(asked, own);
}

function part(asked: string, own: string): Likeness | undefined {
  const [a, b] = [lengthOf(asked), lengthOf(own)];
  const share = Math.min(a, b) / Math.max(a, b);
  const shorter = a < b ? asked : own;
  if (lengthOf(shorter) < (LATIN.test(shorter) ? SHORTEST_LATIN : HEAD)) return undefined;
  const upTo = (least: number, more = 0.3) => Math.min(MOST_OF_A_PART, least + more * share);
  if (own.startsWith(asked)) return like('BEGINS', upTo(0.42, 0.37));
  if (own.includes(asked)) return like('INSIDE', upTo(0.45));
  if (asked.startsWith(own) || asked.endsWith(own)) return like('HOLDS', upTo(0.4));
  if (asked.includes(own)) return like('HOLDS', upTo(0.3));
  if (a < 4 || a >= b || share < 0.4 || !isSubsequence(asked, own)) return undefined;
  if (asked.slice(0, HEAD) === own.slice(0, HEAD)) return like('SHORTENED', upTo(0.5));
  return a >= 6 ? like('SHORTENED', upTo(0.4)) : undefined;
}

/** A slip of the pen: few characters that differ, apart from each other, in a long text; one read alike in a shorter. */
function slip(asked: string, own: string): Likeness | undefined {
  const [a, b] = [lengthOf(asked), lengthOf(own)];
  const length = Math.min(a, b);
  if (length < 4 || Math.abs(a - b) > 3 || asked.length > 200 || own.length > 200) return undefined;
  const edits = editsBetween(asked, own);
  const isReadAlike = edits.every(isHomophone);
  if (edits.length > allowed(asked, length, isReadAlike)) return undefined;
  if (edits.some(({ from, to }) => COUNTED.test(from) || COUNTED.test(to))) return undefined;
  if (!isReadAlike && edits.some((edit, index) => isNextTo(edit, edits[index + 1]))) return undefined;
  const cost = (edits.length * (isReadAlike ? 0.25 : 0.5)) / length;
  const inHead = !isReadAlike && edits.some(({ at }) => at < HEAD);
  return { how: 'SLIP', likeness: (0.92 - cost) * (inHead ? 0.82 : 1), edits, isReadAlike };
}

/** How many slips are believed. Letters carry less than characters do. */
function allowed(text: string, length: number, isReadAlike: boolean): number {
  const size = LATIN.test(text) ? length / 2 : length;
  if (size >= 24) return 3;
  if (size >= 14) return 2;
  return size >= (isReadAlike ? 4 : 6) ? 1 : 0;
}

function isHomophone({ from, to }: Edit): boolean {
  if (from === '' || to === '' || !/^\p{sc=Han}+$/u.test(from + to)) return false;
  return readingsOf(from).join() === readingsOf(to).join();
}

/** Two edits side by side are another word. */
function isNextTo(edit: Edit, next: Edit | undefined): boolean {
  return next !== undefined && next.at - edit.at <= 1;
}

function like(how: How, likeness: number): Likeness {
  return { how, likeness, edits: [], isReadAlike: false };
}
