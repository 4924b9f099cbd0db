/** What describes exported tables for programs: a Data Package, with a Table Schema for each table. */

import type { Model, PropertyModel, ValueKind } from '../../model/model.ts';
import type { ExportedState } from '../exported.ts';

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  readonly kind: ValueKind;
  /** Undefined for what no property is: ids, evidence, days that are derived. */
  readonly property?: PropertyModel;
}

/** The name that the standard gives such a file. */
export const DATA_PACKAGE = 'datapackage.json';

/** Dates may be a year or a month, and lists are one text: neither is a date or an array for other programs. */
const TYPES: Readonly<Partial<Record<ValueKind, string>>> = {
  int: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
};

/**
 * The text of the file.
 * @param tables the columns of each file
 * @see https://specs.frictionlessdata.io/tabular-data-package/
 */
export function dataPackageText(
  model: Model,
  { info, revision, digest }: ExportedState,
  tables: ReadonlyMap<string, readonly TableColumn[]>,
): string {
  const described = {
    profile: 'tabular-data-package',
    name: 'knowledge-graph',
    title: info.name,
    version: String(revision),
    digest,
    ...(info.licence === undefined ? {} : { licenses: [{ name: info.licence }] }),
    resources: [...tables].map(([file, columns]) => ({
      profile: 'tabular-data-resource',
      name: resourceName(file),
      path: file,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: columns.map(fieldOf),
        missingValues: [''],
        ...(columns[0]?.name === 'id' ? { primaryKey: 'id' } : {}),
        ...foreignKeys(model, file, tables),
      },
    })),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

/** The standard has names in lower case. */
function resourceName(file: string): string {
  return file.replace(/\.csv$/, '').toLowerCase();
}

function fieldOf({ name, kind, property }: TableColumn) {
  const isList = property?.list === true;
  const constraints = {
    ...(name === 'id' || (property?.required && !isList) ? { required: true } : {}),
    ...(name === 'id' ? { unique: true } : {}),
    ...(property && property.values.length > 0 && !isList ? { enum: property.values } : {}),
  };
  return {
    name,
    type: isList ? 'string' : (TYPES[kind] ?? 'string'),
    ...(property ? { title: property.words.ZH, description: property.description } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** The ends of a relationship, where each is of the one type that has a table here. */
function foreignKeys(model: Model, file: string, tables: ReadonlyMap<string, unknown>) {
  const stored = model.stored.get(file.split('.')[1] ?? '');
  const ends = stored && !file.startsWith('nodes.') ? { from: stored.from, to: stored.to } : {};
  const keys = Object.entries(ends).flatMap(([fields, type]) => {
    const target = `nodes.${type}.csv`;
    return tables.has(target)
      ? [{ fields, reference: { resource: resourceName(target), fields: 'id' } }]
      : [];
  });
  return keys.length === 0 ? {} : { foreignKeys: keys };
}
