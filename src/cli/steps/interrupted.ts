/** A command that was stopped. */

import { TextError } from '../../diagnostics/text-error.ts';

/** A command was stopped. Its message reports what became of the graph. */
export class Interrupted extends TextError {
  override name = 'Interrupted';
}
