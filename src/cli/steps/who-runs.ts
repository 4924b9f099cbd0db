/** Who runs this process, for others who wait for it. */

import { hostname, userInfo } from 'node:os';
import type { CommandContext } from '../command.ts';

/** The user, the machine and the process: `someone@machine process 4711`. */
export function whoRuns(env: CommandContext['env']): string {
  return `${userName(env)}@${hostname()} process ${process.pid}`;
}

function userName(env: CommandContext['env']): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that no name belongs to.
    return env.USER ?? 'somebody';
  }
}
