/** All records by id, former id and name, so that any file can refer to any other. */

import type { Fault } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { expected, thisOne } from '../../diagnostics/phrases.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Model } from '../../model/model.ts';
import { readingsOf } from '../../model/text/reading.ts';
import { MAX_ID } from './limits.ts';
import type { SeedRecord } from './list-records.ts';
import { placeOf, type Report, reportForm } from './report.ts';
import { entryOf, type Span, type Written, type WrittenMap, type WrittenText } from './written.ts';

/** The property that keeps old ids answering. */
export const FORMER_IDS = 'formerIds';

/** A record as others see it. */
interface KnownRecord {
  readonly id: string;
  readonly type: string;
  readonly record: SeedRecord;
  readonly span: Span;
}

/** The records of all files. */
export interface RecordIndex {
  /** The record of an id, or of a former id. */
  readonly find: (id: string) => KnownRecord | undefined;
  /** The records that own their id: of two with one id, the first. */
  readonly owners: ReadonlySet<SeedRecord>;
}

/** What follows the colon of an id. */
export const SLUG = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const SLUG_FORM = new RegExp(`^${SLUG}$`);

/** Indexes records and reports ids that are missing, malformed or taken. */
export function indexRecords(model: Model, records: readonly SeedRecord[], report: Report): RecordIndex {
  const known = new Map<string, KnownRecord>();
  const owners = new Set<SeedRecord>();
  const take = (id: string, record: KnownRecord, span: Span): boolean => {
    const taken = known.get(id);
    const isOwn = taken?.record === record.record;
    if (isOwn) report(span, id === record.id ? recordFaults.formerIdOwn(id) : recordFaults.formerIdTwice(id));
    // A file with a conflict has both versions of a record.
    else if (taken && !record.record.broken)
      report(span, recordFaults.idTwice(id, placeOf(taken.span), comparisonOf(taken, record)));
    else known.set(id, { ...record, span });
    return taken === undefined;
  };
  for (const record of records) {
    if (record.id === undefined) {
      if (!record.broken) reportNoId(record, report);
      continue;
    }
    const { id, idSpan: span, type } = record;
    if (!record.broken) checkId(id, type.root?.prefix ?? '', span, report);
    if (take(id, { id, type: type.name, record, span }, span)) owners.add(record);
  }
  const prefixes = [...model.nodeTypes.values()].flatMap((type) => type.root?.prefix ?? []);
  for (const record of owners) {
    for (const former of textsAt(record.map, FORMER_IDS)) {
      const prefix =
        prefixes.find((each) => former.text.startsWith(`${each}:`)) ?? record.type.root?.prefix ?? '';
      checkId(former.text, prefix, former.span, report);
      const known = { id: record.id ?? '', type: record.type.name, record, span: record.idSpan };
      take(former.text, known, former.span);
    }
  }
  return { find: (id) => known.get(id), owners };
}

/** How two records of one id differ: what a person decides who joins two branches. */
function comparisonOf(one: KnownRecord, other: KnownRecord): Text | undefined {
  // A former id of another record is no second version of it.
  if (one.id !== other.id || one.type !== other.type) return undefined;
  const [first, second] = [one, other].map(({ record }) => textsByKey(record.map));
  const keys = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])];
  const differing = keys.filter((key) => first?.get(key) !== second?.get(key));
  return differing.length === 0
    ? { en: 'both say the same: delete one of them', zh: '两处内容相同：请删除其一' }
    : {
        en: `they differ in ${differing.map(quote).join(', ')}: keep one record with what is right of both, or give this one another id`,
        zh: `两处的 ${differing.map(quote).join('、')} 不同：请合并为一条记录，保留正确的内容，或为这一条另取 id`,
      };
}

function textsByKey(map: WrittenMap): ReadonlyMap<string, string> {
  return new Map(map.entries.map(({ key, value }) => [key.text, plainForm(value)]));
}

/** What is written, without where. */
function plainForm(written: Written): string {
  if (written.form === 'list') return JSON.stringify(written.items.map(plainForm));
  if (written.form === 'map')
    return JSON.stringify(written.entries.map(({ key, value }) => [key.text, plainForm(value)]).sort());
  return written.text;
}

function reportNoId({ type, map, idSpan }: SeedRecord, report: Report): void {
  const written = entryOf(map, 'id')?.value;
  if (!written) report(idSpan, recordFaults.keyMissing('id', thisOne(type.name)));
  else reportForm(report, written, '`id`', expected.text);
}

function checkId(id: string, prefix: string, span: Span, report: Report): void {
  const fault = faultOfId(id, prefix);
  if (fault) report(span, fault);
}

/** What is wrong with the form of an id; undefined where nothing is. */
export function faultOfId(id: string, prefix: string): Fault | undefined {
  if (id.startsWith(`${prefix}:`) && SLUG_FORM.test(id.slice(prefix.length + 1))) {
    return id.length > MAX_ID ? recordFaults.idTooLong(id, MAX_ID) : undefined;
  }
  const folded = id.normalize('NFKC');
  // Characters are read, so that firm:蓝帆 is shown the way to firm:lan-fan.
  const slug = readingsOf(folded.slice(folded.indexOf(':') + 1, MAX_ID))
    .join(/\p{Script=Han}/u.test(folded) ? ' ' : '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return recordFaults.idFormat(id, prefix, slug === '' ? undefined : `${prefix}:${slug}`);
}

/** The texts written at a key, one or a list. */
export function textsAt(map: WrittenMap, key: string): readonly WrittenText[] {
  const value: Written | undefined = entryOf(map, key)?.value;
  const items = value?.form === 'list' ? value.items : value ? [value] : [];
  return items.filter((item) => item.form === 'text');
}
