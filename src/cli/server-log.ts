/** The log: JSON lines for machines, short lines for a person at a terminal. */

import pino, { type Logger } from 'pino';
import type { Terminal } from './terminal/terminal.ts';

/**
 * A log to stderr.
 * @param level left out: `info`; at a terminal, where each question would be a line, `warn`
 */
export function createLog(given: string | undefined, terminal: Terminal): Logger {
  const level = given ?? (terminal.canAsk ? 'warn' : 'info');
  if (!terminal.canAsk) return pino({ level }, pino.destination({ fd: 2, sync: true }));
  return pino({ level }, { write: (line: string) => terminal.say(shorten(line)) });
}

/** "12:03:04 error an answer failed: …" for a line of JSON. */
function shorten(line: string): string {
  const entry = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const time = new Date(Number(entry.time)).toISOString().slice(11, 19);
  const label = pino.levels.labels[Number(entry.level)] ?? '';
  const error = entry.err as { readonly message?: string } | undefined;
  return `${time} ${label} ${String(entry.msg ?? '')}${error?.message ? `: ${error.message}` : ''}`;
}
