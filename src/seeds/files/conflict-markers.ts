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
      report({ source, start: index, end: index + marker.length }, fileFaults.conflict());
    }
    isOpen = !marker.startsWith('>');
  }
  return markers.length > 0;
}

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
