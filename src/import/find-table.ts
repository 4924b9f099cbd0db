/** The rows of a sheet → its table: title rows above, the header, what it lists, and the notes below. */

import { type Sheet, type SheetRow, textsOf } from './sheet.ts';

/** A table found in a sheet. */
export interface Table {
  readonly sheet: string | undefined;
  readonly header: readonly string[];
  /** The number of the header's last row. */
  readonly headerRow: number;
  readonly rows: readonly SheetRow[];
  /** What was kept out: titles, headings between rows, notes. */
  readonly aside: readonly SheetRow[];
  /** Numbers of the rows that repeat the header. */
  readonly repeated: readonly number[];
}

/** Rows among which the header is looked for. */
const MOST_TITLE_ROWS = 30;
/** Fewer headings are a title beside a date. */
const LEAST_HEADINGS = 2;
/** The share of a table's width that its header fills. */
const HEADER_SHARE = 0.6;

/** A heading as it is compared: offices break long ones into lines, and space short ones out. */
export function headingKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/**
 * The table of a sheet; undefined where no row looks like a header.
 * @param known headings that it should have: the row that has most of them is the header
 */
export function findTable({ name, rows }: Sheet, known: readonly string[]): Table | undefined {
  const wanted = new Set(known.map(headingKey));
  const width = Math.max(0, ...rows.map((row) => textsOf(row).length));
  let best:
    | { readonly header: readonly string[]; readonly at: number; readonly to: number; readonly score: number }
    | undefined;
  for (const [at, row] of rows.slice(0, MOST_TITLE_ROWS).entries()) {
    // Groups of columns have a heading above theirs, in merged cells: 地址 over 区 and 街道.
    const next = rows[at + 1];
    for (const [below, header] of [headingsOf(row), ...(next ? [joined(row, next)] : [])].entries()) {
      const score =
        wanted.size > 0
          ? header.filter((text) => wanted.has(headingKey(text))).length
          : looksLikeHeader(header, row, width);
      if (score > (best?.score ?? 0)) best = { header, at, to: at + below + 1, score };
    }
  }
  if (!best) return undefined;
  const { header, at, to } = best;
  return {
    sheet: name,
    header,
    headerRow: rows[to - 1]?.number ?? 0,
    ...splitBody(rows, rows.slice(at, to), to),
  };
}

function headingsOf({ cells }: SheetRow): readonly string[] {
  return cells.map(({ text }) => text);
}

/** The headings of two rows, read downward; a cell merged over both is one. */
function joined(upper: SheetRow, lower: SheetRow): readonly string[] {
  const length = Math.max(upper.cells.length, lower.cells.length);
  return Array.from({ length }, (_, at) => {
    const texts = [upper, lower].map(({ cells }) => cells[at]?.text ?? '').filter((text) => text !== '');
    return [...new Set(texts)].join('');
  });
}

/** A header has many different texts and no figures; the first such row is it. */
function looksLikeHeader(header: readonly string[], row: SheetRow, width: number): number {
  const texts = textsOf(row);
  const isOne =
    texts.length >= Math.max(LEAST_HEADINGS, HEADER_SHARE * width) &&
    texts.length === new Set(header.filter((text) => text !== '')).size &&
    !texts.some((text) => /^[\d.,%-]+$/.test(text.normalize('NFKC')));
  return isOne ? 1 : 0;
}

/** A row of one text is a title, a heading between rows or a note, wherever it is. */
function splitBody(
  rows: readonly SheetRow[],
  header: readonly SheetRow[],
  from: number,
): Pick<Table, 'rows' | 'aside' | 'repeated'> {
  const body: SheetRow[] = [];
  const aside: SheetRow[] = rows.slice(0, from - header.length).filter((row) => textsOf(row).length === 1);
  const repeated: number[] = [];
  for (const row of rows.slice(from)) {
    if (header.some((each) => textsOf(each).join('\n') === textsOf(row).join('\n')))
      repeated.push(row.number);
    else if (isAside(row)) aside.push(row);
    else body.push(row);
  }
  return { rows: body, aside, repeated };
}

/** One text in the first column or merged over several; a lone number, or a name in its own column, is a row with gaps. */
function isAside(row: SheetRow): boolean {
  const [text = '', ...others] = textsOf(row);
  const isMerged = row.cells.filter((cell) => cell.text === text).length > 1;
  return (
    others.length === 0 && (isMerged || row.cells[0]?.text === text) && !/^\d+$/.test(text.normalize('NFKC'))
  );
}
