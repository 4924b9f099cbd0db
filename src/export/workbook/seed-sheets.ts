/** Records as the sheets of a workbook: a row a record, and a sheet for each list whose items have keys of their own. */

import type { FieldsModel, Model, NodeTypeModel, PropertyModel, ValueKind } from '../../model/model.ts';
import type { SeedMap, SeedValue } from '../forms/seed-text.ts';
import { cellText } from './cell-text.ts';

/** A sheet: the first row names its columns, and every cell is a text. */
export interface SeedSheet {
  /** The type key of seeds, `firms`, or that and a key of its records, `firms.figures`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns whose values are numbers. */
  readonly numeric: ReadonlySet<string>;
  readonly rows: readonly (readonly string[])[];
}

/** The column that names the record of a row. */
export const ID = 'id';
/** The column that names the far record of a relationship. */
export const TO = 'to';
/** The columns of evidence: one text a piece of evidence, in the same order. */
export const EVIDENCE_COLUMNS = ['source', 'locator', 'checkedBy', 'checkedOn'] as const;
const EVIDENCE = 'evidence';
const NUMERIC: ReadonlySet<ValueKind> = new Set(['int', 'decimal']);

/** The sheets of the records of one type. */
export function sheetsOfType(
  model: Model,
  type: NodeTypeModel,
  list: string,
  seeds: readonly SeedMap[],
): readonly SeedSheet[] {
  const lists = [...type.relationships.values()].filter(({ written }) => written).map(({ name }) => name);
  const owned = [...type.owned.values()].filter(({ internal }) => !internal).map(({ name }) => name);
  const detailed = new Set([...lists, ...owned].filter((key) => seeds.some((seed) => hasParts(seed[key]))));
  const properties = [...type.properties.keys()].filter((name) => name !== ID);
  const columns = [ID, ...properties, ...lists.filter((key) => !detailed.has(key)), ...EVIDENCE_COLUMNS];
  const rows = seeds.map((seed) => rowOf(columns, seed));
  const details = [...detailed].map((key): SeedSheet => {
    const items = seeds.flatMap((seed) =>
      itemsOf(seed[key]).map((item) => ({ [ID]: seed[ID] ?? '', ...item })),
    );
    const parts = partsOf(model, type, key);
    const keys = new Set([...parts.names, ...items.flatMap((item) => Object.keys(item))]);
    const own = [...keys].filter((name) => name !== ID && name !== EVIDENCE);
    const names = [ID, ...own, ...EVIDENCE_COLUMNS];
    return {
      ...{ name: `${list}.${key}`, columns: names, numeric: numericOf(parts) },
      rows: items.map((item) => rowOf(names, item)),
    };
  });
  return [
    { name: list, columns, numeric: numericOf({ properties: [...type.properties.values()] }), rows },
    ...details,
  ];
}

/** The keys that an item of a list can have, in the order of the model, and those of them that are properties. */
function partsOf(model: Model, type: FieldsModel, key: string) {
  const relationship = type.relationships.get(key);
  if (relationship) {
    const properties = [...relationship.stored.properties, ...model.factProperties];
    return { names: [TO, ...properties.map(({ name }) => name)], properties };
  }
  const thing = model.nodeTypes.get(type.owned.get(key)?.type ?? '');
  // What has a property in parts is written as those parts alone.
  const inParts = [...(thing?.properties.values() ?? [])].some(({ parts }) => parts.length > 0);
  const properties = inParts ? [] : [...(thing?.properties.values() ?? [])];
  const links = [...(thing?.relationships.values() ?? [])].filter(({ written }) => written);
  return { names: [...properties, ...links].map(({ name }) => name), properties };
}

function numericOf({ properties }: { readonly properties: readonly PropertyModel[] }): ReadonlySet<string> {
  return new Set(properties.filter(({ valueKind }) => NUMERIC.has(valueKind)).map(({ name }) => name));
}

function hasParts(value: SeedValue | undefined): boolean {
  return value !== undefined && listOf(value).some((item) => typeof item !== 'string');
}

/** The items of a list as maps: a lone id is where a relationship leads to. */
function itemsOf(value: SeedValue | undefined): readonly SeedMap[] {
  if (value === undefined) return [];
  return listOf(value).flatMap((item): readonly SeedMap[] => {
    if (typeof item === 'string') return [{ [TO]: item }];
    return isList(item) ? [] : [item];
  });
}

function rowOf(columns: readonly string[], seed: SeedMap): readonly string[] {
  const evidence = evidenceCells(seed[EVIDENCE]);
  return columns.map((name) => {
    const value = evidence.get(name) ?? seed[name];
    return value === undefined
      ? ''
      : typeof value === 'string' && evidence.has(name)
        ? value
        : cellText(value);
  });
}

/** Each column of evidence as the text of its cell. */
function evidenceCells(value: SeedValue | undefined): ReadonlyMap<string, string> {
  const items = itemsOf(value);
  return new Map(
    EVIDENCE_COLUMNS.map((name) => {
      const texts = items.map((item) => item[name]);
      const given = texts.some((text) => text !== undefined);
      return [name, given ? texts.map((text) => (text === undefined ? '' : cellText(text))).join('|') : ''];
    }),
  );
}

function listOf(value: SeedValue): readonly SeedValue[] {
  return isList(value) ? value : [value];
}

function isList(value: SeedValue): value is readonly SeedValue[] {
  return Array.isArray(value);
}
