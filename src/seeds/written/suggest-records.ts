/** Which records a text that is no id may mean. */

import { nearest } from '../../diagnostics/nearest.ts';
import { readingsOf } from '../../model/text/reading.ts';
import { textsAt } from './index-records.ts';
import { MAX_COMPARISONS } from './limits.ts';
import type { SeedRecord } from './list-records.ts';

/** Ids of records of some node types that a text may mean, the likeliest first; at most three. */
export type SuggestRecords = (text: string, types: readonly string[]) => readonly string[];

/** The names by which a record is looked for. */
const NAMES = ['name', 'nameEn', 'aliases'];
const MOST = 3;

/** What can be meant where some node types are wanted. */
interface Candidates {
  readonly bySlug: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** By how names are read, which is worked out for the first text that is no id. */
  readonly byReading: () => ReadonlyMap<string, readonly string[]>;
}

/**
 * Suggestions from all records: by exact name, by slug under another prefix, by spelling. Spelling costs a look at
 * every id, so that with very many ids only the first texts are looked for so.
 */
export function suggestRecords(records: Iterable<SeedRecord>): SuggestRecords {
  const all = [...records];
  const candidatesOf = new Map<string, Candidates>();
  let compared = 0;
  return (text, types) => {
    const key = types.join();
    const candidates = candidatesOf.get(key) ?? collect(all, new Set(types));
    candidatesOf.set(key, candidates);
    const { byName, bySlug } = candidates;
    const exact = byName.get(folded(text)) ?? bySlug.get(slugOf(text)) ?? byName.get(nameIn(text));
    if (exact) return [...exact].sort().slice(0, MOST);
    compared += bySlug.size;
    if (compared > MAX_COMPARISONS) return [];
    return spelledLike(text, candidates);
  };
}

/** Slugs are compared, not ids: a common prefix says nothing. Names are read, too: jichengdianlu is 集成电路. */
function spelledLike(text: string, { bySlug, byName, byReading }: Candidates): readonly string[] {
  const wanted = slugOf(text).toLowerCase();
  const letters = wanted.replaceAll('-', '');
  if (/^[a-z]{4,}$/.test(letters)) {
    const longer = [...bySlug.keys()].filter((slug) => slug.startsWith(`${wanted}-`));
    const ids = [
      ...[...(byReading().get(letters) ?? [])].sort(),
      ...longer.sort().flatMap((slug) => bySlug.get(slug) ?? []),
    ];
    if (ids.length > 0) return [...new Set(ids)].slice(0, MOST);
  }
  const slug = nearest(wanted, bySlug.keys());
  const name = slug === undefined ? nearest(nameIn(text), byName.keys()) : undefined;
  return (bySlug.get(slug ?? '') ?? byName.get(name ?? '') ?? []).slice(0, MOST);
}

function collect(records: readonly SeedRecord[], types: ReadonlySet<string>): Candidates {
  const bySlug = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  for (const { id, type, map } of records) {
    if (id === undefined || !types.has(type.name)) continue;
    append(bySlug, slugOf(id), id);
    const names = NAMES.flatMap((key) => textsAt(map, key).map(({ text }) => folded(text)));
    for (const name of new Set(names)) append(byName, name, id);
  }
  let read: ReadonlyMap<string, readonly string[]> | undefined;
  const byReading = () => {
    read ??= readNames(byName);
    return read;
  };
  return { bySlug, byName, byReading };
}

/** Records by how their names are read, those of Chinese characters alone. */
function readNames(byName: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, string[]>();
  for (const [name, ids] of byName) {
    if (!/^\p{Script=Han}+$/u.test(name)) continue;
    for (const id of ids) append(read, readingsOf(name).join(''), id);
  }
  return read;
}

function append(map: Map<string, string[]>, key: string, id: string): void {
  const same = map.get(key);
  if (same) same.push(id);
  else map.set(key, [id]);
}

/** A name without what width, case and spaces make of it. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The name in a text that may be written as an id is: region:浦东新区. */
function nameIn(text: string): string {
  return folded(text).replace(/^[a-z-]+:/, '');
}

function slugOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
