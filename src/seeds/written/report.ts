/** How a reader reports a fault: its span and its message. */

import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { compareDiagnostics, type Diagnostic, type Fault } from '../../diagnostics/diagnostic.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { form as formName } from '../../diagnostics/phrases.ts';
import type { Part, Text } from '../../diagnostics/text.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { isTable } from './is-table.ts';
import { positionOf, type Span, type Written } from './written.ts';

/** Reports a fault; reading goes on. */
export type Report = (span: Span, fault: Fault) => void;

/** Reports faults in an owned record that a table describes by its parts: the column of `to` is `places.to`. */
export function inColumnsOf(key: string, report: Report): Report {
  return (span, fault) => {
    const { fillIn } = fault;
    report(span, fillIn === undefined ? fault : { ...fault, fillIn: `${key}.${fillIn}` });
  };
}

/** What has been reported. */
export interface Collected {
  readonly report: Report;
  readonly sorted: () => readonly Diagnostic[];
}

/** Collects what is reported; the same fault at the same span, met twice through an alias, is one. */
export function collectDiagnostics(): Collected {
  const reported = new Map<string, Diagnostic>();
  return {
    report: (span, fault) => {
      const key = `${span.source.file}\0${span.start}\0${fault.code}\0${fault.message.en}`;
      if (!reported.has(key)) reported.set(key, diagnosticOf(span, fault));
    },
    sorted: () => [...reported.values()].sort(compareDiagnostics),
  };
}

/** Reports what is written in another form than is read there: a list for a text, or no value at all. */
export function reportForm(report: Report, written: Written, what: Part, expected: Part, hint?: Text) {
  const { form, span } = written;
  if (form === 'nothing') report(span, recordFaults.nothing(what, written.text, isTable(span.source.file)));
  else report(span, recordFaults.wrongForm(what, expected, formName(form), hint));
}

/** Where a span begins, in words: seeds/firms.yaml:4. */
export function placeOf(span: Span): string {
  return visibleText(`${span.source.file}:${positionOf(span.source, span.start).line}`);
}

/** A diagnostic at a span. */
export function diagnosticOf(span: Span, fault: Fault): Diagnostic {
  const start = positionOf(span.source, span.start);
  const end = positionOf(span.source, Math.max(span.start, span.end));
  const { fillIn, ...said } = fault;
  return {
    ...said,
    hint: fillIn !== undefined && isTable(span.source.file) ? csvFaults.fillIn(fillIn) : said.hint,
    file: span.source.file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
