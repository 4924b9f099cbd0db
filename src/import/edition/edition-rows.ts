/** The rows of a new edition as they are proposed: facts that go on keep their start, and those that end have a row. */

import { datesAgree, dayText } from '../../model/day.ts';
import type { Model, PropertyModel } from '../../model/model.ts';
import { ID_COLUMN, LOCATOR_COLUMN, SOURCE_COLUMN, TO_PART } from '../../seeds/csv/read-columns.ts';
import type { ListMap } from '../read-map.ts';
import type { ListedRecord } from '../read-row.ts';
import { type HeldFact, type HeldFacts, holdsBeyond, VALID_FROM, VALID_TO } from './held-facts.ts';

type Row = ReadonlyMap<string, string>;

/**
 * The fields that a place in the list gives: what the map states of every row by itself, as the title, and not what each
 * row says, as the address. Undefined where the map states no such thing.
 */
export function fieldsOfList(model: Model, { type, always }: ListMap): ReadonlySet<string> | undefined {
  const fields = always
    .filter(({ column: { form, key, part } }) => {
      if (type.relationships.has(key)) return form === 'links' || part === TO_PART;
      const owned = model.nodeTypes.get(type.owned.get(key)?.type ?? '');
      return owned?.properties.has(VALID_TO) && part !== VALID_FROM && part !== VALID_TO;
    })
    .map(({ column }) => column.key);
  return fields.length === 0 ? undefined : new Set(fields);
}

/** A record of a whole list: what the old edition states of it goes on, with the start and end that are recorded. */
export function continueFacts(
  model: Model,
  record: ListedRecord,
  held: HeldFacts,
  lastDay: number,
): ListedRecord {
  const open = (held.facts.get(record.id) ?? []).filter((fact) => fact.canEnd && holdsBeyond(fact, lastDay));
  const rows = record.rows.map((row) =>
    open.reduce((changed, fact) => (isSame(model, fact, row) ? withDates(changed, fact) : changed), row),
  );
  return { ...record, rows };
}

/** Whether a row states a fact, whenever that began; one that has another end by itself is another. */
function isSame(model: Model, fact: HeldFact, row: Row): boolean {
  const { field, properties, to } = fact;
  const cell = (part: string) => row.get(`${field.name}.${part}`);
  const end = cell(VALID_TO);
  if (end !== undefined && !datesAgree(end, String(properties[VALID_TO] ?? end))) return false;
  const keys = propertiesOf(model, fact).filter(({ key, name }) => key && name !== VALID_FROM);
  return (
    cell(TO_PART) === to &&
    (to !== undefined || keys.some(({ name }) => cell(name) !== undefined)) &&
    keys.every(({ name }) => (cell(name) ?? '') === String(properties[name] ?? ''))
  );
}

function withDates(row: Row, { field, properties }: HeldFact): Row {
  const changed = new Map(row);
  for (const name of [VALID_FROM, VALID_TO]) {
    const column = `${field.name}.${name}`;
    if (properties[name] === undefined) changed.delete(column);
    else changed.set(column, String(properties[name]));
  }
  return changed;
}

/** The row with which a new edition ends a fact. */
export function endingRow(
  model: Model,
  fact: HeldFact,
  lastDay: number,
  evidence: { readonly source: string; readonly locator: string },
): Row {
  const { owner, field, to, properties } = fact;
  const said = propertiesOf(model, fact).filter(({ name, key, required, default: usual }) => {
    const value = properties[name];
    const isSaid =
      key || (required && usual === undefined) || (usual !== undefined && String(value) !== usual);
    return name !== VALID_TO && value !== undefined && isSaid;
  });
  return new Map([
    [ID_COLUMN, owner],
    ...(to === undefined ? [] : [[`${field.name}.${TO_PART}`, to] as const]),
    ...said.map(({ name }) => [`${field.name}.${name}`, String(properties[name])] as const),
    [`${field.name}.${VALID_TO}`, dayText(lastDay)],
    [SOURCE_COLUMN, evidence.source],
    [LOCATOR_COLUMN, evidence.locator],
  ]);
}

function propertiesOf(model: Model, { field }: HeldFact): readonly PropertyModel[] {
  if ('target' in field) return [...field.stored.properties, ...model.factProperties];
  return [...(model.nodeTypes.get(field.type)?.properties.values() ?? [])];
}
