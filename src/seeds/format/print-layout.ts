/** A layout → text: two spaces a level, brackets where they fit on a line, every comment in its place. */

import { displayWidth } from '../../diagnostics/visible-text.ts';
import {
  type Filler,
  hasComments,
  isCollection,
  type Layout,
  type LayoutCollection,
  type LayoutEntry,
  type LayoutValue,
} from './layout-tree.ts';

/** Columns of a line that brackets may fill; a Chinese character takes two. */
const WIDTH = 120;
const STEP = '  ';

/** An entry in lines, without what is above it: that may go above the entry around it. */
interface Printed {
  readonly lead: readonly Filler[];
  readonly lines: readonly string[];
}

/** The text of a file; empty where there is nothing to print. */
export function printLayout({ head, root, foot }: Layout): string {
  const above = [...head, ...(root ? printRoot(root) : [])];
  const below = printFillers(foot, '');
  const lines = [...above, ...(above.length === 0 ? withoutBlank(below) : below)];
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** A type with records on lines of their own is separated from the one before it. */
function printRoot(root: LayoutCollection): readonly string[] {
  const whole = inline(root);
  if (whole !== undefined && displayWidth(whole) <= WIDTH) {
    return [...withoutBlank(printFillers(root.entries[0]?.lead ?? [], '')), whole];
  }
  let lines: readonly string[] = [];
  let before = false;
  for (const entry of root.entries) {
    const printed = printEntry(entry, '');
    const lead = printFillers(printed.lead, '');
    const type = printed.lines.length > 1 && !HEADINGS.has(entry.key ?? '');
    const apart = type && before && lead[0] !== '' ? [''] : [];
    lines = [...lines, ...apart, ...(lines.length === 0 ? withoutBlank(lead) : lead), ...printed.lines];
    before = type;
  }
  return lines;
}

const HEADINGS: ReadonlySet<string> = new Set(['dataset', 'defaults']);

/** The entries of a collection in lines; what is above the first is returned separately. */
function printEntries(collection: LayoutCollection, pad: string): Printed {
  const printed = collection.entries.map((entry) => printEntry(entry, pad));
  const lead = printed[0]?.lead.slice(printed[0].lead[0] === 'blank' ? 1 : 0) ?? [];
  const lines = printed.flatMap((each, at) => [
    ...(at === 0 ? [] : printFillers(each.lead, pad)),
    ...each.lines,
  ]);
  return { lead, lines: [...lines, ...printFillers(collection.foot, pad)] };
}

function printEntry(entry: LayoutEntry, pad: string): Printed {
  const { key, anchor, value } = entry;
  const mark = `${key === undefined ? '-' : `${key}:`}${anchor === undefined ? '' : ` ${anchor}`}`;
  if (isCollection(value)) {
    const text = inline(value);
    const fits = text !== undefined && displayWidth(`${pad}${mark} ${text}`) <= WIDTH;
    if (!fits && value.entries.length > 0) return printBroken(entry, value, mark, pad);
  }
  const { notes, above } = notesOf(entry, isCollection(value) ? value : undefined);
  const [first = '', ...others] = linesOf(value, pad);
  const lines = [`${pad}${mark}${first === '' ? '' : ` ${first}`}`, ...others];
  // A comment behind `|` belongs on its line, any other behind the last line of a text.
  const at = value?.form === 'block' ? 0 : lines.length - 1;
  return {
    lead: [...entry.lead, ...above],
    lines: lines.map((line, index) => (index === at ? withNote(line, notes) : line)),
  };
}

/** The one comment that has room on a line, and those that go above it. */
function notesOf(
  { opening, note }: LayoutEntry,
  value: LayoutCollection | undefined,
): { readonly notes: string | undefined; readonly above: readonly Filler[] } {
  const inside = value?.foot.filter((filler) => filler !== 'blank') ?? [];
  const all = [opening, value?.opening, note].flatMap((comment) => comment ?? []);
  const last = all.pop();
  return { notes: last, above: [...all.map((comment) => ({ comment, column: 0 })), ...inside] };
}

/** A collection on lines of its own: a map behind a dash begins on its line. */
function printBroken(entry: LayoutEntry, value: LayoutCollection, mark: string, pad: string): Printed {
  const { notes, above } = notesOf(entry, { ...value, foot: [] });
  const inner = `${pad}${STEP}`;
  const { lead, lines } = printEntries(value, inner);
  if (entry.key === undefined && entry.anchor === undefined && notes === undefined) {
    const [first = '', ...others] = lines;
    return {
      lead: [...entry.lead, ...lead],
      lines: [`${pad}- ${first.slice(inner.length)}`, ...others],
    };
  }
  return {
    lead: [...entry.lead, ...above],
    lines: [withNote(`${pad}${mark}`, notes), ...printFillers(lead, inner), ...lines],
  };
}

function withNote(line: string, note: string | undefined): string {
  return note === undefined ? line : `${line} ${note}`;
}

/** A text, or a collection in brackets, in lines; the first has no indentation. */
function linesOf(value: LayoutValue | undefined, pad: string): readonly string[] {
  const inner = `${pad}${STEP}`;
  const padded = (indent: string) => (line: string) => (line === '' ? '' : `${indent}${line}`);
  if (!value) return [];
  if (isCollection(value)) return [inline({ ...value, foot: [], opening: undefined }) ?? ''];
  if (value.form === 'text') {
    const [first = '', ...others] = value.lines;
    return [first, ...others.map(padded(inner))];
  }
  const indent = value.demanded === undefined ? inner : `${pad}${' '.repeat(value.demanded)}`;
  return [value.header, ...value.lines.map(padded(indent))];
}

/** A value on one line; undefined where it cannot be: it has comments, lines, or is not in brackets. */
function inline(value: LayoutValue | undefined): string | undefined {
  if (!value) return '';
  if (value.form === 'text') return value.lines.length === 1 ? value.lines[0] : undefined;
  if (value.form === 'block' || !value.flow || hasComments(value)) return undefined;
  const items: string[] = [];
  for (const { key, anchor, value: inner } of value.entries) {
    const text = inline(inner);
    if (text === undefined) return undefined;
    const marks = [anchor, text].filter((part) => part !== undefined && part !== '');
    items.push([key === undefined || marks.length === 0 ? key : `${key}:`, ...marks].join(' ').trimStart());
  }
  if (value.form === 'list') return `[${items.join(', ')}]`;
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}

function printFillers(fillers: readonly Filler[], pad: string): readonly string[] {
  return fillers
    .filter((filler, at) => filler !== 'blank' || fillers[at - 1] !== 'blank')
    .map((filler) => (filler === 'blank' ? '' : `${pad}${filler.comment}`));
}

function withoutBlank(lines: readonly string[]): readonly string[] {
  return lines[0] === '' ? lines.slice(1) : lines;
}
