/** A diagnostic: one fault of a seed file or of the schema, with its position. */

import { compareText } from './compare-text.ts';
import type { Text } from './text.ts';

/** Stable for ever: scripts and the guide to seeds name faults by these. */
export type DiagnosticCode =
  | 'yaml/syntax'
  | 'key/unknown'
  | 'key/missing'
  | 'value/type'
  | 'value/format'
  | 'value/enum'
  | 'id/format'
  | 'id/duplicate'
  | 'ref/unknown'
  | 'ref/type'
  | 'evidence/missing'
  | 'evidence/locator'
  | 'date/order'
  | 'code/checksum'
  | 'tree/cycle'
  | 'figure/unit'
  | 'figure/contradiction'
  | 'csv/columns'
  | 'file/encoding'
  | 'file/link'
  | 'file/conflict'
  | 'file/ignored'
  | 'assertion/failed'
  | 'name/near-duplicate'
  | 'policy/reaches-nothing'
  | 'policy/no-start'
  | 'value/implausible'
  | 'source/host'
  | 'cite/locator'
  | 'cite/figure'
  | 'cite/hedge'
  | 'cite/date'
  | 'cite/name'
  | 'schema/syntax'
  | 'schema/directive'
  | 'schema/argument'
  | 'schema/type'
  | 'schema/field'
  | 'schema/value'
  | 'schema/duplicate'
  | 'schema/relationship';

/** What is wrong, without its position. */
export interface Fault {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** What is wrong and what was expected. */
  readonly message: Text;
  /** How to fix it. */
  readonly hint: Text | undefined;
  /** In a table the column to fill in, which fixes it there. */
  readonly fillIn?: string;
}

/** One fault and its position. Lines and columns begin at 1; columns count characters; the end is exclusive. */
export interface Diagnostic extends Omit<Fault, 'fillIn'> {
  /** The path as it is printed, relative to the current folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Orders diagnostics by file, line, column, code and message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message.en, b.message.en)
  );
}

/** A diagnostic as scripts read it: in English, with a hint of null where there is none. */
export function diagnosticJson<T extends Diagnostic>({ message, hint, ...position }: T) {
  return { ...position, message: message.en, hint: hint?.en ?? null };
}
