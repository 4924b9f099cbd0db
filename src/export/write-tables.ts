/** A dataset as tables for spreadsheets: one a node type, one a relationship type. */

import type { Evidence, Properties, Value } from '../model/dataset.ts';
import { POLICY_DAYS } from '../model/derive-facts.ts';
import type { Model, ValueKind } from '../model/model.ts';
import { csvRow, spreadsheetCell } from './csv-text.ts';
import type { DraftFolder } from './draft-folder.ts';
import type { Exported } from './exported.ts';

/** A column of a table. */
interface Column {
  readonly name: string;
  readonly numeric: boolean;
}

/** Excel takes a file for UTF-8 where this stands first. */
const BYTE_ORDER_MARK = '\ufeff';
/** Between the values of one cell, as in seeds. */
const BETWEEN = '|';
const NUMERIC: ReadonlySet<ValueKind> = new Set(['int', 'decimal']);
const EVIDENCE = ['source', 'locator'];

/** Writes the tables: `nodes.Firm.csv`, `relationships.WITHIN.csv`. */
export async function writeTables(model: Model, exported: Exported, folder: DraftFolder): Promise<void> {
  const columns = new Map<string, readonly Column[]>();
  const add = async (file: string, cells: Properties, columnsOf: () => readonly Column[]) => {
    const known = columns.get(file) ?? columnsOf();
    if (!columns.has(file)) {
      columns.set(file, known);
      await folder.add(file, BYTE_ORDER_MARK + csvRow(known.map(({ name }) => name)));
    }
    await folder.add(file, csvRow(known.map(({ name, numeric }) => cell(cells[name], numeric))));
  };
  for await (const { id, type, properties, evidence } of exported.nodes()) {
    await add(`nodes.${type}.csv`, { ...properties, id, ...cited(evidence) }, () => nodeColumns(model, type));
  }
  for await (const { type, from, to, properties, evidence } of exported.relationships()) {
    const cells = { ...properties, from, to, ...cited(evidence) };
    await add(`relationships.${type}.csv`, cells, () => relationshipColumns(model, type));
  }
}

function nodeColumns(model: Model, type: string): readonly Column[] {
  const declared = [...(model.nodeTypes.get(type)?.properties.values() ?? [])].filter(
    ({ name }) => name !== 'id',
  );
  return [
    text('id'),
    ...declared.map(({ name, valueKind }) => ({ name, numeric: NUMERIC.has(valueKind) })),
    ...(type === 'Policy' ? POLICY_DAYS.map((name) => ({ name, numeric: true })) : []),
    ...EVIDENCE.map(text),
  ];
}

function relationshipColumns(model: Model, type: string): readonly Column[] {
  // The way from a record to what it owns has no properties.
  const stored = model.stored.get(type);
  const declared = stored ? [...stored.properties, ...model.factProperties] : [];
  return [
    text('from'),
    text('to'),
    ...declared.map(({ name, valueKind }) => ({ name, numeric: NUMERIC.has(valueKind) })),
    ...EVIDENCE.map(text),
  ];
}

function text(name: string): Column {
  return { name, numeric: false };
}

function cited(evidence: readonly Evidence[]): Properties {
  return { source: evidence.map(({ source }) => source), locator: evidence.map(({ locator }) => locator) };
}

function cell(value: Value | undefined, numeric: boolean): string {
  if (value === undefined) return '';
  return spreadsheetCell(Array.isArray(value) ? value.join(BETWEEN) : String(value), numeric);
}
