/** The error that carries every fault of a schema folder. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** A schema folder that declares no model. */
export class SchemaFaultsError extends Error {
  override name = 'SchemaFaultsError';
  /** All faults, by file and position. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the files, by their names in the diagnostics. */
  readonly sources: ReadonlyMap<string, string>;

  constructor(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>) {
    super('The schema has faults.');
    this.diagnostics = diagnostics;
    this.sources = sources;
  }
}
