/** The tokens of a YAML file → its layout: each comment is given to the entry that it is above, behind or below. */

import { type CST, Parser } from 'yaml';
import {
  type Filler,
  isCollection,
  type Layout,
  type LayoutBlock,
  type LayoutCollection,
  type LayoutEntry,
} from './layout-tree.ts';
import { columnOf, NoLayout, noteOf, takeTokens, type Walk } from './layout-walk.ts';

/**
 * The layout of a sound YAML text with line feeds alone.
 * @throws NoLayout where the file has tags, keys of several lines and the like
 */
export function readLayout(text: string): Layout {
  const walk: Walk = {
    text,
    pending: [],
    lineEnds: 1,
    note: undefined,
    anchored: false,
    around: undefined,
  };
  const head: string[] = [];
  let root: LayoutCollection | undefined;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'directive') {
      head.push(...wordsOf(walk.pending), token.source);
      walk.pending = [];
    } else if (token.type === 'document') {
      const mark = token.start.findIndex(({ type }) => type === 'doc-start');
      takeTokens(walk, token.start.slice(0, mark + 1));
      if (mark >= 0 && head.length > 0) {
        head.push(...wordsOf(walk.pending), '---');
        walk.pending = [];
      }
      const anchor = takeTokens(walk, token.start.slice(mark + 1));
      if (token.value) root = readRoot(walk, token.value, anchor);
      takeTokens(walk, token.end);
    } else if (token.type === 'doc-end') {
      walk.lineEnds = 0;
      takeTokens(walk, token.end);
    } else takeTokens(walk, [sourceToken(token)]);
  }
  const { pending: foot, anchored } = walk;
  return { head, root, foot, anchored };
}

function wordsOf(fillers: readonly Filler[]): readonly string[] {
  return fillers.flatMap((filler) => (filler === 'blank' ? [] : [filler.comment]));
}

/** A root's own comments are its first entry's, those below it the file's. */
function readRoot(walk: Walk, token: CST.Token, anchor: string | undefined): LayoutCollection {
  const entry = newEntry(undefined);
  readValue(walk, token, entry);
  const { value, lead, note } = entry;
  if (!isCollection(value) || anchor !== undefined) {
    throw new NoLayout('the file is no map');
  }
  const [first] = value.entries;
  if (first) first.lead = [...lead, ...first.lead];
  const behind = note === undefined ? [] : [{ comment: note, column: 0 }];
  walk.pending = [...behind, ...(first ? [] : lead), ...value.foot, ...walk.pending];
  value.foot = [];
  return value;
}

function newEntry(key: string | undefined): LayoutEntry {
  return { lead: [], key, anchor: undefined, opening: undefined, value: undefined, note: undefined };
}

/** A comment or line end between documents. */
function sourceToken(token: CST.Token): CST.SourceToken {
  if (token.type === 'comment' || token.type === 'newline' || token.type === 'space') return token;
  if (token.type === 'byte-order-mark' || token.type === 'doc-mode') return token;
  throw new NoLayout('the file has a fault of syntax');
}

function readValue(walk: Walk, token: CST.Token, entry: LayoutEntry): void {
  switch (token.type) {
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      moveAbove(walk, entry);
      entry.value = { form: 'text', lines: linesOf(token.source) };
      endValue(walk, entry, token.end);
      return;
    case 'block-scalar':
      moveAbove(walk, entry);
      entry.value = readBlock(walk, token, entry);
      return;
    case 'block-map':
    case 'block-seq':
      entry.value = readCollection(walk, token);
      return;
    case 'flow-collection':
      moveAbove(walk, entry);
      entry.value = readFlow(walk, token);
      endValue(walk, entry, token.end.slice(1));
      return;
    default:
      throw new NoLayout('the file has a fault of syntax');
  }
}

/** Comments between a key and its text go above the key. */
function moveAbove(walk: Walk, entry: LayoutEntry): void {
  entry.lead = [...entry.lead, ...walk.pending.filter((filler) => filler !== 'blank')];
  walk.pending = [];
}

function endValue(walk: Walk, entry: LayoutEntry, tokens: readonly CST.SourceToken[] | undefined): void {
  walk.lineEnds = 0;
  walk.note = noteOf(entry, 'note');
  takeTokens(walk, tokens);
}

/** The lines of a text without what surrounds them, which YAML ignores; an escaped space at an end is none. */
function linesOf(source: string): readonly string[] {
  return source.split('\n').map((line, at, all) => {
    const begun = at === 0 ? line : line.trimStart();
    return at === all.length - 1 || /\\[ \t]*$/.test(begun) ? begun : begun.trimEnd();
  });
}

function readBlock(walk: Walk, token: CST.BlockScalar, entry: LayoutEntry): LayoutBlock {
  let header = '|';
  for (const prop of token.props) {
    if (prop.type === 'block-scalar-header') header = prop.source;
    else if (prop.type === 'comment') entry.note = prop.source.trimEnd();
  }
  const digit = /[1-9]/.exec(header)?.[0];
  const lines = token.source.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const indent = digit === undefined ? first.length - first.trimStart().length : token.indent + Number(digit);
  const body = lines.map((line) => line.slice(indent));
  walk.note = undefined;
  walk.lineEnds = 1;
  // After `+` empty lines at the end are part of the text.
  if (!header.includes('+')) {
    const all = body.length;
    while (body.at(-1) === '') body.pop();
    if (body.length < all) walk.pending.push('blank');
    if (body.length < all) walk.lineEnds = 2;
  }
  return { form: 'block', header, demanded: digit === undefined ? undefined : Number(digit), lines: body };
}

function readCollection(walk: Walk, token: CST.BlockMap | CST.BlockSequence): LayoutCollection {
  const entries: LayoutEntry[] = [];
  const { around } = walk;
  const column = columnOf(walk, token.offset);
  walk.around = column;
  for (const item of token.items) {
    const entry = token.type === 'block-map' ? readPair(walk, item) : readDash(walk, item);
    if (entry) entries.push(entry);
  }
  const form = token.type === 'block-map' ? 'map' : 'list';
  walk.around = around;
  // A list may begin right below its own key: a comment there is about the next key.
  const foot = takeFoot(walk, column === around ? column + 1 : column);
  return { form, flow: false, entries, foot, opening: undefined };
}

/** The comments at the end of a collection that are indented as its entries are, or more. */
function takeFoot(walk: Walk, column: number): Filler[] {
  const last = walk.pending.findLastIndex((filler) => filler !== 'blank' && filler.column >= column);
  return walk.pending.splice(0, last + 1);
}

function readPair(walk: Walk, { start, key, sep, value }: CST.CollectionItem): LayoutEntry | undefined {
  const anchor = takeTokens(walk, start);
  if (key === undefined && sep === undefined && value === undefined) return undefined;
  const entry = newEntry(`${anchor === undefined ? '' : `${anchor} `}${keyOf(key)}`);
  entry.lead = walk.pending.splice(0);
  walk.lineEnds = 0;
  walk.note = noteOf(entry, 'opening');
  if (key && 'end' in key) takeTokens(walk, key.end as CST.SourceToken[] | undefined);
  entry.anchor = takeTokens(walk, sep);
  if (value) readValue(walk, value, entry);
  return entry;
}

function keyOf(key: CST.Token | null | undefined): string {
  const text = key && 'source' in key && key.type !== 'block-scalar' ? key.source : undefined;
  if (text === undefined || text.includes('\n')) throw new NoLayout('a key is no word on one line');
  return text;
}

function readDash(walk: Walk, { start, value }: CST.CollectionItem): LayoutEntry | undefined {
  const dash = start.findIndex(({ type }) => type === 'seq-item-ind');
  takeTokens(walk, dash < 0 ? start : start.slice(0, dash));
  if (dash < 0) return undefined;
  const entry = newEntry(undefined);
  entry.lead = walk.pending.splice(0);
  walk.note = noteOf(entry, 'opening');
  entry.anchor = takeTokens(walk, start.slice(dash));
  if (value) readValue(walk, value, entry);
  return entry;
}

function readFlow(walk: Walk, token: CST.FlowCollection): LayoutCollection {
  const form = token.start.type === 'flow-map-start' ? 'map' : 'list';
  const found: LayoutCollection = { form, flow: true, entries: [], foot: [], opening: undefined };
  walk.lineEnds = 0;
  walk.note = (comment) => {
    found.opening = comment;
    return true;
  };
  for (const item of token.items) {
    const entry = form === 'map' ? readPair(walk, keyed(item)) : readItem(walk, item);
    if (!entry) continue;
    found.entries.push(entry);
    // A comment behind the comma is about what is before it.
    if (!entry.value) walk.note = noteOf(entry, 'note');
  }
  found.foot = takeFoot(walk, 0);
  walk.pending = [];
  return found;
}

/** A lone text in braces is a key without a value. */
function keyed(item: CST.CollectionItem): CST.CollectionItem {
  return item.value && item.key === undefined && item.sep === undefined
    ? { start: item.start, key: item.value }
    : item;
}

/** An item in brackets; `[a: b]` is a list of one map. */
function readItem(walk: Walk, item: CST.CollectionItem): LayoutEntry | undefined {
  const entry = newEntry(undefined);
  if (item.key !== undefined || item.sep !== undefined) {
    const pair = readPair(walk, item);
    if (!pair) return undefined;
    entry.lead = pair.lead.splice(0);
    entry.value = { form: 'map', flow: true, entries: [pair], foot: [], opening: undefined };
    return entry;
  }
  entry.anchor = takeTokens(walk, item.start);
  if (!item.value && entry.anchor === undefined) return undefined;
  entry.lead = walk.pending.splice(0);
  if (item.value) readValue(walk, item.value, entry);
  return entry;
}
