/** Days as a calendar file that calendar programs subscribe to (iCalendar). */

/** A day on which something begins, ends or is due. */
export interface CalendarEntry {
  /** The same for the same thing, so that a later file moves it rather than adding it again. */
  readonly uid: string;
  /** ISO: 2026-12-31. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly category: string;
}

/** A calendar. */
export interface Calendar {
  readonly name: string;
  /** When its content was last changed, ISO; the same content gives the same file. */
  readonly changedAt: string;
  readonly entries: readonly CalendarEntry[];
}

/** The most octets of a line. */
const LONGEST = 75;

/**
 * A calendar as text: entries are whole days, and nobody is shown as busy.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function renderCalendar({ name, changedAt, entries }: Calendar): string {
  const stamp = `${changedAt.replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
  const events = entries.flatMap(({ uid, day, summary, description, url, category }) => [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    `URL:${url}`,
    `CATEGORIES:${escapeText(category)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//industry-graph//explorer//ZH',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A line in pieces of at most 75 octets; no character is cut. */
function fold(line: string): string {
  const pieces: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LONGEST) {
      pieces.push('');
      // The space that a continued line begins with.
      octets = 1;
    }
    pieces[pieces.length - 1] += character;
    octets += size;
  }
  return pieces.join('\r\n ');
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');
}
