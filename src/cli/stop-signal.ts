/** How what goes on until it is stopped learns of that. */

import type { CommandContext } from './command.ts';
import { EXIT } from './exit-codes.ts';

/** Signals so close together are one, in ms. */
const SAME_PRESS = 500;

/** Resolves on the first signal to stop; the second ends the process at once. */
export function stopSignal({ terminal }: Pick<CommandContext, 'terminal'>): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    const onSignal = () => {
      // One Ctrl-C can arrive twice: from the terminal, and passed on by npm.
      if (asked !== undefined && Date.now() - asked < SAME_PRESS) return;
      if (asked !== undefined) process.exit(EXIT.refused);
      asked = Date.now();
      terminal.say('');
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
