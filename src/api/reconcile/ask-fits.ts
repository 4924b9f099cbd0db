/** Which candidates are where a query says that they are: in it, around it or across its border. */

import { array, record } from '../../compile/compiled.ts';
import { LIMITS } from '../limits.ts';
import type { AskApi } from '../server-options.ts';
import { askData } from './answered.ts';
import { type FoundBatch, SAME_BUT_WRITTEN } from './ask-batch.ts';
import type { Fits, FoundRecord } from './judge-candidates.ts';
import type { GivenProperty, ReconcileQuery } from './read-queries.ts';

/** Records that are held against one value of a property. */
interface Held {
  readonly property: GivenProperty['property'];
  readonly value: string;
  /** What the value means. */
  readonly meant: readonly string[];
  readonly list: string;
  readonly field: string;
  readonly ids: readonly string[];
}

/** Root fields of one operation, each of which has two aliases. */
const MOST_HELD = Math.floor(LIMITS.aliases / 2);
/** How a record may be where a value says: in it, across its border, or somewhere around it. */
const WAYS = ['isIn', 'touches', 'covers'] as const;

/**
 * Asks where the candidates are that go by the name asked for. Whether a record is in a place follows rules, which the API
 * knows; this only asks it.
 * @returns undefined where the facts changed between the answers
 */
export async function askFits(
  queries: readonly ReconcileQuery[],
  { revision, records, meant }: FoundBatch,
  ask: AskApi,
): Promise<Fits | undefined> {
  const held = heldOf(queries, records, meant);
  const known = new Map<string, boolean>();
  for (const some of inOperations(held)) {
    const answered = await askData(ask, operationOf(some), variablesOf(some));
    if (answered.revision !== revision) return undefined;
    some.forEach(({ property, value, field }, index) => {
      for (const raw of array(record(answered.data[`h${index}`]).nodes)) {
        const { id, fits, [field]: all } = record(raw);
        // A record that is nowhere on record may be anywhere.
        if (countOf(all) > 0) known.set(keyOf(property.id, value, String(id)), countOf(fits) > 0);
      }
    });
  }
  return (each, { property, values }) => {
    const all = values.map((value) =>
      property.kind === 'CODE'
        ? sameCode(each.codes[property.id], value)
        : known.get(keyOf(property.id, value, each.id)),
    );
    // Of several values one is enough; where one is not known, the others do not say that it is another.
    if (all.includes(true)) return true;
    return all.includes(undefined) ? undefined : false;
  };
}

function sameCode(own: string | undefined, value: string): boolean | undefined {
  return own === undefined ? undefined : own === value.toUpperCase();
}

function keyOf(property: string, value: string, id: string): string {
  return [property, value, id].join('\0');
}

function countOf(connection: unknown): number {
  return Number(record(connection).nodeCount);
}

function heldOf(
  queries: readonly ReconcileQuery[],
  records: FoundBatch['records'],
  meant: FoundBatch['meant'],
): readonly Held[] {
  const all = new Map<string, Omit<Held, 'ids'> & { readonly ids: Set<string> }>();
  queries.forEach(({ properties }, index) => {
    for (const { property, values } of properties) {
      if (property.kind !== 'PLACED') continue;
      for (const value of values) {
        const ids = meant(property, value);
        if (!ids) continue;
        for (const { type, field } of property.placed) {
          const key = keyOf(property.id, value, type.id);
          const held = all.get(key) ?? {
            ...{ property, value, meant: ids, list: type.list, field, ids: new Set() },
          };
          for (const each of (records[index] ?? []).filter((one) => one.type.id === type.id && isLikely(one)))
            held.ids.add(each.id);
          if (held.ids.size > 0) all.set(key, held);
        }
      }
    }
  });
  return [...all.values()].flatMap(({ ids, ...held }) =>
    inParts([...ids]).map((part) => ({ ...held, ids: part })),
  );
}

/** Whether a record may be the one: of the others, it does not matter where they are. */
function isLikely({ score }: FoundRecord): boolean {
  return score === undefined || score >= SAME_BUT_WRITTEN;
}

/** As many ids as a page may have. */
function inParts(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / LIMITS.first) }, (_, part) =>
    ids.slice(part * LIMITS.first, (part + 1) * LIMITS.first),
  );
}

/** As many as one operation may hold, with a condition for each id list and for each way to each place. */
function inOperations(held: readonly Held[]): readonly (readonly Held[])[] {
  const operations: Held[][] = [];
  let conditions = 0;
  for (const each of held) {
    const own = 1 + WAYS.length * each.meant.length;
    const last = operations.at(-1);
    if (last && last.length < MOST_HELD && conditions + own <= LIMITS.conditions) {
      last.push(each);
      conditions += own;
    } else {
      operations.push([each]);
      conditions = own;
    }
  }
  return operations;
}

function operationOf(held: readonly Held[]): string {
  const declared = held.flatMap(({ meant }, index) => [
    `$h${index}: [ID!]!`,
    ...meant.map((_, at) => `$h${index}m${at}: ID!`),
  ]);
  const roots = held.map(({ list, field, meant }, index) => {
    const around = meant.flatMap((_, at) => WAYS.map((how) => `{ ${how}: $h${index}m${at} }`));
    return `h${index}: ${list}(where: { id: { in: $h${index} } }, first: ${LIMITS.first}) { nodes { id ${field}(first: 1) { nodeCount } fits: ${field}(first: 1, where: { or: [${around.join(' ')}] }) { nodeCount } } }`;
  });
  return `query (${declared.join(', ')}) { graph { revision } ${roots.join(' ')} }`;
}

function variablesOf(held: readonly Held[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    held.flatMap(({ ids, meant }, index) => [
      [`h${index}`, ids],
      ...meant.map((id, at) => [`h${index}m${at}`, id]),
    ]),
  );
}
