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
  const markers = markersOf(source.text);
  let isOpen = false;
  for (const { index, 0: marker } of markers) {
    if (marker.startsWith('<') || !isOpen) {
      const span = { source, start: index, end: index + marker.length };
      report(span, fileFaults.conflict(idsOfConflict(source.text, index)));
    }
    isOpen = !marker.startsWith('>');
  }
  return markers.length > 0;
}

/** The ids of the records in which a conflict is: of the one that it begins in, and of those that begin in it. */
function idsOfConflict(text: string, start: number): readonly string[] {
  const end = text.indexOf('\n>>>>>>>', start);
  const inside = text.slice(start, end < 0 ? undefined : end);
  const firstLine = inside.split('\n').find((line, at) => at > 0 && line.trim() !== '') ?? '';
  // What begins with a record of its own does not concern the one before it.
  const around = firstLine.search(ID) < 0 ? [...text.slice(0, start).matchAll(IDS)].at(-1) : undefined;
  const found = [...(around ? [around] : []), ...inside.matchAll(IDS)];
  return [...new Set(found.flatMap((match) => match[1] ?? match[2] ?? []))].slice(0, MOST_IDS);
}

const ID = /^\s*-\s*\{?\s*id:/;
/** The id at the beginning of a record in YAML, or of a line in a table. */
const IDS = /^\s*-\s*\{?\s*id:\s*['"]?([a-z-]+:[a-z0-9-]+)|^([a-z-]+:[a-z0-9-]+)(?=[,;\t])/gm;
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
