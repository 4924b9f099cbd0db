/** Enums that have the values of another: declared once, and written out here. */

import { type DefinitionNode, type EnumTypeDefinitionNode, Kind } from 'graphql';
import { invariant } from '../../diagnostics/invariant.ts';
import { directiveArgument, directiveOf } from '../directives.ts';

/** Definitions in which an enum with `@includes` has the values of the enum it names, behind its own. */
export function withIncludedValues(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const enums = new Map<string, EnumTypeDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(definition.name.value, definition);
  }
  return definitions.map((definition) => {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) return definition;
    const includes = directiveOf(definition, 'includes');
    if (!includes) return definition;
    const named = String(directiveArgument(includes, 'enum'));
    const other = enums.get(named);
    invariant(other, `${definition.name.value} includes ${named}, which is no enum`);
    return { ...definition, values: [...(definition.values ?? []), ...(other.values ?? [])] };
  });
}
