/** CSV text → rows of cells with their places (RFC 4180), in time that grows with the text alone. */

import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { MAX_CSV_CELL, MAX_CSV_CELLS, MAX_CSV_COLUMNS, MAX_CSV_ROWS } from '../written/limits.ts';
import type { Report } from '../written/report.ts';
import type { SourceText, Span } from '../written/written.ts';

/** A cell that is not empty, without the white space around it. */
export interface CsvCell {
  readonly text: string;
  readonly span: Span;
  /** Offset of the text's first character; undefined where quotes written twice or line ends have moved the others. */
  readonly textStart: number | undefined;
}

/** A row with at least one cell that is not empty; empty ones are undefined. */
export interface CsvRow {
  readonly cells: readonly (CsvCell | undefined)[];
  readonly span: Span;
  /** It has a fault of quotes or length: it may not say what was meant. */
  readonly broken: boolean;
}

/** What Excel writes where the separator of lists is no comma. */
const SEPARATORS = [',', ';', '\t'] as const;
/** Excel's own first line that names the separator. */
const NAMED_SEPARATOR = /^sep=([,;\t])\r?\n/i;

/** What reading a row is given. */
interface Scan {
  readonly source: SourceText;
  readonly report: Report;
  readonly separator: string;
  /** Sticky: what has no separator and no line end. */
  readonly plain: RegExp;
}

/** A row as read: where the next begins, and the quote that led astray, with the offset it led to. */
interface ReadRow {
  readonly row: CsvRow;
  readonly next: number;
  readonly astray: { readonly open: number; readonly to: number } | undefined;
}

/**
 * The rows of a table, empty ones left out, with every fault of quotes and of size. Read by our own code: libraries report the
 * line of a record at best, where a caret needs the first character of each cell, and stop at the first fault.
 */
export function splitCsv(source: SourceText, report: Report): readonly CsvRow[] {
  const { text } = source;
  if (text.includes('\r') && !text.includes('\n')) {
    report({ source, start: 0, end: 1 }, csvFaults.carriageReturns());
    return [];
  }
  const { scan, begin } = scanOf(source, report);
  const rows: CsvRow[] = [];
  let filled = 0;
  let doubtfulTo = 0;
  for (let at = begin; at < text.length; ) {
    const quotes = at >= doubtfulTo;
    const { row, next, astray } = readRow(scan, at, quotes);
    if (astray) {
      // How far the quoted text was meant to go is unknown: those lines are read without.
      report({ source, start: astray.open, end: astray.open + 1 }, csvFaults.quoteOpen());
      doubtfulTo = astray.to;
      continue;
    }
    at = next;
    const count = row.cells.reduce((sum, cell) => (cell ? sum + 1 : sum), 0);
    if (count === 0) continue;
    filled += count;
    const size =
      (rows.length > MAX_CSV_ROWS && csvFaults.tooManyRows(MAX_CSV_ROWS)) ||
      (filled > MAX_CSV_CELLS && csvFaults.tooManyCells(MAX_CSV_CELLS));
    if (size) {
      report(row.span, size);
      return rows;
    }
    rows.push(quotes ? row : { ...row, broken: true });
  }
  return rows;
}

/**
 * Where more can be written into a cell of a row that has no fault: behind its text, inside its quotes.
 * @returns also how many separators are missing before it, where the row is too short to have that cell
 */
export function cellPlace(
  source: SourceText,
  { span }: CsvRow,
  index: number,
): { readonly end: number; readonly missing: number; readonly separator: string } {
  const { scan } = scanOf(source, () => undefined);
  const { separator } = scan;
  for (let cell = 0, at = span.start; ; cell += 1) {
    const quoted = opensQuote(scan, at);
    const { end } = quoted ? readQuoted(scan, at) : readPlain(scan, at);
    const last = at + source.text.slice(at, end).trimEnd().length;
    const missing = index - cell;
    if (missing === 0) return { end: quoted ? last - 1 : last, missing, separator };
    if (source.text[end] !== separator) return { end: last, missing, separator };
    at = end + 1;
  }
}

/** How a table is read, and where its header begins. */
function scanOf(source: SourceText, report: Report): { readonly scan: Scan; readonly begin: number } {
  const { text } = source;
  const named = NAMED_SEPARATOR.exec(text);
  const begin = named?.[0].length ?? 0;
  const separator = named?.[1] ?? separatorOf(text, begin);
  return { scan: { source, report, separator, plain: new RegExp(`[^${separator}\\n]*`, 'y') }, begin };
}

/** The separator that the first line has most of; names of properties have none. */
function separatorOf(text: string, begin: number): string {
  const end = text.indexOf('\n', begin);
  const line = text.slice(begin, end < 0 ? undefined : end);
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function readRow(scan: Scan, begin: number, quotes: boolean): ReadRow {
  const { source, report, separator } = scan;
  const { text } = source;
  const cells: (CsvCell | undefined)[] = [];
  let broken = false;
  let at = begin;
  let surplus = 0;
  for (;;) {
    const read = quotes && opensQuote(scan, at) ? readQuoted(scan, at) : readPlain(scan, at);
    const { cell, end, stray, astray } = read;
    if (astray)
      return { row: { cells, span: { source, start: begin, end }, broken: true }, next: end, astray };
    if (stray) report(stray, csvFaults.textAfterQuote());
    const long = cell && cell.text.length > MAX_CSV_CELL;
    if (long && quotes) report(cell.span, csvFaults.cellTooLong(cell.text.length, MAX_CSV_CELL));
    broken ||= stray !== undefined || long === true;
    if (cells.length <= MAX_CSV_COLUMNS) cells.push(cell);
    else if (cell) surplus += 1;
    at = end + 1;
    if (text[end] !== separator) break;
  }
  const end = at - 1;
  const trimmed = begin + text.slice(begin, end).trimEnd().length;
  if (surplus > 0 && quotes) {
    report({ source, start: begin, end: begin + 1 }, csvFaults.tooManyColumns(MAX_CSV_COLUMNS));
    broken = true;
  }
  return {
    row: { cells, span: { source, start: begin, end: trimmed }, broken },
    next: at,
    astray: undefined,
  };
}

/** A cell as read, up to its separator or line end. */
interface ReadCell {
  readonly cell: CsvCell | undefined;
  readonly end: number;
  /** A text behind the closing quote. */
  readonly stray?: Span | undefined;
  readonly astray?: ReadRow['astray'];
}

/** Where a cell's text ends that has no quotes. */
function plainEnd({ plain, source }: Scan, at: number): number {
  plain.lastIndex = at;
  return at + (plain.exec(source.text)?.[0].length ?? 0);
}

function opensQuote({ source: { text } }: Scan, at: number): boolean {
  let start = at;
  while (text[start] === ' ') start += 1;
  return text[start] === '"';
}

function readPlain(scan: Scan, at: number): ReadCell {
  const end = plainEnd(scan, at);
  const raw = scan.source.text.slice(at, end);
  const text = raw.trim();
  if (text === '') return { cell: undefined, end };
  const start = at + raw.indexOf(text);
  const span = { source: scan.source, start, end: start + text.length };
  return { cell: { text, span, textStart: start }, end };
}

function readQuoted(scan: Scan, at: number): ReadCell {
  const { source } = scan;
  const open = source.text.indexOf('"', at);
  let close = source.text.indexOf('"', open + 1);
  let doubled = false;
  while (close >= 0 && source.text[close + 1] === '"') {
    doubled = true;
    close = source.text.indexOf('"', close + 2);
  }
  if (close < 0)
    return { cell: undefined, end: source.text.length, astray: { open, to: source.text.length } };
  const end = plainEnd(scan, close + 1);
  const inner = source.text.slice(open + 1, close);
  const behind = source.text.slice(close + 1, end);
  const moved = doubled || inner.includes('\r\n');
  const text = (moved ? inner.replaceAll('""', '"').replaceAll('\r\n', '\n') : inner).trim();
  const span = { source, start: open, end: close + 1 };
  const textStart = moved ? undefined : open + 1 + Math.max(0, inner.indexOf(text));
  const cell = text === '' ? undefined : { text, span, textStart };
  if (behind.trim() === '') return { cell, end };
  if (inner.includes('\n')) {
    const line = source.text.indexOf('\n', close);
    return { cell, end, astray: { open, to: line < 0 ? source.text.length : line + 1 } };
  }
  const start = close + 1 + behind.indexOf(behind.trim());
  return { cell, end, stray: { source, start, end: start + behind.trim().length } };
}
