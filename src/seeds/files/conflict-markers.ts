/** What git leaves in a file where two branches changed the same lines: one fault for each conflict. */

import { fileFaults } from '../../diagnostics/file-messages.ts';
import type { Report } from '../written/report.ts';
import { type SourceText, sourceText } from '../written/written.ts';

/** The lines that git writes around and between the two versions. */
const MARKER = /^(?:(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?|={7})$/gm;
/** Those that nothing else looks like: a line of equals signs alone may be a text. */
const CERTAIN = /^[<>]/;

/** Reports the conflicts of a file, each at its first marker. Whether there are any. */
export function reportConflicts(source: SourceText, report: Report): boolean {
  const { text } = source;
  const markers = markersOf(text);
  const records = markers.length === 0 ? [] : [...text.matchAll(IDS)];
  let isOpen = false;
  let passed = 0;
  for (const [at, { index, 0: marker }] of markers.entries()) {
    if (marker.startsWith('<') || !isOpen) {
      // A conflict ends before the next one at the latest: all of them are read in one pass.
      let next = at + 1;
      while (next < markers.length && !CERTAIN.test(markers[next]?.[0] ?? '')) next += 1;
      const end = markers[next]?.index ?? text.length;
      while (passed < records.length && (records[passed]?.index ?? 0) < index) passed += 1;
      const ids = idsOfConflict(text.slice(index, end), records, passed, end);
      report({ source, start: index, end: index + marker.length }, fileFaults.conflict(ids));
    }
    isOpen = !marker.startsWith('>');
  }
  return markers.length > 0;
}

/**
 * The ids of the records in which a conflict is: of the one that it begins in, and of those that begin in it.
 * @param inside its text
 * @param records the ids of the file, in their order
 * @param from the first of them that is not before the conflict
 */
function idsOfConflict(
  inside: string,
  records: readonly RegExpExecArray[],
  from: number,
  end: number,
): readonly string[] {
  const firstLine = inside.split('\n').find((line, at) => at > 0 && line.trim() !== '') ?? '';
  const found = new Set<string>();
  // What begins with a record of its own does not concern the one before it.
  for (let at = ID.test(firstLine) ? from : Math.max(0, from - 1); at < records.length; at += 1) {
    const record = records[at];
    if (!record || record.index >= end || found.size === MOST_IDS) break;
    found.add(record[1] ?? record[2] ?? '');
  }
  return [...found];
}

const ID = /^\s*-\s*\{?\s*id:/;
/** The id at the beginning of a record in YAML, or of a line in a table. */
const IDS = /^ *- *\{? *id: *['"]?([a-z-]+:[a-z0-9-]+)|^([a-z-]+:[a-z0-9-]+)(?=[,;\t])/gm;
const MOST_IDS = 5;

/** A file with blanks in the place of its markers, so that records of both versions are known to other files. */
export function withoutMarkers(source: SourceText): SourceText {
  const markers = new Set(markersOf(source.text).map(({ index }) => index));
  if (markers.size === 0) return source;
  return sourceText(
    source.file,
    source.text.replace(MARKER, (marker, index: number) =>
      markers.has(index) ? ' '.repeat(marker.length) : marker,
    ),
  );
}

function markersOf(text: string): readonly RegExpExecArray[] {
  const found = [...text.matchAll(MARKER)];
  return found.some(([marker]) => CERTAIN.test(marker)) ? found : [];
}
