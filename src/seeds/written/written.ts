/** What a seed file says, before anyone asks what it means: texts, lists and maps, each with its place. */

/** A file's text, with what is needed to find lines and columns. */
export interface SourceText {
  /** The path as shown to people. */
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** Offsets of second halves of surrogate pairs, which are no characters of their own. */
  readonly secondHalves: readonly number[];
  /** When the file was last changed, in milliseconds; undefined for a text that is no file. */
  readonly changedAt: number | undefined;
}

/** A stretch of a file: offsets in its text, the end exclusive. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** A scalar: its text as written, whatever YAML would make of it. */
export interface WrittenText {
  readonly form: 'text';
  readonly text: string;
  readonly span: Span;
}

/** A key without a value, or with one of the words that YAML writes for that. */
interface WrittenNothing {
  readonly form: 'nothing';
  /** The word as written, `null` or `~`; empty where there is none. */
  readonly text: string;
  readonly span: Span;
}

interface WrittenList {
  readonly form: 'list';
  readonly items: readonly Written[];
  readonly span: Span;
}

/** A map: keys are unique, in the order written. */
export interface WrittenMap {
  readonly form: 'map';
  readonly entries: readonly WrittenEntry[];
  readonly span: Span;
}

export interface WrittenEntry {
  readonly key: WrittenText;
  readonly value: Written;
}

/** What is written in one piece: a text, or a word for no value. */
export type WrittenScalar = WrittenText | WrittenNothing;

export type Written = WrittenScalar | WrittenList | WrittenMap;

/** What a file says, as far as it could be read. */
export interface ParsedFile {
  /** Undefined where the file is empty or could not be parsed at all. */
  readonly written: Written | undefined;
  /** Offsets of faults, ascending: a record around one may not say what was meant. */
  readonly broken: readonly number[];
  /** From this offset on the file's own structure may not be what was meant. */
  readonly doubtfulFrom: number;
}

/** A file's text with its lines counted. */
export function sourceText(file: string, text: string, changedAt?: number): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const secondHalves: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) secondHalves.push(match.index + 1);
  return { file, text, lineStarts, secondHalves, changedAt };
}

/** The line and column of an offset, both from 1; a column is a character. */
export function positionOf(
  source: SourceText,
  offset: number,
): { readonly line: number; readonly column: number } {
  const line = countUpTo(source.lineStarts, offset);
  const start = source.lineStarts[line - 1] ?? 0;
  const halves = countUpTo(source.secondHalves, offset - 1) - countUpTo(source.secondHalves, start - 1);
  return { line, column: offset - start - halves + 1 };
}

/** What YAML and databases write where there is no value. */
const NO_VALUE = /^(?:~|null|Null|NULL)$/;

/** A scalar without quotes: its text, or no value where that is all it says. */
export function plainScalar(text: string, span: Span): WrittenScalar {
  return NO_VALUE.test(text) ? { form: 'nothing', text, span } : { form: 'text', text, span };
}

/** The value at a key of a map. */
export function entryOf(map: WrittenMap, key: string): WrittenEntry | undefined {
  return map.entries.find((entry) => entry.key.text === key);
}

/** How many of some ascending numbers are at most a limit. */
export function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
