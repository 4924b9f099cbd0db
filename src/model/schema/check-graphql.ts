/** The validation rules of graphql, run on the declarations of a schema folder. */

import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLError,
  Kind,
  KnownDirectivesRule,
  TypeInfo,
  UniqueArgumentDefinitionNamesRule,
  UniqueArgumentNamesRule,
  UniqueDirectiveNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueEnumValueNamesRule,
  UniqueFieldDefinitionNamesRule,
  UniqueInputFieldNamesRule,
  UniqueTypeNamesRule,
  ValidationContext,
  ValuesOfCorrectTypeRule,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { KnownArgumentNamesOnDirectivesRule } from 'graphql/validation/rules/KnownArgumentNamesRule.js';
import { ProvidedRequiredArgumentsOnDirectivesRule } from 'graphql/validation/rules/ProvidedRequiredArgumentsRule.js';
import { validateSDL } from 'graphql/validation/validate.js';
import { nearest } from '../../diagnostics/nearest.ts';
import { schemaFaults } from '../../diagnostics/schema-messages.ts';
import type { SchemaFault } from './schema-faults.ts';

/** Rules by the code of their faults. Unknown type names are not among them: connections are derived later. */
const RULES = {
  'schema/directive': [KnownDirectivesRule, UniqueDirectivesPerLocationRule],
  'schema/argument': [
    KnownArgumentNamesOnDirectivesRule,
    ProvidedRequiredArgumentsOnDirectivesRule,
    UniqueArgumentNamesRule,
  ],
  'schema/value': [UniqueInputFieldNamesRule],
  'schema/duplicate': [
    UniqueTypeNamesRule,
    UniqueEnumValueNamesRule,
    UniqueFieldDefinitionNamesRule,
    UniqueArgumentDefinitionNamesRule,
    UniqueDirectiveNamesRule,
  ],
} as const;

type Code = keyof typeof RULES;

/** The faults that graphql finds: unknown directives, wrong arguments and values, duplicate names. */
export function checkGraphql(document: DocumentNode): readonly SchemaFault[] {
  const directives = document.definitions.flatMap((each) =>
    each.kind === Kind.DIRECTIVE_DEFINITION ? each.name.value : [],
  );
  const faults = Object.entries(RULES).flatMap(([code, rules]) =>
    validateSDL(document, null, rules).flatMap((error) => faultOf(code as Code, error, directives)),
  );
  // Values can be checked only where each directive is declared once and has these arguments.
  return faults.length > 0 ? faults : wrongValues(document);
}

function wrongValues(document: DocumentNode): readonly SchemaFault[] {
  const kinds: readonly Kind[] = [
    Kind.DIRECTIVE_DEFINITION,
    Kind.ENUM_TYPE_DEFINITION,
    Kind.INPUT_OBJECT_TYPE_DEFINITION,
    Kind.SCALAR_TYPE_DEFINITION,
  ];
  const definitions = document.definitions.filter(({ kind }) => kinds.includes(kind));
  const vocabulary = buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true });
  const faults: SchemaFault[] = [];
  const typeInfo = new TypeInfo(vocabulary);
  const context = new ValidationContext(vocabulary, document, typeInfo, (error) => {
    faults.push(...faultOf('schema/value', error, []));
  });
  visit(document, visitWithTypeInfo(typeInfo, ValuesOfCorrectTypeRule(context)));
  return faults;
}

/** A duplicate is reported at its second position. */
function faultOf(code: Code, error: GraphQLError, directives: readonly string[]): readonly SchemaFault[] {
  const node = error.nodes?.at(-1);
  if (!node) return [];
  const fault = schemaFaults.graphql(code, error.message);
  const near = node.kind === Kind.DIRECTIVE ? nearest(node.name.value, directives) : undefined;
  const isUnknown =
    near !== undefined && !directives.includes(node.kind === Kind.DIRECTIVE ? node.name.value : '');
  return [
    {
      node,
      fault: isUnknown
        ? { ...fault, hint: { en: `did you mean \`@${near}\`?`, zh: `是否应为 \`@${near}\`？` } }
        : fault,
    },
  ];
}
