/** New names of a list that may be those of records that it no longer has: less alike than names of one record are. */

import { foldText } from '../../model/text/fold-text.ts';
import { placeNames } from '../../questions/resolve/place-names.ts';
import { openTakeApart } from '../../questions/resolve/shape-name.ts';
import { TO_PART } from '../../seeds/csv/read-columns.ts';
import { type OnHand, UNIQUE } from '../on-hand.ts';
import type { ListedRecord } from '../read-row.ts';
import type { HeldFact, HeldFacts } from './held-facts.ts';

/** A record that the list no longer has, and the one that may be it. */
export interface AlikePair {
  readonly gone: string;
  readonly added: ListedRecord;
  /** The characters that the names share and few others have. */
  readonly shared: string;
}

/** A pair with the share of characters that its names have in common. */
type WeighedPair = AlikePair & { readonly likeness: number };

/** Both editions, as far as pairs are looked for. */
export interface ToPair {
  readonly type: string;
  readonly held: HeldFacts;
  readonly onHand: OnHand;
  /** All names of the new edition. */
  readonly listed: readonly ListedRecord[];
  readonly added: readonly ListedRecord[];
  readonly gone: readonly string[];
}

/** The share of the longer name's characters that the other has, too. */
const LEAST_SHARED = 0.5;
/** One character in common is none. */
const LEAST_CHARACTERS = 2;
/** A character of more names than these, and of more than this share of them, distinguishes no firm. */
const FEW_NAMES = 3;
const SHARE_OF_NAMES = 0.05;

/**
 * Pairs whose names share half of their characters, where each is the only best of the other. A pair is none where both
 * have a number and it is another, or both a far end, as a district, and none is the same.
 */
export function alikePairs({ type, held, onHand, listed, added, gone }: ToPair): readonly AlikePair[] {
  const takeApart = openTakeApart(placeNames([]));
  const coreOf = (name: string) => new Set(takeApart(name, type)[0]?.core ?? foldText(name));
  const names = new Map(gone.map((id) => [id, onHand.stated(id, 'name')[0] ?? '']));
  const counts = new Map<string, number>();
  for (const name of [...listed.map((each) => each.name), ...names.values()])
    for (const character of coreOf(name)) counts.set(character, (counts.get(character) ?? 0) + 1);
  const common = Math.max(FEW_NAMES, SHARE_OF_NAMES * listed.length);
  const distinctive = (name: string) =>
    new Set([...coreOf(name)].filter((character) => (counts.get(character) ?? 0) <= common));
  const old = gone.map((id) => ({ id, characters: distinctive(names.get(id) ?? '') }));
  const pairs = added.flatMap((record): readonly WeighedPair[] => {
    const characters = distinctive(record.name);
    return old.flatMap(({ id, characters: before }) => {
      const shared = [...characters].filter((character) => before.has(character));
      const likeness = shared.length / Math.max(characters.size, before.size);
      return shared.length >= LEAST_CHARACTERS &&
        likeness >= LEAST_SHARED &&
        !isOther(record, id, onHand, held.facts.get(id) ?? [])
        ? [{ gone: id, added: record, shared: shared.join(''), likeness }]
        : [];
    });
  });
  const isRival = (one: WeighedPair, other: WeighedPair) =>
    one !== other && (one.added.id === other.added.id || one.gone === other.gone);
  return pairs.filter((pair) =>
    pairs.every((other) => !isRival(pair, other) || other.likeness < pair.likeness),
  );
}

/** Whether what both state of themselves shows that they are two. */
function isOther(record: ListedRecord, id: string, onHand: OnHand, facts: readonly HeldFact[]): boolean {
  const values = (column: string) => record.rows.flatMap((row) => row.get(column)?.split('|') ?? []);
  const otherNumber = UNIQUE.some((property) => {
    const [mine, theirs] = [values(property), onHand.stated(id, property)];
    return mine.length > 0 && theirs.length > 0 && !mine.some((each) => theirs.includes(each));
  });
  const fields = new Set(facts.flatMap(({ field, to }) => (to === undefined ? [] : [field.name])));
  const otherEnd = [...fields].some((name) => {
    const mine = [...values(name), ...values(`${name}.${TO_PART}`)];
    const theirs = facts.flatMap(({ field, to }) => (field.name === name && to !== undefined ? [to] : []));
    return mine.length > 0 && !mine.some((each) => theirs.includes(each));
  });
  return otherNumber || otherEnd;
}
