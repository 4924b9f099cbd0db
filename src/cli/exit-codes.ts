/** What each command's exit code means; scripts rely on these. */

/** Exit codes by their meaning. */
export const EXIT = {
  /** Done as asked. */
  done: 0,
  /** The seeds have faults, or what was asked is refused or declined. */
  refused: 1,
  /** `plan --detailed-exitcode`: changes are pending. */
  changesPending: 2,
  /** The database cannot be reached, or answered with an error. */
  database: 3,
  /** The plan is stale, or another apply holds the lock. */
  stale: 4,
  /** Wrong usage: a command, an option, a setting. */
  usage: 64,
  /** Stopped by Ctrl-C: what became of the graph is said. */
  interrupted: 130,
} as const;

/** An exit code. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
