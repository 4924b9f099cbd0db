/** Diagnostics as `--json` prints them. */

import { type Diagnostic, diagnosticJson } from '../../diagnostics/diagnostic.ts';

/** One JSON value: a list in English. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify(diagnostics.map(diagnosticJson), null, 2);
}
