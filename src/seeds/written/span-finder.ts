/** Where in the seeds a property of a record, or of something in it, is written. */

import { ownerId } from '../../model/stored/owned-id.ts';
import type { SeedRecord } from './list-records.ts';
import { entryOf, type Span, type Written, type WrittenMap } from './written.ts';

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
    const map = property !== undefined && record ? mapAt(record, span) : undefined;
    return (map && property !== undefined && entryOf(map, property)?.value.span) || span;
  };
}

/** The innermost map that begins where a span does, or has an entry that does. In tables maps have no span of their own. */
function mapAt(written: Written, { source, start }: Span): WrittenMap | undefined {
  const isThere = (span: Span) => span.source === source && span.start === start;
  const parts =
    written.form === 'map'
      ? written.entries.map(({ value }) => value)
      : written.form === 'list'
        ? written.items
        : [];
  for (const part of parts) {
    const inner = mapAt(part, { source, start, end: start });
    if (inner) return inner;
  }
  if (written.form !== 'map') return undefined;
  const { entries, span } = written;
  return isThere(span) || entries.some(({ key, value }) => isThere(key.span) || isThere(value.span))
    ? written
    : undefined;
}
