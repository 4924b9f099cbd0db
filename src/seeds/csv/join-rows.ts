/** The rows of a table → its records as written: rows with one id are joined, and must not disagree. */

import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { placeOf, type Report } from '../written/report.ts';
import type { Span, Written, WrittenEntry, WrittenMap } from '../written/written.ts';
import { type Column, EVIDENCE_COLUMNS, TO_PART } from './read-columns.ts';
import { entryAt, mapOf, type ReadRow, readRow } from './read-row.ts';
import type { CsvRow } from './split-csv.ts';

/** A record of a table. */
export interface JoinedRecord {
  readonly map: WrittenMap;
  /** One of its rows may not say what was meant. */
  readonly broken: boolean;
}

const EVIDENCE = 'evidence';

/**
 * The records that rows make, in the order of their first rows.
 * @param needsEvidence whether what a record says needs evidence: of a source it does not
 */
export function joinRows(
  columns: readonly (Column | undefined)[],
  rows: readonly CsvRow[],
  needsEvidence: boolean,
  report: Report,
): readonly JoinedRecord[] {
  const groups = new Map<string, ReadRow[]>();
  for (const [at, row] of rows.entries()) {
    const read = readRow(columns, row, report);
    const group = read.id === undefined ? `\0${at}` : read.id;
    const rowsOfId = groups.get(group);
    if (rowsOfId) rowsOfId.push(read);
    else groups.set(group, [read]);
  }
  const keys = new Map(columns.flatMap((column) => (column ? [[column.key, column] as const] : [])));
  for (const column of EVIDENCE_COLUMNS) keys.delete(column);
  return [...groups.values()].map((group) => {
    reportBareRows(group, needsEvidence, report);
    return joinGroup(keys, group, report);
  });
}

/**
 * Reports rows that state something without evidence: evidence of other rows is not theirs. Where
 * no row has any, the first is reported with the record.
 */
function reportBareRows(rows: readonly ReadRow[], needsEvidence: boolean, report: Report): void {
  const isReported = needsEvidence && rows.every(({ evidence }) => evidence.length === 0);
  for (const { id = '', states, astray, broken, evidence } of isReported ? rows.slice(1) : rows) {
    const span = needsEvidence ? (states ?? astray) : astray;
    if (span && !broken && evidence.length === 0) report(span, csvFaults.rowEvidenceMissing(id));
  }
}

function joinGroup(
  keys: ReadonlyMap<string, Column>,
  rows: readonly ReadRow[],
  report: Report,
): JoinedRecord {
  const broken = rows.some((row) => row.broken);
  const entries = [...keys.values()].flatMap((column): readonly WrittenEntry[] => {
    const { key, form } = column;
    if (form === 'one') return joinOnes(key, rows, broken ? () => undefined : report);
    if (form === 'many') return joinTexts(key, rows);
    const items = [...linksOf(key, rows), ...thingsOf(key, rows)];
    const [only, ...others] = items;
    if (!only) return [];
    if (!column.repeats) {
      const crowded = rows.flatMap((row) => row.lists.get(key) ?? []).filter((cell) => cell.items.length > 1);
      for (const { span } of broken ? [] : crowded) report(span, csvFaults.onlyOne(key));
      for (const other of broken || crowded.length > 0 ? [] : others) {
        const id = rows[0]?.id ?? '';
        report(other.span, csvFaults.rowsDisagree(id, key, shown(other), shown(only), placeOf(only.span)));
      }
      return [entryAt(key, only)];
    }
    return [entryAt(key, { form: 'list', items, span: only.span })];
  });
  const evidence = united(rows.map((row) => row.evidence));
  const [first] = evidence;
  if (first) entries.push(entryAt(EVIDENCE, { form: 'list', items: evidence, span: first.span }));
  const span = rows[0]?.span ?? first?.span;
  return { map: { form: 'map', entries, span: span as Span }, broken };
}

function joinOnes(key: string, rows: readonly ReadRow[], report: Report): readonly WrittenEntry[] {
  const given = rows.flatMap((row) => row.ones.get(key) ?? []);
  const [first, ...others] = given;
  if (!first) return [];
  for (const other of others) {
    if (other.text === first.text) continue;
    const id = rows[0]?.id ?? '';
    report(other.span, csvFaults.rowsDisagree(id, key, other.text, first.text, placeOf(first.span)));
  }
  return [entryAt(key, first)];
}

/** The texts of all rows, each once. Different lists are joined in an order that is not that of the rows. */
function joinTexts(key: string, rows: readonly ReadRow[]): readonly WrittenEntry[] {
  const cells = new Map(rows.flatMap((row) => row.lists.get(key) ?? []).map((cell) => [cell.text, cell]));
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  const items = new Map(sorted.flatMap((cell) => cell.items).map((item) => [item.text, item]));
  const span = sorted[0]?.span;
  return span ? [entryAt(key, { form: 'list', items: [...items.values()], span })] : [];
}

/** The ids in cells of a relationship, each with the evidence of the rows that name it. */
function linksOf(key: string, rows: readonly ReadRow[]): readonly WrittenMap[] {
  return onceEach(
    rows.flatMap((row) => {
      const seen = new Map<string, number>();
      return (row.lists.get(key)?.items ?? []).map((to) => {
        // Twice in one cell is a fault of that cell, as it is in a list of YAML.
        const times = (seen.get(to.text) ?? 0) + 1;
        seen.set(to.text, times);
        return { row, entries: [entryAt(TO_PART, to)], identity: `${to.text}\0${times}` };
      });
    }),
    rows,
  );
}

/** The things that rows describe by their parts; the same one in several rows is one. */
function thingsOf(key: string, rows: readonly ReadRow[]): readonly WrittenMap[] {
  return onceEach(
    rows.flatMap((row) => {
      const entries = row.things.get(key);
      if (!entries) return [];
      const texts = entries.map(({ key: part, value }) => [part.text, value.form === 'text' && value.text]);
      return [{ row, entries, identity: JSON.stringify(texts) }];
    }),
    rows,
  );
}

/** Something of a row. */
interface OfRow {
  readonly row: ReadRow;
  readonly entries: readonly WrittenEntry[];
  readonly identity: string;
}

/** Each thing once, with the evidence of its rows where that is not all of the record's. */
function onceEach(things: readonly OfRow[], rows: readonly ReadRow[]): readonly WrittenMap[] {
  if (things.length === 0) return [];
  const whole = united(rows.map((row) => row.evidence)).length;
  const same = new Map<string, OfRow[]>();
  for (const thing of things) {
    const known = same.get(thing.identity);
    if (known) known.push(thing);
    else same.set(thing.identity, [thing]);
  }
  return [...same.values()].flatMap((each) => {
    const [first] = each;
    if (!first) return [];
    const evidence = united(each.map(({ row }) => row.evidence));
    const [own] = evidence;
    if (!own || evidence.length === whole) return [mapOf(first.entries)];
    const list: Written = { form: 'list', items: evidence, span: own.span };
    return [mapOf([...first.entries, entryAt(EVIDENCE, list)])];
  });
}

/** Pieces of evidence, each once. */
function united(parts: readonly (readonly WrittenMap[])[]): readonly WrittenMap[] {
  const all = parts.flat();
  if (all.length < 2) return all;
  const byText = new Map<string, WrittenMap>();
  for (const map of all) {
    const texts = map.entries.map(({ key, value }) => [key.text, value.form === 'text' && value.text]);
    const identity = JSON.stringify(texts);
    if (!byText.has(identity)) byText.set(identity, map);
  }
  return [...byText.values()];
}

/** A thing in words: the texts of its parts. */
function shown({ entries }: WrittenMap): string {
  return entries.flatMap(({ value }) => (value.form === 'text' ? [value.text] : [])).join(' ');
}
