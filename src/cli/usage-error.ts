/** Wrong usage: a command, an option or a setting that is not valid. */

import { TextError } from '../diagnostics/text-error.ts';

/** Printed in one line, with exit code 64. */
export class UsageError extends TextError {
  override name = 'UsageError';
}
