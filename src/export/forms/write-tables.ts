/** A dataset as tables for spreadsheets: one a node type, one a relationship type. */

import type { Evidence, Properties, Value } from '../../model/dataset.ts';
import type { Model, PropertyModel, ValueKind } from '../../model/model.ts';
import { derivedProperties } from '../../model/stored/derive-facts.ts';
import type { DraftFolder } from '../draft-folder.ts';
import type { Exported } from '../exported.ts';
import { csvRow, spreadsheetCell } from './csv-text.ts';
import { DATA_PACKAGE, dataPackageText, type TableColumn } from './data-package.ts';

/** Excel reads a file as UTF-8 where it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';
/** Between the values of one cell, as in seeds. */
const BETWEEN = '|';
const NUMERIC: ReadonlySet<ValueKind> = new Set(['int', 'decimal']);
const UNIT = 'unit';
const EVIDENCE = ['source', 'locator', 'checkedBy', 'checkedOn'];

/** Writes the tables, `nodes.Firm.csv`, `relationships.WITHIN.csv`, and what describes their columns for programs. */
export async function writeTables(model: Model, exported: Exported, folder: DraftFolder): Promise<void> {
  const columns = new Map<string, readonly TableColumn[]>();
  const add = async (file: string, cells: Properties, columnsOf: () => readonly TableColumn[]) => {
    const known = columns.get(file) ?? columnsOf();
    if (!columns.has(file)) {
      columns.set(file, known);
      await folder.add(file, BYTE_ORDER_MARK + csvRow(known.map(({ name }) => name)));
    }
    await folder.add(file, csvRow(known.map(({ name, kind }) => cell(cells[name], NUMERIC.has(kind)))));
  };
  for await (const { id, type, properties, evidence } of exported.nodes()) {
    const cells = { ...properties, id, ...unitOf(model, type, properties), ...cited(evidence) };
    await add(`nodes.${type}.csv`, cells, () => nodeColumns(model, type));
  }
  for await (const { type, from, to, properties, evidence } of exported.relationships()) {
    const cells = { ...properties, from, to, ...cited(evidence) };
    await add(`relationships.${type}.csv`, cells, () => relationshipColumns(model, type));
  }
  await folder.add(DATA_PACKAGE, dataPackageText(model, exported.state, columns));
}

function nodeColumns(model: Model, type: string): readonly TableColumn[] {
  const declared = [...(model.nodeTypes.get(type)?.properties.values() ?? [])].filter(
    ({ name }) => name !== 'id',
  );
  return [
    text('id'),
    ...declared.map(columnOf),
    ...(countedBy(model, type) ? [text(UNIT)] : []),
    ...derivedProperties(type).map((name) => ({ name, kind: 'int' as const })),
    ...EVIDENCE.map(text),
  ];
}

/** The property whose values say in which unit the numbers of a type are. */
function countedBy(model: Model, type: string): PropertyModel | undefined {
  return [...(model.nodeTypes.get(type)?.properties.values() ?? [])].find(({ units }) => units.size > 0);
}

/** The unit of the number of a node, so that 3500 of a table is not taken for 3500 万元. */
function unitOf(model: Model, type: string, properties: Properties): Properties {
  const counted = countedBy(model, type);
  const unit = counted?.units.get(String(properties[counted.name]));
  return unit === undefined ? {} : { [UNIT]: unit };
}

function relationshipColumns(model: Model, type: string): readonly TableColumn[] {
  // The way from a record to what it owns has no properties.
  const stored = model.stored.get(type);
  const declared = stored ? [...stored.properties, ...model.factProperties] : [];
  return [text('from'), text('to'), ...declared.map(columnOf), ...EVIDENCE.map(text)];
}

function text(name: string): TableColumn {
  return { name, kind: 'text' };
}

function columnOf(property: PropertyModel): TableColumn {
  return { name: property.name, kind: property.valueKind, property };
}

function cited(evidence: readonly Evidence[]): Properties {
  const isChecked = evidence.some(({ checkedBy }) => checkedBy !== undefined);
  return {
    source: evidence.map(({ source }) => source),
    locator: evidence.map(({ locator }) => locator),
    ...(isChecked
      ? {
          checkedBy: evidence.map(({ checkedBy = '' }) => checkedBy),
          checkedOn: evidence.map(({ checkedOn = '' }) => checkedOn),
        }
      : {}),
  };
}

function cell(value: Value | undefined, numeric: boolean): string {
  if (value === undefined) return '';
  return spreadsheetCell(Array.isArray(value) ? value.join(BETWEEN) : String(value), numeric);
}
