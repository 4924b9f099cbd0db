/** Tables that add facts to records of other files: a list of titles need not repeat whom it is about. */

import { isTable } from '../written/is-table.ts';
import type { SeedRecord } from '../written/list-records.ts';
import { entryOf, type Written, type WrittenEntry, type WrittenMap } from '../written/written.ts';

const ID = 'id';
const EVIDENCE = 'evidence';

/**
 * The records of all files, each once: what tables say of a record without stating any property of its own is joined to
 * it, each fact with the evidence of its table. Where no other file has the record, it is left as it is.
 */
export function joinContinued(records: readonly SeedRecord[]): readonly SeedRecord[] {
  const parts = new Map<string, SeedRecord[]>();
  for (const record of records) {
    if (!continues(record)) continue;
    const key = keyOf(record);
    const same = parts.get(key);
    if (same) same.push(record);
    else parts.set(key, [record]);
  }
  if (parts.size === 0) return records;
  const joined = new Set<string>();
  const whole = records.map((record) => {
    const more = continues(record) || joined.has(keyOf(record)) ? undefined : parts.get(keyOf(record));
    if (!more) return record;
    joined.add(keyOf(record));
    return more.reduce(join, record);
  });
  return whole.filter((record) => !(continues(record) && joined.has(keyOf(record))));
}

function keyOf({ type, id = '' }: SeedRecord): string {
  return `${type.name}\0${id}`;
}

/** Whether a table only adds to a record: it has relationships and owned records, and no property. */
function continues({ type, map, id }: SeedRecord): boolean {
  if (id === undefined || !isTable(map.span.source.file)) return false;
  const keys = map.entries.map(({ key }) => key.text).filter((key) => key !== ID && key !== EVIDENCE);
  return keys.length > 0 && keys.every((key) => type.relationships.has(key) || type.owned.has(key));
}

function join(record: SeedRecord, part: SeedRecord): SeedRecord {
  const evidence = entryOf(part.map, EVIDENCE);
  const added = new Map(
    part.map.entries
      .filter(({ key }) => key.text !== ID && key.text !== EVIDENCE)
      .map(
        (entry) =>
          [
            entry.key.text,
            { ...entry, items: itemsOf(entry.value).map((item) => withEvidence(item, evidence)) },
          ] as const,
      ),
  );
  const entries = record.map.entries.map((entry): WrittenEntry => {
    const more = added.get(entry.key.text);
    added.delete(entry.key.text);
    return more
      ? {
          ...entry,
          value: { form: 'list', items: [...itemsOf(entry.value), ...more.items], span: entry.value.span },
        }
      : entry;
  });
  const rest = [...added.values()].map(
    ({ key, value, items }): WrittenEntry => ({ key, value: { form: 'list', items, span: value.span } }),
  );
  return {
    ...record,
    map: { ...record.map, entries: [...entries, ...rest] },
    broken: record.broken || part.broken,
  };
}

function itemsOf(value: Written): readonly Written[] {
  return value.form === 'list' ? value.items : [value];
}

/** A fact with the evidence of its own table, not that of the record that it is joined to. */
function withEvidence(item: Written, evidence: WrittenEntry | undefined): Written {
  if (!evidence || item.form !== 'map' || entryOf(item, EVIDENCE)) return item;
  const map: WrittenMap = item;
  return { ...map, entries: [...map.entries, evidence] };
}
