/** A row of a table → what its cells say by their columns, and the evidence that it gives for that. */

import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { FORMER_IDS } from '../written/index-records.ts';
import type { Report } from '../written/report.ts';
import type { Span, Written, WrittenEntry, WrittenMap, WrittenScalar } from '../written/written.ts';
import { type CellTexts, textOfCell, textsOfCell } from './read-cell.ts';
import {
  CHECK_COLUMNS,
  type Column,
  EVIDENCE_COLUMNS,
  ID_COLUMN,
  LOCATOR_COLUMN,
  SOURCE_COLUMN,
} from './read-columns.ts';
import type { CsvRow } from './split-csv.ts';

/** A row with its cells read by column. */
export interface ReadRow {
  readonly id: string | undefined;
  readonly span: Span;
  /** It may not say what was meant. */
  readonly broken: boolean;
  /** The first cell that states something; undefined where it has ids and evidence alone. */
  readonly states: Span | undefined;
  /** A locator or a check without a source, which is no evidence. */
  readonly astray: Span | undefined;
  readonly ones: ReadonlyMap<string, WrittenScalar>;
  readonly lists: ReadonlyMap<string, CellTexts>;
  /** The things it describes by their parts. */
  readonly things: ReadonlyMap<string, readonly WrittenEntry[]>;
  readonly evidence: readonly WrittenMap[];
}

/** What a source does not say: which record is meant, and where to look. */
const NO_FACTS = [ID_COLUMN, FORMER_IDS, ...EVIDENCE_COLUMNS];

/** What is written in a row. */
export function readRow(columns: readonly (Column | undefined)[], row: CsvRow, report: Report): ReadRow {
  const ones = new Map<string, WrittenScalar>();
  const lists = new Map<string, CellTexts>();
  const things = new Map<string, WrittenEntry[]>();
  let { broken } = row;
  let states: Span | undefined;
  const careful: Report = (span, fault) => {
    if (!row.broken) report(span, fault);
    broken = true;
  };
  for (const [at, cell] of row.cells.entries()) {
    const column = columns[at];
    if (!cell) continue;
    if (!column) {
      // Which of the cells is too many is unknown, and one fault a row is enough.
      if (at >= columns.length && !broken) {
        careful(cell.span, csvFaults.rowTooLong(row.cells.length, columns.length));
      } else if (at < columns.length) careful(cell.span, csvFaults.columnUnnamed(cell.text));
      continue;
    }
    const { form, key, part } = column;
    if (!NO_FACTS.includes(key)) states ??= cell.span;
    if (form === 'one') ones.set(key, textOfCell(cell, column, report));
    else if (form !== 'part') lists.set(key, textsOfCell(cell, column, report));
    else {
      const value = textOfCell(cell, column, report);
      const entry: WrittenEntry = { key: { form: 'text', text: part, span: value.span }, value };
      const entries = things.get(key);
      if (entries) entries.push(entry);
      else things.set(key, [entry]);
    }
  }
  const [sources, locators] = [lists.get(SOURCE_COLUMN), lists.get(LOCATOR_COLUMN)];
  const known = sources && sources.items.length > 0;
  const checks = CHECK_COLUMNS.flatMap((name): readonly (readonly [string, CellTexts])[] => {
    const cell = lists.get(name);
    return cell ? [[name, cell]] : [];
  });
  const evidence = known ? evidenceOf(sources, locators, checks, broken ? () => undefined : report) : [];
  const astray = known ? undefined : (locators ?? checks[0]?.[1])?.span;
  const written = ones.get(ID_COLUMN);
  const id = written?.form === 'text' ? written.text : undefined;
  return { id, span: row.span, broken, states, astray, ones, lists, things, evidence };
}

/**
 * The evidence of a row: each locator with its source, or all with the one; a check is of one of them, or a lone one of
 * all. Where they are not as many, what the row says is judged all the same, as if each source had one.
 */
function evidenceOf(
  { items: from }: CellTexts,
  locators: CellTexts | undefined,
  checks: readonly (readonly [string, CellTexts])[],
  report: Report,
): readonly WrittenMap[] {
  const at = locatorsOf(locators, from.length);
  const several = from.length > 1 && at.length > 0;
  if (locators && several && at.length !== from.length) {
    report(locators.span, csvFaults.locators(from.length, at.length));
  }
  const count = several ? from.length : Math.max(from.length, at.length);
  for (const [name, { parts, span }] of checks)
    if (parts.length > 1 && parts.length !== count) report(span, csvFaults.checks(name, count, parts.length));
  return Array.from({ length: count }, (_, position) => {
    const source = from[position] ?? from[0];
    const locator = at[position] ?? at.at(-1);
    return mapOf([
      ...(source ? [entryAt(SOURCE_COLUMN, source)] : []),
      ...(locator && locator.text !== '' ? [entryAt(LOCATOR_COLUMN, locator)] : []),
      ...checks.flatMap(([name, { parts }], which) => {
        const others = checks[1 - which]?.[1].parts ?? [];
        // One day, or one name, is of those that have the other.
        const isMeant = others.length < 2 || others[position]?.text !== '';
        const check = parts.length > 1 ? parts[position] : isMeant ? parts[0] : undefined;
        return check && check.text !== '' ? [entryAt(name, check)] : [];
      }),
    ]);
  });
}

/** The locators of a cell; an empty one is for a source that needs none, where they are as many. */
function locatorsOf(locators: CellTexts | undefined, sources: number): readonly WrittenScalar[] {
  const given = locators?.items ?? [];
  if (!locators || sources < 2) return given;
  const { parts } = locators;
  return parts.length === sources || given.length !== sources ? parts : given;
}

/** An entry of a map, whose key is a column. */
export function entryAt(key: string, value: Written): WrittenEntry {
  return { key: { form: 'text', text: key, span: value.span }, value };
}

/** A map of entries. */
export function mapOf(entries: readonly WrittenEntry[]): WrittenMap {
  const span = entries[0]?.value.span as Span;
  return { form: 'map', entries, span };
}
