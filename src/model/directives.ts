/** Directives and type references of a schema declaration, read off its syntax tree. */

import { type ConstDirectiveNode, Kind, type TypeNode, valueFromASTUntyped } from 'graphql';

/** The directive of that name on a declaration. */
export function directiveOf(
  declaration: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode | undefined {
  return declaration.directives?.find((directive) => directive.name.value === name);
}

/** The value of a directive's argument; undefined where it is left out. */
export function directiveArgument(directive: ConstDirectiveNode, name: string): unknown {
  const argument = directive.arguments?.find((each) => each.name.value === name);
  return argument && valueFromASTUntyped(argument.value);
}

/** The name inside lists and exclamation marks. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** Whether a type is a list, and whether it is required. */
export function typeShape(type: TypeNode): { readonly list: boolean; readonly required: boolean } {
  const required = type.kind === Kind.NON_NULL_TYPE;
  const bare = required ? type.type : type;
  return { list: bare.kind === Kind.LIST_TYPE, required };
}
