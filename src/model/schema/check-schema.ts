/** Every fault of a schema folder at once. */

import { type DefinitionNode, GraphQLError, Kind, parse, Source } from 'graphql';
import { compareDiagnostics, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { schemaFaults } from '../../diagnostics/schema-messages.ts';
import { checkDirectives } from './check-fields.ts';
import { checkGraphql } from './check-graphql.ts';
import { checkRelationships } from './check-relationships.ts';
import { checkFieldTypes, checkNodeTypes } from './check-types.ts';
import { declarationsOf } from './declarations.ts';
import { schemaDiagnostic } from './schema-faults.ts';

/**
 * All faults of the files of a schema folder, by file and position; none where they declare a model.
 * @param sources the texts of the files, by the names that faults are shown with
 */
export function checkSchema(sources: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const definitions: DefinitionNode[] = [];
  const unreadable: Diagnostic[] = [];
  for (const [name, text] of sources) {
    try {
      definitions.push(...parse(new Source(text, name)).definitions);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      unreadable.push(syntaxFault(name, error));
    }
  }
  // Without the declarations of such a file, each reference to one of them would be reported too.
  if (unreadable.length > 0) return unreadable;
  const document = { kind: Kind.DOCUMENT, definitions } as const;
  const basic = checkGraphql(document);
  const declarations = declarationsOf(document);
  const own = [checkNodeTypes, checkFieldTypes, checkRelationships, checkDirectives].flatMap((check) =>
    check(declarations),
  );
  return [...basic, ...own].map(schemaDiagnostic).sort(compareDiagnostics);
}

function syntaxFault(file: string, error: GraphQLError): Diagnostic {
  const [{ line, column } = { line: 1, column: 1 }] = error.locations ?? [];
  const fault = schemaFaults.graphql('schema/syntax', error.message.replace(/^Syntax Error: /, ''));
  return { ...fault, file, line, column, endLine: line, endColumn: column + 1 };
}
