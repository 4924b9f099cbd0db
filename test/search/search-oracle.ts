/** An independent reading of what `search` means, over datasets of known characters (§15.1 to §15.4). */

import type { Dataset, DatasetNode } from '../../src/model/dataset.ts';

/** A hit as the API gives it. */
export interface Hit {
  readonly id: string;
  readonly matched: string;
}

/** Characters as they may be written, what they are folded to, and the reading of Chinese ones. */
export const CHARACTERS: readonly (readonly [written: string, folded: string, reading?: string])[] = [
  ['张', '张', 'zhang'],
  ['張', '张', 'zhang'],
  ['江', '江', 'jiang'],
  ['芯', '芯', 'xin'],
  ['体', '体', 'ti'],
  ['體', '体', 'ti'],
  ['西', '西', 'xi'],
  ['安', '安', 'an'],
  ['绿', '绿', 'lv'],
  ['𠮷', '𠮷'],
  ['A', 'a'],
  ['ａ', 'a'],
  ['x', 'x'],
  ['i', 'i'],
  ['l', 'l'],
  ['v', 'v'],
  ['6', '6'],
  ['６', '6'],
  ['-', '-'],
  ['"', '"'],
  ['*', '*'],
  ['〔', '('],
  ['（', '('],
  ['[', '('],
  ['〕', ')'],
  [')', ')'],
  [' ', ''],
  ['　', ''],
];

const FOLDED = new Map(CHARACTERS.map(([written, folded]) => [written, folded]));
const READINGS = new Map(CHARACTERS.flatMap(([, folded, reading]) => (reading ? [[folded, reading]] : [])));

/** All that a text finds in a dataset, best first. */
export function searchOracle(dataset: Dataset, text: string, types?: readonly string[]): readonly Hit[] {
  const words = text.split(/[ 　]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const hits = [...dataset.nodes.values()]
    .filter(({ type }) => types === undefined || types.includes(type.toUpperCase()))
    .flatMap((node) => {
      const ranked = textsOf(node).map(({ text: own, name }) => ({ own, rank: rankOf(own, text, name) }));
      const rank = Math.min(...ranked.map((each) => each.rank));
      const isWhole = rank < NOT_FOUND;
      const hasAll =
        words.length > 1 && words.every((word) => ranked.some(({ own }) => rankOf(own, word) < NOT_FOUND));
      const matched = ranked.find(({ own, rank: each }) =>
        isWhole ? each === rank : words.some((word) => rankOf(own, word) < NOT_FOUND),
      );
      const length = Array.from(String(node.properties.name)).length;
      const isLast = node.type === 'Source' ? 1 : 0;
      return isWhole || hasAll ? [{ id: node.id, matched: matched?.own ?? '', rank, length, isLast }] : [];
    });
  return hits
    .sort((a, b) => a.isLast - b.isLast || a.rank - b.rank || a.length - b.length || (a.id < b.id ? -1 : 1))
    .map(({ id, matched }) => ({ id, matched }));
}

/** Names first, then the number, then the aliases. */
function textsOf({ properties }: DatasetNode): readonly { readonly text: string; readonly name: boolean }[] {
  const { name, nameEn, number, aliases } = properties;
  const others = [number, ...(Array.isArray(aliases) ? aliases : [])];
  return [
    ...[name, nameEn].map((text) => ({ text, name: true })),
    ...others.map((text) => ({ text, name: false })),
  ].flatMap(({ text, name: isName }) => (typeof text === 'string' ? [{ text, name: isName }] : []));
}

/** How well a text is found in another: exact name, exact, prefix, inside, pinyin, not at all. */
function rankOf(written: string, asked: string, isName = false): number {
  const [own, wanted] = [fold(written), fold(asked)];
  if (own === wanted) return isName ? 0 : 1;
  if (own.startsWith(wanted)) return 2;
  const isInside = isLatin(wanted) ? beginsWord(written, letters(wanted)) : own.includes(wanted);
  if (isInside) return 3;
  return isReadAs(own, wanted.replaceAll('-', '')) ? 4 : NOT_FOUND;
}

const NOT_FOUND = 5;

function isLatin(folded: string): boolean {
  return /[a-z]/.test(folded) && !Array.from(folded).some((each) => READINGS.has(each) || each === '𠮷');
}

/** Whether letters and digits begin at a word of a text, and go on in the words behind it. */
function beginsWord(written: string, wanted: string): boolean {
  const characters = Array.from(written, (each) => FOLDED.get(each) ?? each);
  return characters.some((each, at) => {
    const before = characters[at - 1] ?? ' ';
    if (!/[a-z0-9]/.test(each) || /[a-z0-9]/.test(before)) return false;
    const rest = characters.slice(at);
    const end = rest.findIndex((next) => READINGS.has(next) || next === '𠮷');
    return letters(rest.slice(0, end < 0 ? rest.length : end).join('')).startsWith(wanted);
  });
}

function isReadAs(own: string, wanted: string): boolean {
  if (!/^[a-z0-9]{2,}$/.test(wanted) || !/[a-z]/.test(wanted)) return false;
  const characters = Array.from(own);
  if (!characters.some((each) => READINGS.has(each))) return false;
  const words: { full: string; initial: string; chinese: boolean }[] = [];
  for (const character of characters) {
    const reading = READINGS.get(character);
    const last = words.at(-1);
    if (reading !== undefined) words.push({ full: reading, initial: reading.charAt(0), chinese: true });
    else if (last && !last.chinese) last.full = last.initial = `${last.full}${letters(character)}`;
    else words.push({ full: letters(character), initial: letters(character), chinese: false });
  }
  return words.some(({ full }, start) => {
    if (full === '') return false;
    const rest = words.slice(start);
    return [rest.map((each) => each.full), rest.map((each) => each.initial)].some((spelling) =>
      spelling.join('').startsWith(wanted),
    );
  });
}

function letters(text: string): string {
  return text.replace(/[^a-z0-9]/g, '');
}

function fold(text: string): string {
  return Array.from(text, (character) => FOLDED.get(character) ?? character).join('');
}
