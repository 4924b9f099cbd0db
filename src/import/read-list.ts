/** A table and its map → the rows of a seed table, and every question that is left open. */

import { nearest } from '../diagnostics/nearest.ts';
import { concreteTypes, type Model, type NodeTypeModel, type PropertyModel } from '../model/model.ts';
import { splitName } from '../seeds/checks/forms-of-name.ts';
import type { Column } from '../seeds/csv/read-columns.ts';
import { ID_COLUMN, LOCATOR_COLUMN, SOURCE_COLUMN, TO_PART } from '../seeds/csv/read-columns.ts';
import { cleanValue, saysNothing } from './clean-value.ts';
import { headingKey, type Table } from './find-table.ts';
import type { FindName } from './known-names.ts';
import { newId } from './new-id.ts';
import type { Doubt, Question } from './question.ts';
import { type Constant, type ListMap, type MappedColumn, matchColumns, NEW } from './read-map.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** What is on hand before the list. */
export interface OnHand {
  readonly findName: FindName;
  /** The record of an id. */
  readonly isKnown: (id: string) => boolean;
  /** Ids of records by a property that no two records share: 统一社会信用代码. */
  readonly byUnique: (property: string, value: string) => string | undefined;
  /** What a record states of a property, as written. */
  readonly stated: (id: string, property: string) => readonly string[];
}

/** A record that a row of the list is about. */
export interface ListedRecord {
  readonly id: string;
  readonly isNew: boolean;
  readonly name: string;
  /** Names that the list gives it beside: 原名. */
  readonly formerNames: readonly string[];
  /** The row of the list. */
  readonly row: number;
  /** Its rows of the seed table: texts by column. */
  readonly rows: readonly ReadonlyMap<string, string>[];
}

/** A list as it was read. */
export interface ReadList {
  readonly records: readonly ListedRecord[];
  readonly questions: readonly Question[];
}

const NAME = 'name';
const ALIASES = 'aliases';
/** A name that is this like a record's is asked back before a new record is made. */
const LEAST_ASKED = 0.7;

/** Reads each row; a row whose record is in doubt is left out until its question is answered. */
export function readList(
  model: Model,
  map: ListMap,
  table: Table,
  severalSheets: boolean,
  onHand: OnHand,
): ReadList {
  const questions: Question[] = [];
  const { at, missing } = matchColumns(map.columns, table.header);
  const ask = (row: number | undefined, heading: string | undefined, text: string, about: Doubt) =>
    questions.push({ row, heading, text, about });
  for (const { heading } of missing) {
    const near = nearest(headingKey(heading), table.header.map(headingKey));
    ask(undefined, heading, '', {
      kind: 'HEADING_MISSING',
      near: table.header.find((text) => near !== undefined && headingKey(text) === near),
    });
  }
  for (const heading of twice(table.header)) ask(undefined, heading, '', { kind: 'HEADING_TWICE' });
  if (questions.length > 0) return { records: [], questions };
  const numbered = checkNumbers(map, at, table, ask);
  const reader: RowReader = { model, map, at, onHand, ask, taken: new Set() };
  const seen = new Map<string, number>();
  const records = table.rows.flatMap((row): readonly ListedRecord[] => {
    const number = numbered === undefined ? undefined : row.cells[numbered]?.text.normalize('NFKC');
    const locator = `${severalSheets && table.sheet !== undefined ? `${table.sheet} ` : ''}${number === undefined ? `第${row.number}行` : `序号${number}`}`;
    const record = readRow(reader, row, locator);
    if (!record) return [];
    const names = [record.id, record.name, ...record.formerNames];
    const earlier = names.map((name) => seen.get(name)).find((found) => found !== undefined);
    if (earlier !== undefined) {
      ask(row.number, undefined, record.name, { kind: 'NAME_TWICE', row: earlier });
      return [];
    }
    for (const name of names) seen.set(name, row.number);
    return [record];
  });
  return { records, questions };
}

/** Headings that two columns have: which of them is meant, no map can say. */
function twice(header: readonly string[]): readonly string[] {
  const filled = header.filter((text) => text !== '');
  return [
    ...new Set(
      filled.filter((text, at) => filled.findIndex((other) => headingKey(other) === headingKey(text)) < at),
    ),
  ];
}

type Ask = (row: number | undefined, heading: string | undefined, text: string, about: Doubt) => void;

/** The place of the column that numbers the rows, where it does so from 1 without a gap: a lost row shows there. */
function checkNumbers(
  map: ListMap,
  places: ReadonlyMap<MappedColumn, number>,
  table: Table,
  ask: Ask,
): number | undefined {
  const column = map.columns.find(({ to }) => to === 'ROW_NUMBER');
  const place = column && places.get(column);
  if (!column || place === undefined) return undefined;
  let isSound = true;
  let expected = 1;
  for (const { number: row, cells } of table.rows) {
    const text = cells[place]?.text ?? '';
    const found = Number(text.normalize('NFKC') || Number.NaN);
    if (found !== expected) {
      isSound = false;
      ask(row, column.heading, text, { kind: 'NUMBER', expected });
    }
    expected = (Number.isInteger(found) ? found : expected) + 1;
  }
  return isSound ? place : undefined;
}

interface RowReader {
  readonly model: Model;
  readonly map: ListMap;
  readonly at: ReadonlyMap<MappedColumn, number>;
  readonly onHand: OnHand;
  readonly ask: Ask;
  /** Ids given to new records. */
  readonly taken: Set<string>;
}

/** A value of a row, and the column that it goes to. */
interface Given {
  readonly heading: string;
  readonly column: Column;
  readonly text: string;
  /** The constants of its own, where its column describes a record by itself. */
  readonly alone: readonly Constant[] | undefined;
}

function readRow(reader: RowReader, row: SheetRow, locator: string): ListedRecord | undefined {
  const { map, onHand, ask } = reader;
  const given = map.columns.flatMap((mapped) => readCell(reader, mapped, row));
  const identity = identify(reader, row, given);
  if (!identity) return undefined;
  const { id, isNew, name, aliases } = identity;
  const own = given.filter(
    ({ column }) => column.form !== 'part' && ![ID_COLUMN, NAME].includes(column.name),
  );
  const first = new Map([[ID_COLUMN, id]]);
  if (isNew) {
    first.set(NAME, name);
    if (aliases.length > 0) first.set(ALIASES, aliases.join('|'));
  }
  for (const { column, text } of map.always) {
    if (column.form !== 'part' && (isNew || column.form === 'links')) first.set(column.name, text);
  }
  for (const { heading, column, text } of own) {
    if (isNew || column.form === 'links') first.set(column.name, joined(first.get(column.name), text));
    else if (column.form === 'one') {
      const recorded = onHand.stated(id, column.key);
      if (recorded.length > 0 && !recorded.some((each) => agrees(each, text)))
        ask(row.number, heading, text, {
          kind: 'DIFFERS',
          id,
          property: column.key,
          recorded: recorded.join(', '),
        });
    }
  }
  const rows = rowsOf(first, described(map.type, map.always, given));
  const evidence = [
    [SOURCE_COLUMN, map.source.text],
    [LOCATOR_COLUMN, locator],
  ] as const;
  return {
    id,
    isNew,
    name,
    formerNames: aliases,
    row: row.number,
    rows: rows.map((each) => new Map([...each, ...evidence])),
  };
}

/** A date of a list may be coarser than a recorded one, or finer. */
function agrees(recorded: string, text: string): boolean {
  return recorded.startsWith(text) || text.startsWith(recorded);
}

function joined(earlier: string | undefined, text: string): string {
  return earlier === undefined ? text : `${earlier}|${text}`;
}

/** What is described beside the record: the records of one key that each row of the seed table can hold one of. */
function described(
  type: NodeTypeModel,
  always: readonly Constant[],
  given: readonly Given[],
): ReadonlyMap<string, readonly ReadonlyMap<string, string>[]> {
  const parts = given.filter(({ column }) => column.form === 'part');
  const keys = new Set([
    ...parts.map(({ column }) => column.key),
    ...always.filter(({ column }) => column.form === 'part').map(({ column }) => column.key),
  ]);
  const all = new Map<string, readonly ReadonlyMap<string, string>[]>();
  for (const key of keys) {
    const constants = always.filter(({ column }) => column.key === key);
    const ofKey = parts.filter(({ column }) => column.key === key);
    const shared = ofKey.filter(({ alone }) => alone === undefined);
    const alone = ofKey.filter((each) => each.alone !== undefined);
    // Constants by themselves describe something, too: each firm of the list holds the title.
    const isShared = shared.length > 0 || alone.length === 0;
    const texts = (entries: readonly { readonly column: Column; readonly text: string }[]) =>
      new Map([...constants, ...entries].map(({ column, text }) => [column.name, text]));
    const things = [
      ...(isShared ? [texts(shared)] : []),
      ...alone.map((each) => texts([...(each.alone ?? []), each])),
    ];
    // A relationship is nothing without its far end: an empty cell, or one that is asked.
    all.set(
      key,
      type.relationships.has(key) ? things.filter((each) => each.has(`${key}.${TO_PART}`)) : things,
    );
  }
  return all;
}

/** The first row has what is said of the record itself; each row describes one record of a key. */
function rowsOf(
  first: ReadonlyMap<string, string>,
  described: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>,
): readonly ReadonlyMap<string, string>[] {
  const count = Math.max(1, ...[...described.values()].map((each) => each.length));
  const id = [[ID_COLUMN, first.get(ID_COLUMN) ?? '']] as const;
  return Array.from({ length: count }, (_, at) => {
    const own = at === 0 ? [...first] : id;
    return new Map([...own, ...[...described.values()].flatMap((each) => [...(each[at] ?? [])])]);
  });
}

function readCell(reader: RowReader, mapped: MappedColumn, row: SheetRow): readonly Given[] {
  const { heading, to, unit, values, with: constants } = mapped;
  const place = reader.at.get(mapped);
  const cell: Cell = (place === undefined ? undefined : row.cells[place]) ?? { text: '' };
  if (typeof to === 'string') return [];
  if (cell.doubt) {
    reader.ask(row.number, mapped.heading, cell.text, { kind: cell.doubt });
    return [];
  }
  if (saysNothing(cell.text)) return [];
  const alone = constants.length > 0 ? constants : undefined;
  const { property, target } = slotOf(reader.model, reader.map.type, to);
  const fixed = values.get(cell.text);
  if (fixed !== undefined) return [{ heading, column: to, text: fixed, alone }];
  if (target === undefined)
    return [{ heading, column: to, text: cleanValue(property, cell.text, unit), alone }];
  const names =
    to.form === 'links'
      ? cell.text
          .split(/[、|；;，,]/u)
          .map((name) => name.trim())
          .filter((name) => name !== '')
      : [cell.text];
  const ids = names.flatMap((name) => refer(reader, mapped, row, name, target) ?? []);
  return ids.length === names.length ? [{ heading, column: to, text: ids.join('|'), alone }] : [];
}

/** The record that a cell refers to; undefined where that is asked. */
function refer(
  reader: RowReader,
  mapped: MappedColumn,
  row: SheetRow,
  name: string,
  target: string,
): string | undefined {
  const { model, map, onHand, ask } = reader;
  const answered = map.names.get(name);
  if (answered !== undefined) return answered;
  if (onHand.isKnown(name)) return name;
  const allowed = concreteTypes(model, target);
  const types = mapped.types.length > 0 ? allowed.filter((type) => mapped.types.includes(type)) : allowed;
  const { sure, likely } = onHand.findName(name, types);
  if (sure === undefined) ask(row.number, mapped.heading, name, { kind: 'REFERENCE', likely });
  return sure;
}

/** Whom a row is about: by its id, by a number that only it has, or by its name. */
function identify(
  reader: RowReader,
  row: SheetRow,
  given: readonly Given[],
):
  | {
      readonly id: string;
      readonly isNew: boolean;
      readonly name: string;
      readonly aliases: readonly string[];
    }
  | undefined {
  const { map, onHand, ask, taken } = reader;
  const text = (name: string) => given.find(({ column }) => column.name === name)?.text;
  const written = text(NAME);
  const heading = map.columns.find(({ to }) => typeof to !== 'string' && to.name === NAME)?.heading;
  const unique = given
    .map(({ column, text: value }) => onHand.byUnique(column.name, value))
    .find((id) => id !== undefined);
  const id = text(ID_COLUMN) ?? unique;
  if (written === undefined) {
    if (id !== undefined && onHand.isKnown(id)) return { id, isNew: false, name: id, aliases: [] };
    ask(row.number, undefined, '', { kind: 'NAME_MISSING' });
    return undefined;
  }
  const [name = written, ...former] = namesIn(written);
  if (id !== undefined) return { id, isNew: !onHand.isKnown(id), name, aliases: former };
  const answered = map.names.get(written) ?? map.names.get(name);
  if (answered !== undefined && answered !== NEW)
    return { id: answered, isNew: !onHand.isKnown(answered), name, aliases: former };
  if (answered !== NEW) {
    const [today, ...earlier] = [name, ...former].map((each) => onHand.findName(each, [map.type.name]));
    if (today?.sure !== undefined) return { id: today.sure, isNew: false, name, aliases: former };
    const before = earlier.find(({ sure }) => sure !== undefined)?.sure;
    if (before !== undefined) {
      ask(row.number, heading, written, { kind: 'RENAMED', id: before });
      return { id: before, isNew: false, name, aliases: former };
    }
    const likely = [today, ...earlier].flatMap((each) => each?.likely ?? []);
    if (likely.some(({ judgement }) => judgement.score >= LEAST_ASKED)) {
      ask(row.number, heading, written, { kind: 'NAME_DOUBTFUL', likely });
      return undefined;
    }
  }
  const made = newId(
    map.type.root?.prefix ?? '',
    name,
    text('nameEn'),
    (candidate) => onHand.isKnown(candidate) || taken.has(candidate),
  );
  taken.add(made);
  return { id: made, isNew: true, name, aliases: former };
}

/** A name as written, and the other name in brackets behind it. */
function namesIn(written: string): readonly string[] {
  const folded = splitName(written);
  if (folded.length === 1) return [written];
  const open = Math.max(written.lastIndexOf('（'), written.lastIndexOf('('));
  const [, , other = ''] = /^(.*)[（(][^:：]*[:：]?([^（）()]+)[）)]$/u.exec(written) ?? [];
  return [written.slice(0, open).trim(), other.trim()]
    .sort((a, b) => (a === '' ? 1 : b === '' ? -1 : 0))
    .filter((name) => name !== '');
}

/** Where a column's values are kept: as a property, or as a reference to records of a type. */
function slotOf(
  model: Model,
  type: NodeTypeModel,
  { key, part, form }: Column,
): { readonly property?: PropertyModel | undefined; readonly target?: string | undefined } {
  const relationship = type.relationships.get(key);
  if (form === 'links' || (relationship && part === TO_PART)) return { target: relationship?.target };
  if (relationship)
    return {
      property: [...relationship.stored.properties, ...model.factProperties].find(
        ({ name }) => name === part,
      ),
    };
  const owned = type.owned.get(key);
  const thing = owned && model.nodeTypes.get(owned.type);
  if (thing) return { property: thing.properties.get(part), target: thing.relationships.get(part)?.target };
  return { property: type.properties.get(key) };
}
