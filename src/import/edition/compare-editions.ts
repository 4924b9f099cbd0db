/** Two editions of a list compared: which records are new, gone, renamed or moved, and which facts end. */

import { concreteTypes, type Model } from '../../model/model.ts';
import { figureOf } from '../../seeds/values/figure-keys.ts';
import type { Extent } from '../read-map.ts';
import type { ListedRecord } from '../read-row.ts';
import { type HeldFact, type HeldFacts, holdsBeyond } from './held-facts.ts';

/** A record in both editions, with facts that give way to others. */
export interface ChangedRecord {
  readonly record: ListedRecord;
  readonly before: readonly HeldFact[];
  readonly after: readonly HeldFact[];
}

/** A record that the new edition no longer lists. */
export interface RemovedRecord {
  readonly id: string;
  readonly ended: readonly HeldFact[];
  readonly kept: readonly HeldFact[];
}

/** What is different in a new edition. */
export interface EditionChanges {
  /** How many records the old edition has. */
  readonly members: number;
  readonly added: readonly ListedRecord[];
  readonly removed: readonly RemovedRecord[];
  /** Records that the new edition lists by another name. */
  readonly renamed: readonly ListedRecord[];
  readonly moved: readonly ChangedRecord[];
  readonly figures: readonly ChangedRecord[];
  /** Records with other facts that give way to others. */
  readonly changed: readonly ChangedRecord[];
  /** How many records are in both editions without a difference. */
  readonly unchanged: number;
  /** The facts that end, in all. */
  readonly ended: readonly HeldFact[];
  /** Facts of removed records, and former ones of changed records, that another source states, too. */
  readonly kept: readonly HeldFact[];
}

/** Two editions. */
export interface Editions {
  /** What the old edition states. */
  readonly held: HeldFacts;
  /** What the new one states. */
  readonly stated: HeldFacts;
  /** The rows of the new one. */
  readonly listed: readonly ListedRecord[];
  /** Records that rows in doubt may be about: they are not removed. */
  readonly inDoubt: ReadonlySet<string>;
  readonly extent: Extent;
  /** The fields that end with a place in the list; undefined: all that can end. */
  readonly ending: ReadonlySet<string> | undefined;
  /** The last day before the new edition; undefined where that is not known, and nothing ends. */
  readonly lastDay: number | undefined;
  /** Whether a source is the old edition, or one before it. */
  readonly isOld: (source: string) => boolean;
}

/** Compares two editions of a list. */
export function compareEditions(model: Model, editions: Editions): EditionChanges {
  const { held, stated, listed, inDoubt, extent, ending, lastDay, isOld } = editions;
  const members = membersOf(held, ending, lastDay);
  const present = new Set(listed.map(({ id }) => id));
  const isWhole = extent === 'WHOLE' && lastDay !== undefined;
  const removed = isWhole
    ? [...members]
        .filter((id) => !present.has(id) && !inDoubt.has(id))
        .map((id): RemovedRecord => {
          const open = (held.facts.get(id) ?? []).filter((fact) => canEnd(fact, ending));
          const facts = open.filter((fact) => holdsBeyond(fact, lastDay));
          return { id, ...endOf(facts, isOld) };
        })
    : [];
  const both = listed.filter(({ id }) => members.has(id));
  const changes = both.map((record) => changesOf(model, record, held, stated, lastDay));
  const replaced = isWhole ? changes.flatMap(({ moved, changed }) => [...moved, ...changed]) : [];
  const former = endOf(
    replaced.flatMap(({ before }) => before),
    isOld,
  );
  return {
    members: members.size,
    added: listed.filter(({ id }) => !members.has(id)),
    removed,
    renamed: listed.filter(({ otherName }) => otherName),
    moved: changes.flatMap(({ moved }) => moved),
    figures: changes.flatMap(({ figures }) => figures),
    changed: changes.flatMap(({ changed }) => changed),
    unchanged: changes.filter(
      ({ record, moved, figures, changed }) =>
        !record.otherName && moved.length + figures.length + changed.length === 0,
    ).length,
    ended: [...removed.flatMap(({ ended }) => ended), ...former.ended],
    kept: [...removed.flatMap(({ kept }) => kept), ...former.kept],
  };
}

/** The records of an edition: those whose place in it holds, or that it states without anything that can end. */
export function membersOf(
  { facts, records }: HeldFacts,
  ending: ReadonlySet<string> | undefined,
  lastDay: number | undefined,
): ReadonlySet<string> {
  return new Set(
    [...new Set([...records, ...facts.keys()])].filter((id) => {
      const own = (facts.get(id) ?? []).filter((fact) => canEnd(fact, ending));
      return own.length === 0
        ? ending === undefined
        : own.some((fact) => lastDay === undefined || holdsBeyond(fact, lastDay));
    }),
  );
}

function canEnd(fact: HeldFact, ending: ReadonlySet<string> | undefined): boolean {
  return fact.canEnd && (ending === undefined || ending.has(fact.field.name));
}

/** Which facts end, and which another source states beside the editions. */
function endOf(
  facts: readonly HeldFact[],
  isOld: (source: string) => boolean,
): { readonly ended: readonly HeldFact[]; readonly kept: readonly HeldFact[] } {
  const isKept = ({ evidence }: HeldFact) => evidence.some(({ source }) => !isOld(source));
  return { ended: facts.filter((fact) => !isKept(fact)), kept: facts.filter(isKept) };
}

interface RecordChanges {
  readonly record: ListedRecord;
  readonly moved: readonly ChangedRecord[];
  readonly figures: readonly ChangedRecord[];
  readonly changed: readonly ChangedRecord[];
}

/** What is different about a record of both editions. A field of which the new one says nothing is not different. */
function changesOf(
  model: Model,
  record: ListedRecord,
  held: HeldFacts,
  stated: HeldFacts,
  lastDay: number | undefined,
): RecordChanges {
  const now = stated.facts.get(record.id) ?? [];
  const nowIn = bySlot(now);
  const before = (held.facts.get(record.id) ?? []).filter(
    (fact) => fact.canEnd && (lastDay === undefined || holdsBeyond(fact, lastDay)),
  );
  const gone = before.filter(({ slot, sense }) => {
    const others = nowIn.get(slot) ?? [];
    return others.length > 0 && !others.some((fact) => fact.sense === sense);
  });
  const known = new Set(before.map(({ sense }) => sense));
  const replaced = [...bySlot(gone)].map(([slot, facts]) => ({
    record,
    before: facts,
    after: (nowIn.get(slot) ?? []).filter(({ sense }) => !known.has(sense)),
  }));
  const isMove = ({ before: [fact] }: ChangedRecord) => fact !== undefined && isOfPlaces(model, fact);
  const figures = now.flatMap((fact): readonly ChangedRecord[] => {
    const earlier = (held.facts.get(record.id) ?? []).filter(({ sense }) => sense === fact.sense);
    const last = earlier.sort((a, b) => (periodOf(model, a) < periodOf(model, b) ? 1 : -1))[0];
    const isOther = last !== undefined && figureText(model, last) !== figureText(model, fact);
    return isOther ? [{ record, before: [last], after: [fact] }] : [];
  });
  return {
    ...{ record, figures },
    moved: replaced.filter(isMove),
    changed: replaced.filter((each) => !isMove(each)),
  };
}

function bySlot(facts: readonly HeldFact[]): ReadonlyMap<string, readonly HeldFact[]> {
  const slots = new Map<string, HeldFact[]>();
  for (const fact of facts) {
    const same = slots.get(fact.slot);
    if (same) same.push(fact);
    else slots.set(fact.slot, [fact]);
  }
  return slots;
}

/** Whether a fact says where its record is. */
function isOfPlaces(model: Model, { field }: HeldFact): boolean {
  return (
    'target' in field && concreteTypes(model, 'Place').includes(concreteTypes(model, field.target)[0] ?? '')
  );
}

/** The number of a figure; undefined for every other fact. */
function figureText(model: Model, { field, properties }: HeldFact): string | undefined {
  const type = 'target' in field ? undefined : model.nodeTypes.get(field.type);
  const figure = type && figureOf(type);
  return figure && JSON.stringify([properties[figure.name], properties.bound]);
}

function periodOf(model: Model, { field, properties }: HeldFact): string {
  const type = 'target' in field ? undefined : model.nodeTypes.get(field.type);
  const period = [...(type?.properties.values() ?? [])].find(({ valueKind }) => valueKind === 'period');
  return String((period && properties[period.name]) ?? '');
}
