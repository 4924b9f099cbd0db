/** The header of a table → what each column says of a record, or what is wrong with it. */

import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Model, NodeTypeModel, PropertyModel, RelationshipModel } from '../../model/model.ts';
import { alternativesOf } from '../records/read-criterion.ts';
import { checkRecordKeys } from '../written/check-keys.ts';
import { placeOf, type Report } from '../written/report.ts';
import type { CsvCell, CsvRow } from './split-csv.ts';

/** What a column says: one text, several, or a part of the one thing that its row describes. */
export interface Column {
  /** As the header has it: places.role. */
  readonly name: string;
  readonly form: 'one' | 'many' | 'links' | 'part';
  /** A key of the record: places. */
  readonly key: string;
  /** The key within the thing described: role. Empty where the column is no part. */
  readonly part: string;
  /** Whether several rows can each describe one. */
  readonly repeats: boolean;
  /** Whether any text will do: nothing else finds what Excel has spoilt. */
  readonly free: boolean;
}

/** The column that names the record of a row. */
export const ID_COLUMN = 'id';
/** The columns of evidence, which every row has for itself. */
export const SOURCE_COLUMN = 'source';
export const LOCATOR_COLUMN = 'locator';
export const CHECK_COLUMNS = ['checkedBy', 'checkedOn'] as const;
/** All of them. */
export const EVIDENCE_COLUMNS: readonly string[] = [SOURCE_COLUMN, LOCATOR_COLUMN, ...CHECK_COLUMNS];
/** The part of a relationship's columns that names the far record. */
export const TO_PART = 'to';
const EVIDENCE = 'evidence';

/** The columns of a header; a cell without a name, or with a reported fault, has none. */
export function readColumns(
  model: Model,
  type: NodeTypeModel,
  header: CsvRow,
  report: Report,
): readonly (Column | undefined)[] {
  const names = new Map<string, CsvCell>();
  const columns = header.cells.map((cell) => {
    if (!cell) return undefined;
    const first = names.get(cell.text);
    if (first) {
      report(cell.span, csvFaults.columnTwice(cell.text, placeOf(first.span)));
      return undefined;
    }
    names.set(cell.text, cell);
    return readColumn(model, type, cell, report);
  });
  if (!names.has(ID_COLUMN)) {
    report(header.span, csvFaults.noColumn(ID_COLUMN, { en: 'the id of the record', zh: '记录的 id' }));
  }
  for (const cell of names.values()) {
    const [base = '', part] = cell.text.split('.');
    if (part === undefined || !type.relationships.has(base)) continue;
    const to = `${base}.${TO_PART}`;
    if (!names.has(to))
      report(cell.span, csvFaults.noColumn(to, { en: 'the id at the far end', zh: '关系另一端的 id' }));
    names.set(to, cell);
  }
  for (const [at, column] of columns.entries()) {
    const cell = header.cells[at];
    const whole = column?.form === 'part' && columns.find((each) => each?.name === column.key);
    const place = whole && !whole.repeats && names.get(whole.name);
    if (cell && column && place) report(cell.span, csvFaults.columnTwice(column.key, placeOf(place.span)));
  }
  return columns;
}

function readColumn(model: Model, type: NodeTypeModel, cell: CsvCell, report: Report): Column | undefined {
  const { text, span } = cell;
  const dot = text.indexOf('.');
  const [key, part] = dot < 0 ? [text, ''] : [text.slice(0, dot), text.slice(dot + 1)];
  if (EVIDENCE_COLUMNS.includes(text)) {
    return { name: text, form: 'many', key: text, part: '', repeats: true, free: true };
  }
  if (key === EVIDENCE || [EVIDENCE, ...EVIDENCE_COLUMNS].includes(part)) {
    report(span, csvFaults.columnEvidence(text));
    return undefined;
  }
  const parts = partsOf(model, type, key);
  const property = type.properties.get(key);
  if (dot >= 0 && parts) return readPart(parts, { key, part }, cell, report);
  if (dot >= 0 && property) {
    report(span, csvFaults.columnNoParts(text, key));
    return undefined;
  }
  if (property) {
    const { list: repeats } = property;
    return { name: text, form: repeats ? 'many' : 'one', key, part, repeats, free: isFree(property) };
  }
  const relationship = type.relationships.get(key);
  if (relationship?.written) {
    const { many: repeats } = relationship;
    return { name: text, form: 'links', key, part, repeats, free: false };
  }
  if (type.owned.get(key)?.internal === false) {
    const example = parts?.names[0];
    report(span, csvFaults.columnNotFlat(text, example && `${key}.${example}`));
    return undefined;
  }
  reportUnknown(model, type, cell, report);
  return undefined;
}

/** The keys of a thing, and which of them take any text. */
interface Parts {
  readonly names: readonly string[];
  readonly free: readonly string[];
  readonly repeats: boolean;
}

/** The keys of the thing that a row describes with a relationship or an owned thing; undefined where it cannot. */
function partsOf(model: Model, type: NodeTypeModel, key: string): Parts | undefined {
  const relationship: RelationshipModel | undefined = type.relationships.get(key);
  if (relationship?.written) {
    const properties = [...relationship.stored.properties, ...model.factProperties];
    return {
      names: [TO_PART, ...properties.map(({ name }) => name)],
      free: properties.filter(isFree).map(({ name }) => name),
      repeats: relationship.many,
    };
  }
  const owned = type.owned.get(key);
  const thing = owned && !owned.internal ? model.nodeTypes.get(owned.type) : undefined;
  if (!thing || alternativesOf(thing)) return undefined;
  const links = [...thing.relationships.values()].filter(({ written }) => written);
  return {
    names: [...thing.properties.keys(), ...links.map(({ name }) => name)],
    free: [...thing.properties.values()].filter(isFree).map(({ name }) => name),
    repeats: true,
  };
}

function isFree({ valueKind }: PropertyModel): boolean {
  return valueKind === 'text';
}

function readPart(
  parts: Parts,
  { key, part }: { readonly key: string; readonly part: string },
  { text, span }: CsvCell,
  report: Report,
): Column | undefined {
  if (parts.names.includes(part)) {
    const { repeats, free } = parts;
    return { name: text, form: 'part', key, part, repeats, free: free.includes(part) };
  }
  const known = parts.names.map((name) => `${key}.${name}`);
  report(span, csvFaults.columnUnknown(text, `\`${key}\``, nearest(text, known), known));
  return undefined;
}

/** What is wrong with a column that is no key. One that belongs elsewhere is reported as any key is. */
function reportUnknown(model: Model, type: NodeTypeModel, { text, span }: CsvCell, report: Report): void {
  const [key = ''] = text.split('.');
  if (!type.relationships.has(key) && !type.computed.has(key)) {
    const links = [...type.relationships.values()].filter(({ written }) => written);
    const things = [...type.owned.keys()].flatMap((key) =>
      (partsOf(model, type, key)?.names ?? []).map((part) => `${key}.${part}`),
    );
    const known = [...type.properties.keys(), ...links.map(({ name }) => name), ...EVIDENCE_COLUMNS];
    const all = [...known, ...things];
    report(span, csvFaults.columnUnknown(text, `\`${type.name}\``, nearest(text, all), all));
    return;
  }
  const word = { form: 'text', text: key, span } as const;
  checkRecordKeys(model, type, { form: 'map', entries: [{ key: word, value: word }], span }, (at, fault) =>
    report(at, { ...fault, code: 'csv/columns' }),
  );
}
