/** A cell of a list → what it says by the map: a value, ids of records, or a question. */

import { concreteTypes, type Model, type NodeTypeModel, type PropertyModel } from '../model/model.ts';
import { type Column, TO_PART } from '../seeds/csv/read-columns.ts';
import { cleanValue, saysNothing } from './clean-value.ts';
import type { OnHand } from './on-hand.ts';
import type { Doubt } from './question.ts';
import type { Constant, ListMap, MappedColumn } from './read-map.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** Leaves a question open, at a row and a column where it is about one. */
export type Ask = (row: number | undefined, heading: string | undefined, text: string, about: Doubt) => void;

/** What reading a row is given. */
export interface RowReader {
  readonly model: Model;
  readonly map: ListMap;
  readonly at: ReadonlyMap<MappedColumn, number>;
  readonly onHand: OnHand;
  readonly ask: Ask;
  /** Ids given to new records. */
  readonly taken: Set<string>;
}

/** A value of a row, and the column that it goes to. */
export interface Given {
  readonly heading: string;
  readonly column: Column;
  readonly text: string;
  /** The constants of its own, where its column describes a record by itself. */
  readonly alone: readonly Constant[] | undefined;
}

/** What a cell says; nothing where it is empty or asked. */
export function readCell(reader: RowReader, mapped: MappedColumn, row: SheetRow): readonly Given[] {
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
