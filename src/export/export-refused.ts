/** A refusal to export, back up or restore, and why. */

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
export class ExportRefused extends Error {
  override name = 'ExportRefused';
  readonly code: ExportRefusal;

  constructor(code: ExportRefusal, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
