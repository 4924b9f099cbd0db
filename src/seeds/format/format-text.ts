/** A seed file's text in canonical order and layout, or why it stays as it is. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Model } from '../../model/model.ts';
import { collectDiagnostics } from '../written/report.ts';
import { type SourceText, sourceText, type Written } from '../written/written.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { orderLayout } from './canonical-order.ts';
import { commentsOf, NoLayout } from './layout-walk.ts';
import { printLayout } from './print-layout.ts';
import { readLayout } from './read-layout.ts';

/** What became of a file's text. */
export type Formatted =
  | { readonly text: string }
  /** It cannot be read: its faults. */
  | { readonly faults: readonly Diagnostic[] }
  /** It says something that this layout cannot keep: why. */
  | { readonly kept: string };

/** The canonical text of a file. Its comments and quotes stay, what it says stays, and a second time changes nothing. */
export function formatText(model: Model, source: SourceText): Formatted {
  const text = source.text.replace(/\r\n/g, '\n');
  const parsed = parse(sourceText(source.file, text));
  if (parsed.faults.length > 0) return { faults: parse(source).faults };
  if (parsed.written && parsed.written.form !== 'map') return { kept: 'it is no map' };
  try {
    const printed = print(model, text);
    const again = parse(sourceText(source.file, printed));
    const same =
      again.faults.length === 0 &&
      sense(again.written) === sense(parsed.written) &&
      sameComments(text, printed) &&
      print(model, printed) === printed;
    return same ? { text: printed } : { kept: 'its layout would change what it says' };
  } catch (cause) {
    if (cause instanceof NoLayout) return { kept: cause.message };
    throw cause;
  }
}

function print(model: Model, text: string): string {
  const layout = readLayout(text);
  // An alias has to come after its anchor: there the author's order stays.
  if (layout.root && !layout.anchored) orderLayout(model, layout.root);
  return printLayout(layout);
}

function parse(source: SourceText): {
  readonly written: Written | undefined;
  readonly faults: readonly Diagnostic[];
} {
  const { report, sorted } = collectDiagnostics();
  const { written } = parseYaml(source, report);
  return { written, faults: sorted() };
}

/** What is written, whatever the order of keys. */
function sense(written: Written | undefined): string {
  return JSON.stringify(senseOf(written));
}

function senseOf(written: Written | undefined): unknown {
  if (written?.form === 'text') return written.text;
  if (written?.form === 'list') return written.items.map(senseOf);
  if (written?.form !== 'map') return null;
  const entries = written.entries.map(({ key, value }) => [key.text, senseOf(value)] as const);
  return { map: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function sameComments(before: string, after: string): boolean {
  const sorted = (text: string) => JSON.stringify([...commentsOf(text)].sort());
  return sorted(before) === sorted(after);
}
