/** A fault of the schema, with the position of its declaration. */

import { type ASTNode, getLocation } from 'graphql';
import type { Diagnostic, Fault } from '../../diagnostics/diagnostic.ts';

/** One fault, and the declaration it is about. */
export interface SchemaFault {
  readonly node: ASTNode;
  readonly fault: Fault;
}

/** A fault with its file, line and column. */
export function schemaDiagnostic({ node, fault }: SchemaFault): Diagnostic {
  const { loc } = node;
  const [file, start, end] = loc
    ? [loc.source.name, getLocation(loc.source, loc.start), getLocation(loc.source, loc.end)]
    : ['', { line: 1, column: 1 }, { line: 1, column: 1 }];
  return {
    ...fault,
    file,
    line: start.line,
    column: start.column,
    // A caret under the first line of a declaration is enough to find it.
    endLine: start.line,
    endColumn: end.line === start.line ? end.column : start.column + 1,
  };
}
