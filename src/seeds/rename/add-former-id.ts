/** An old id among the `formerIds` of its record, written as the record is. */

import { FORMER_IDS } from '../written/index-records.ts';
import { entryOf, type Span, type Written, type WrittenEntry, type WrittenMap } from '../written/written.ts';
import { editId, type TextEdit } from './text-edits.ts';

/** The edits that add an id to the former ones; undefined where aliases or an unusual layout leave no place for it. */
export function addFormerId(map: WrittenMap, oldId: string, newId: string): readonly TextEdit[] | undefined {
  const former = entryOf(map, FORMER_IDS);
  if (!former) return addKey(map, oldId);
  const { value } = former;
  if (!isBeside(former)) return undefined;
  if (value.form === 'text') return addToText(value.span, oldId, newId);
  if (value.form !== 'list') return undefined;
  const back = value.items.find((item) => item.form === 'text' && item.text === newId);
  const last = back ?? value.items.at(-1);
  if (!last) return [insertion(value.span.start + 1, oldId)];
  if (last.span.start < value.span.start || last.span.end > value.span.end) return undefined;
  const text = slice(last.span);
  // A name that comes back is no former one any more.
  if (back) return [{ ...offsets(last.span), text: editId(text, newId, oldId) }];
  return addItem(value, last, quoted(oldId, text));
}

function addToText(span: Span, oldId: string, newId: string): readonly TextEdit[] | undefined {
  const text = slice(span);
  if (/^[|>]/.test(text)) return undefined;
  if (text.includes(newId) && text.replace(/["']/g, '') === newId) {
    return [{ ...offsets(span), text: editId(text, newId, oldId) }];
  }
  return [{ ...offsets(span), text: `[${text}, ${quoted(oldId, text)}]` }];
}

function addItem(list: Written, last: Written, text: string): readonly TextEdit[] | undefined {
  const { source, start, end } = last.span;
  if (source.text[list.span.start] === '[') return [insertion(end, `, ${text}`)];
  const dash = /^ *- +$/.exec(before(last.span));
  if (!dash || source.text.slice(start, end).includes('\n')) return undefined;
  return [insertion(lineEnd(source.text, end), `${lineBreak(source.text)}${dash[0]}${text}`)];
}

function addKey(map: WrittenMap, oldId: string): readonly TextEdit[] | undefined {
  const id = entryOf(map, 'id');
  if (!id || !isBeside(id)) return undefined;
  const { source, end } = id.value.span;
  const text = quoted(oldId, slice(id.value.span));
  if (source.text[map.span.start] === '{') {
    return [insertion(end, `, ${quoted(FORMER_IDS, slice(id.key.span))}: [${text}]`)];
  }
  const lead = before(id.key.span);
  if (!/^[ -]*$/.test(lead)) return undefined;
  const indent = ' '.repeat(lead.length);
  const line = `${lineBreak(source.text)}${indent}${FORMER_IDS}: [${text}]`;
  return [insertion(lineEnd(source.text, end), line)];
}

/** Whether a value is written after its key: the value of an alias is elsewhere. */
function isBeside({ key, value }: WrittenEntry): boolean {
  const between = key.span.source.text.slice(key.span.end, value.span.start);
  return value.span.start >= key.span.end && /^\s*:(?:\s|#.*|&[^\s,[\]{}]+)*$/.test(between);
}

/** A text in the quotes of another. */
function quoted(text: string, like: string): string {
  const quote = /^["']/.exec(like)?.[0] ?? '';
  return `${quote}${text}${quote}`;
}

/** What precedes a span on its line. */
function before({ source, start }: Span): string {
  return source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
}

function slice({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

function offsets({ start, end }: Span): { readonly start: number; readonly end: number } {
  return { start, end };
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

/** The end of the line that an offset is on, before its line break. */
function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return text[feed - 1] === '\r' && feed > offset ? feed - 1 : feed;
}

/** The line break that a file has. */
function lineBreak(text: string): string {
  return text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}
