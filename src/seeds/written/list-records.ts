/** The records of a file, by type key, with the file's defaults; nothing is looked into yet. */

import { fileFaults } from '../../diagnostics/file-messages.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { expected, form } from '../../diagnostics/phrases.ts';
import type { Model, NodeTypeModel } from '../../model/model.ts';
import { isKey } from './check-keys.ts';
import { isTable } from './is-table.ts';
import { type Report, reportForm } from './report.ts';
import {
  countUpTo,
  entryOf,
  type ParsedFile,
  positionOf,
  type Span,
  type Written,
  type WrittenEntry,
  type WrittenMap,
} from './written.ts';

/** A record as written. */
export interface SeedRecord {
  readonly type: NodeTypeModel;
  readonly map: WrittenMap;
  /** Its id as written, valid or not; undefined where it has none. */
  readonly id: string | undefined;
  readonly idSpan: Span;
  /** Evidence of the file's `defaults:`. */
  readonly defaultEvidence: Written | undefined;
  /** It has a fault of syntax inside: what it lacks or has too many of may follow from that. */
  readonly broken: boolean;
}

/** What a file holds. */
export interface ListedFile {
  readonly dataset: WrittenEntry | undefined;
  readonly defaultEvidence: Written | undefined;
  readonly records: readonly SeedRecord[];
}

const ID = 'id';
/** The key of what the dataset says of itself. */
export const DATASET = 'dataset';
/** The key of what holds for all records of a file. */
export const DEFAULTS = 'defaults';

/** The node types by their key in seed files, those without a root list in the API included. */
export function typesByKey(model: Model): ReadonlyMap<string, NodeTypeModel> {
  const types = [...model.nodeTypes.values()];
  return new Map(types.flatMap((type) => (type.root ? [[type.root.list, type] as const] : [])));
}

/** The records, defaults and dataset entry of a parsed file. */
export function listRecords(
  types: ReadonlyMap<string, NodeTypeModel>,
  { written, broken, doubtfulFrom }: ParsedFile,
  report: Report,
): ListedFile {
  const careful: Report = (span, fault) => {
    if (span.start < doubtfulFrom) report(span, fault);
  };
  const nothing: ListedFile = { dataset: undefined, defaultEvidence: undefined, records: [] };
  if (!written) return nothing;
  if (written.form !== 'map') {
    careful(written.span, fileFaults.notAMap());
    return nothing;
  }
  const entries = new Map(written.entries.map((entry) => [entry.key.text, entry]));
  const defaults = defaultsOf(entries.get(DEFAULTS), careful);
  const defaultEvidence = defaults?.entries.find((entry) => entry.key.text === 'evidence')?.value;
  const records: SeedRecord[] = [];
  for (const { key, value } of written.entries) {
    if (key.text === DATASET || key.text === DEFAULTS) continue;
    const type = types.get(key.text);
    const keys = [DATASET, DEFAULTS, ...types.keys()];
    if (!type) careful(key.span, recordFaults.typeUnknown(key.text, nearest(key.text, keys), keys));
    else
      for (const { map, type: likely } of withTypes(types, type, mapsOf(value, key.text, careful), careful))
        records.push(recordOf(likely, map, defaultEvidence, broken));
  }
  return { dataset: entries.get(DATASET), defaultEvidence, records };
}

/** A record, and the type that it is of. */
interface Typed {
  readonly map: WrittenMap;
  readonly type: NodeTypeModel;
}

/**
 * The records below a type key with their types. Where the key before some of them was lost, their ids and keys show
 * what they are: that is reported once, and they are read as such.
 */
function withTypes(
  types: ReadonlyMap<string, NodeTypeModel>,
  type: NodeTypeModel,
  maps: readonly WrittenMap[],
  report: Report,
): readonly Typed[] {
  let lost: NodeTypeModel | undefined;
  return maps.map((map) => {
    const likely = likelyType(types, type, map);
    const { root } = likely;
    if (likely !== type && likely !== lost && root && type.root) {
      const span = entryOf(map, ID)?.value.span ?? map.span;
      report(span, recordFaults.wrongPart(root.prefix, type.root.list, root.list, type.root.prefix));
    }
    lost = likely === type ? undefined : likely;
    return { map, type: likely };
  });
}

/** The type that a record's id begins as, where its keys fit that at least as well; in a table all are of one type. */
function likelyType(
  types: ReadonlyMap<string, NodeTypeModel>,
  type: NodeTypeModel,
  map: WrittenMap,
): NodeTypeModel {
  const id = entryOf(map, ID)?.value;
  if (id?.form !== 'text' || isTable(id.span.source.file)) return type;
  const prefix = id.text.slice(0, id.text.indexOf(':'));
  const other = [...types.values()].find(({ root }) => root?.prefix === prefix);
  return other && misfits(other, map) <= misfits(type, map) ? other : type;
}

/** How many keys of a record a type does not have, and how many it misses. */
function misfits(type: NodeTypeModel, map: WrittenMap): number {
  const strange = map.entries.filter(({ key }) => !isKey(type, key.text));
  const missing = [...type.properties.values()].filter(
    (property) => property.required && property.default === undefined && !entryOf(map, property.name),
  );
  return strange.length + missing.length;
}

function defaultsOf(entry: WrittenEntry | undefined, report: Report): WrittenMap | undefined {
  if (!entry || isEmpty(entry.value)) return undefined;
  if (entry.value.form !== 'map') {
    reportForm(report, entry.value, '`defaults`', {
      en: 'a map with `evidence`',
      zh: '含 `evidence` 的键值表',
    });
    return undefined;
  }
  for (const { key } of entry.value.entries) {
    if (key.text === 'evidence') continue;
    const near = nearest(key.text, ['evidence']);
    report(key.span, recordFaults.keyUnknown(key.text, '`defaults`', near, ['evidence']));
  }
  return entry.value;
}

/** A key of the file with nothing below it, such as one whose records are all commented out: an empty part. */
function isEmpty(value: Written): boolean {
  return value.form === 'nothing' && value.text === '';
}

function mapsOf(value: Written, key: string, report: Report): readonly WrittenMap[] {
  if (isEmpty(value)) return [];
  if (value.form === 'nothing') reportForm(report, value, `\`${key}\``, expected.records);
  if (value.form === 'nothing') return [];
  if (value.form !== 'list') {
    const [first] = value.form === 'map' ? value.entries : [];
    // A map from ids to records has no key of a record at all: to report that of each would report one mistake often.
    const byId = first?.key.text.includes(':') ? first.key.text : undefined;
    report(value.span, recordFaults.notRecords(key, form(value.form), byId));
    return value.form === 'map' && byId === undefined ? [value] : [];
  }
  return value.items.flatMap((item) => {
    if (item.form === 'map') return [item];
    if (item.form === 'text') report(item.span, recordFaults.notARecord(key, item.text));
    else reportForm(report, item, `\`${key}\``, expected.maps);
    return [];
  });
}

function recordOf(
  type: NodeTypeModel,
  map: WrittenMap,
  defaultEvidence: Written | undefined,
  broken: readonly number[],
): SeedRecord {
  const entry = map.entries.find(({ key }) => key.text === 'id');
  const id = entry?.value.form === 'text' ? entry.value.text : undefined;
  const idSpan = entry?.value.span ?? map.entries[0]?.key.span ?? map.span;
  return { type, map, id, idSpan, defaultEvidence, broken: isBroken(map.span, broken) };
}

/** Whether a fault of syntax is in a span, before it on its first line, or right behind it. */
function isBroken({ source, start, end }: Span, broken: readonly number[]): boolean {
  if (broken.length === 0) return false;
  const { column } = positionOf(source, start);
  return countUpTo(broken, end + 1) > countUpTo(broken, start - column);
}
