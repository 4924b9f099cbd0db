/** A refusal to export, back up or restore, and why. */

import type { Text } from '../diagnostics/text.ts';
import { TextError } from '../diagnostics/text-error.ts';

/** Why nothing was written, or nothing of it kept. */
export type ExportRefusal =
  /** Nothing was ever applied: there is nothing to write. */
  | 'nothing'
  /** The graph was changed while it was read. */
  | 'moved'
  /** Another model built the graph than the one here. */
  | 'model'
  /** Where it should go cannot be written, or holds what is not ours. */
  | 'place'
  /** A value cannot be said in the format. */
  | 'value'
  /** A backup is cut off or was changed, or is none. */
  | 'damaged'
  /** A backup is restored into an empty graph alone. */
  | 'not-empty';

/** A refusal that leaves graph and files as they were. */
export class ExportRefused extends TextError {
  override name = 'ExportRefused';
  readonly code: ExportRefusal;

  constructor(code: ExportRefusal, text: Text, cause?: unknown) {
    super(text, { cause });
    this.code = code;
  }
}
