/** Where in the seeds a property of a record, or of something in it, is written. */

import { ownerId } from '../model/owned-id.ts';
import type { SeedRecord } from '../seeds/list-records.ts';
import { entryOf, type Span, type Written, type WrittenMap } from '../seeds/written.ts';

/**
 * Finds the span of a property.
 * @param records all records of the seeds
 */
export function spanFinder(
  records: readonly SeedRecord[],
): (id: string, span: Span, property: string | undefined) => Span {
  const maps = new Map(records.map(({ id, map }) => [id, map]));
  return (id, span, property) => {
    const record = maps.get(ownerId(id));
    if (property === undefined || !record) return span;
    const map = record.entries.some(({ value }) => value.span.start === span.start)
      ? record
      : mapAt(record, span);
    return (map && entryOf(map, property)?.value.span) ?? span;
  };
}

/** The innermost map that a span stands in. */
function mapAt(written: Written, span: Span): WrittenMap | undefined {
  if (written.span.source !== span.source) return undefined;
  if (written.span.start > span.start || written.span.end < span.end) return undefined;
  const parts =
    written.form === 'map'
      ? written.entries.map(({ value }) => value)
      : written.form === 'list'
        ? written.items
        : [];
  for (const part of parts) {
    const inner = mapAt(part, span);
    if (inner) return inner;
  }
  return written.form === 'map' ? written : undefined;
}
