/** A row of a list → its rows of the seed table, with what it says of the record and beside it. */

import type { NodeTypeModel } from '../model/model.ts';
import { type Column, ID_COLUMN, LOCATOR_COLUMN, SOURCE_COLUMN, TO_PART } from '../seeds/csv/read-columns.ts';
import { identify, NAME } from './identify-row.ts';
import { type Given, type RowReader, readCell } from './read-cell.ts';
import type { Constant } from './read-map.ts';
import type { SheetRow } from './sheet.ts';

const ALIASES = 'aliases';

/** A record that a row of the list is about. */
export interface ListedRecord {
  readonly id: string;
  readonly isNew: boolean;
  readonly name: string;
  /** Names that the list gives it beside: 原名. */
  readonly formerNames: readonly string[];
  /** Whether the record is on hand, and not by this name. */
  readonly otherName: boolean;
  /** Where the list has it: 序号37. */
  readonly locator: string;
  /** The row of the list. */
  readonly row: number;
  /** Its rows of the seed table: texts by column. */
  readonly rows: readonly ReadonlyMap<string, string>[];
}

/** Reads a row; undefined where its record is in doubt. */
export function readRow(reader: RowReader, row: SheetRow, locator: string): ListedRecord | undefined {
  const { map, onHand, ask } = reader;
  const given = map.columns.flatMap((mapped) => readCell(reader, mapped, row));
  const identity = identify(reader, row, given);
  if (!identity) return undefined;
  const { id, isNew, name, aliases, otherName } = identity;
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
    otherName,
    locator,
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
