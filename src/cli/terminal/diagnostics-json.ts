/** Diagnostics as machines read them. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** One JSON value: a list, with a hint of null where there is none. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify(
    diagnostics.map((each) => ({ ...each, hint: each.hint ?? null })),
    null,
    2,
  );
}
