/** Values that can be read and are hardly meant: a share of 0.085 %, a year 2204, a page read tomorrow. */

import type { Fault } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/fault.ts';
import { plausibleFaults } from '../../diagnostics/plausible-messages.ts';
import type { DatasetNode, Properties } from '../../model/dataset.ts';
import { firstDay, todayIn } from '../../model/day.ts';
import { type Limits, type Model, type PropertyModel, STATED_VALUE } from '../../model/model.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import type { Alternative } from '../../model/words/criterion-sentence.ts';
import { CHECKED_ON } from '../records/read-evidence.ts';
import type { Facts } from '../records/reading.ts';
import { amountOf } from '../values/read-money.ts';
import type { SeedRecord } from '../written/list-records.ts';
import type { Report } from '../written/report.ts';
import { spanFinder } from '../written/span-finder.ts';
import type { Written, WrittenText } from '../written/written.ts';

const DATES = ['date', 'coarseDate', 'period'];
const NUMBERS = ['int', 'decimal', 'money'];
const YEAR = /(?<![\d-])\d{4}/g;

/** A value that the model has limits for. */
interface Limited {
  /** What it counts, or the property that it is of. */
  readonly what: string;
  readonly value: string;
  readonly isDate: boolean;
  readonly unit: string | undefined;
  readonly limits: Limits;
  /** The property that it is written at. */
  readonly at: string;
}

/**
 * Warns of values beyond what the model calls usual.
 * @param timeZone where it is decided what day today is
 */
export function checkPlausible(
  model: Model,
  records: readonly SeedRecord[],
  { nodes, relationships }: Facts,
  timeZone: string | undefined,
  report: Report,
): void {
  const today = todayIn(timeZone ?? 'UTC');
  const byId = new Map(nodes.map(({ value }) => [value.id, value]));
  const spanOf = spanFinder(records);
  const stated = new Set(nodes.map(({ value }) => `${ownerId(value.id)}\0${value.properties.property}`));
  for (const { value: node, span } of nodes) {
    for (const limited of limitedIn(model, byId, node)) {
      // Of a property in its long form each stated value is judged by itself.
      if (stated.has(`${node.id}\0${limited.at}`)) continue;
      const fault = doubtOf(limited, today);
      if (fault) report(spanOf(node.id, span, limited.at), fault);
    }
  }
  for (const { value, span } of relationships) {
    const models = [...(model.stored.get(value.type)?.properties ?? []), ...model.factProperties];
    for (const limited of models.flatMap((property) => limitedOf(property, value.properties))) {
      const fault = doubtOf(limited, today);
      if (fault) report(span, fault);
    }
  }
  for (const { map } of records) {
    for (const { text, span } of checksIn(map))
      if (isLater(text, today)) report(span, plausibleFaults.later(quote(CHECKED_ON), text));
  }
}

/** The days on which evidence in a record was checked, as written. */
function checksIn(written: Written): readonly WrittenText[] {
  if (written.form === 'list') return written.items.flatMap(checksIn);
  if (written.form !== 'map') return [];
  return written.entries.flatMap(({ key, value }) =>
    key.text === CHECKED_ON && value.form === 'text' ? [value] : checksIn(value),
  );
}

function isLater(day: string, today: string): boolean {
  const [first, now] = [firstDay(day), firstDay(today)];
  return first !== undefined && now !== undefined && first > now;
}

/** The limited values of a node. */
function limitedIn(
  model: Model,
  byId: ReadonlyMap<string, DatasetNode>,
  { id, type, properties }: DatasetNode,
): readonly Limited[] {
  if (type === STATED_VALUE) {
    const owner = byId.get(ownerId(id));
    const property = owner && model.nodeTypes.get(owner.type)?.properties.get(String(properties.property));
    const stated = property && { [property.name]: properties.value ?? '' };
    return property && stated ? limitedOf(property, stated).map((each) => ({ ...each, at: 'value' })) : [];
  }
  const models = [...(model.nodeTypes.get(type)?.properties.values() ?? [])];
  const figure = models.find((property) => property.figure)?.name;
  return models.flatMap((property) => [
    ...limitedOf(property, properties),
    ...(figure === undefined ? [] : countedBy(property, properties, figure)),
    ...conditionsOf(property, properties),
  ]);
}

function limitedOf({ name, valueKind, limits }: PropertyModel, properties: Properties): readonly Limited[] {
  const value = properties[name];
  const isDate = DATES.includes(valueKind);
  if (!limits || value === undefined || !(isDate || NUMBERS.includes(valueKind))) return [];
  const number = valueKind === 'money' ? amountOf(String(value)) : String(value);
  return [{ what: name, value: number, isDate, unit: undefined, limits, at: name }];
}

/** The figure whose kind of number a value of an enum says. */
function countedBy(
  { name, valueLimits, units }: PropertyModel,
  properties: Properties,
  figure: string,
): readonly Limited[] {
  const what = String(properties[name]);
  const limits = valueLimits.get(what);
  const value = properties[figure];
  if (!limits || value === undefined) return [];
  return [{ what, value: String(value), isDate: false, unit: units.get(what), limits, at: figure }];
}

/** The numbers that conditions hold against. */
function conditionsOf(property: PropertyModel, properties: Properties): readonly Limited[] {
  const [conditions] = property.parts;
  const json = properties[property.name];
  if (!conditions || json === undefined) return [];
  const alternatives = JSON.parse(String(json)) as readonly Alternative[];
  const tests = alternatives.flatMap((each) => each.conditions);
  return conditions.parts.flatMap((part) =>
    tests.flatMap(({ attribute, values }) =>
      values.flatMap((value) => countedBy(part, { [part.name]: attribute, value }, 'value')),
    ),
  );
}

/** Why a value is hardly meant; undefined where it is a usual one. */
function doubtOf({ what, value, isDate, unit, limits }: Limited, today: string): Fault | undefined {
  const { usualLeast, usualMost, past } = limits;
  if (past && isLater(value, today)) return plausibleFaults.later(quote(what), value);
  for (const number of isDate ? (value.match(YEAR) ?? []).map(Number) : [Number(value)]) {
    if (usualLeast !== undefined && number < usualLeast && number !== 0) {
      return isDate
        ? plausibleFaults.early(quote(what), value, usualLeast)
        : plausibleFaults.less(quote(what), value, usualLeast, unit);
    }
    if (usualMost !== undefined && number > usualMost) {
      return isDate
        ? plausibleFaults.late(quote(what), value, usualMost)
        : plausibleFaults.more(quote(what), value, usualMost, unit);
    }
  }
  return undefined;
}
