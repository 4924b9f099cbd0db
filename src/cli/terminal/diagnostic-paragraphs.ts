/** Diagnostics as a terminal shows them: the first of each code, and how many more there are. */

import { boundDiagnostics } from '../../diagnostics/bound-diagnostics.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type RenderOptions, renderDiagnostics } from '../../diagnostics/render-diagnostic.ts';
import { inLanguage } from '../../diagnostics/text.ts';

/**
 * One paragraph for each diagnostic, with an empty line after it.
 * @param diagnostics by file and place
 * @param sources texts by file
 */
export function diagnosticParagraphs(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: RenderOptions,
): readonly string[] {
  const { shown, rest } = boundDiagnostics(diagnostics);
  const texts = renderDiagnostics(shown, sources, options);
  return [...texts, ...(rest === undefined ? [] : [inLanguage(rest, options.language)])].map(
    (text) => `${text}\n`,
  );
}
