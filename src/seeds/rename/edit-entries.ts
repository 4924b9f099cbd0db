/** Edits of a record in YAML that leave its layout, its comments and its quotes as they are. */

import type { Span, Written, WrittenEntry, WrittenMap } from '../written/written.ts';
import type { TextEdit } from './text-edits.ts';

/**
 * The edits that add an entry after another one, as the map is laid out; undefined where there is no place for it.
 * @param text the entry in the form of one line: formerIds: [firm:a]
 */
export function addEntry(
  map: WrittenMap,
  after: WrittenEntry,
  text: string,
): readonly TextEdit[] | undefined {
  if (!isBeside(after)) return undefined;
  const { source, end } = after.value.span;
  if (source.text[map.span.start] === '{') return [insertion(end, `, ${text}`)];
  const lead = before(after.key.span);
  if (!/^[ -]*$/.test(lead)) return undefined;
  const line = `${lineBreak(source.text)}${' '.repeat(lead.length)}${text}`;
  return [insertion(lineEnd(source.text, end), line)];
}

/** The edits that add an item to a list behind its last one; undefined where there is no place for it. */
export function addItem(list: Written, last: Written, text: string): readonly TextEdit[] | undefined {
  if (!isWithin(last, list)) return undefined;
  const { source, start, end } = last.span;
  if (source.text[list.span.start] === '[') return [insertion(end, `, ${text}`)];
  const dash = /^ *- +$/.exec(before(last.span));
  if (!dash || source.text.slice(start, end).includes('\n')) return undefined;
  return [insertion(lineEnd(source.text, end), `${lineBreak(source.text)}${dash[0]}${text}`)];
}

/** Whether a value is written inside another: that of an alias is elsewhere. */
export function isWithin({ span }: Written, outer: Written): boolean {
  return span.start >= outer.span.start && span.end <= outer.span.end;
}

/** Whether a value is written after its key: the value of an alias is elsewhere. */
export function isBeside({ key, value }: WrittenEntry): boolean {
  const between = key.span.source.text.slice(key.span.end, value.span.start);
  return value.span.start >= key.span.end && /^\s*:(?:\s|#.*|&[^\s,[\]{}]+)*$/.test(between);
}

/** A text in the quotes of another. */
export function quoted(text: string, like: string): string {
  const quote = /^["']/.exec(like)?.[0] ?? '';
  return `${quote}${text}${quote}`;
}

/** The text of a span as written. */
export function slice({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** An edit that puts a text in the place of a span. */
export function replacement({ start, end }: Span, text: string): TextEdit {
  return { start, end, text };
}

/** An edit that puts a text in at an offset. */
export function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

/** What precedes a span on its line. */
function before({ source, start }: Span): string {
  return source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
}

/** The end of the line that an offset is on, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return text[feed - 1] === '\r' && feed > offset ? feed - 1 : feed;
}

/** The line break that a file has. */
export function lineBreak(text: string): string {
  return text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}
