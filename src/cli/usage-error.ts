/** Wrong usage: a command, an option or a setting that cannot be. */

/** Told in one line, with exit code 64. */
export class UsageError extends Error {
  override name = 'UsageError';
}
