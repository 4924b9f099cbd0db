/** Reads a calendar as its standard says, apart from the code that writes it: unfolds, splits, unescapes. */

/** The properties of each event, by name with parameters. */
export function readCalendar(text: string): readonly Readonly<Record<string, string>>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const events: Record<string, string>[] = [];
  let event: Record<string, string> | undefined;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = {};
    else if (line === 'END:VEVENT' && event) {
      events.push(event);
      event = undefined;
    } else if (event) {
      const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z-]+=[^:]*)?):(.*)$/s.exec(line) ?? [];
      event[name] = value.replaceAll(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    }
  }
  return events;
}
