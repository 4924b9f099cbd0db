/** How what goes on until it is stopped learns of that. */

import type { CommandContext } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

/** Signals so close together are one, in ms. */
const SAME_PRESS = 500;

/** Aborted by the first signal to stop; the second ends the process at once. */
export function stopSignal({ terminal }: Pick<CommandContext, 'terminal'>): AbortSignal {
  const stop = new AbortController();
  let asked: number | undefined;
  const onSignal = () => {
    // One Ctrl-C can arrive twice: from the terminal, and passed on by npm.
    if (asked !== undefined && Date.now() - asked < SAME_PRESS) return;
    if (asked !== undefined) process.exit(EXIT.interrupted);
    asked = Date.now();
    terminal.say('\nStopping …');
    stop.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return stop.signal;
}

/** Resolves once a signal is aborted. */
export function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
