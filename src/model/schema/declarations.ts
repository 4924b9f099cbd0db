/** The declarations of a schema folder by name, as the checks look them up. */

import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import { directiveArgument, directiveOf, namedType } from '../directives.ts';

/** A type with fields. */
export type Declared = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** All declarations, by name. */
export interface Declarations {
  readonly types: ReadonlyMap<string, Declared>;
  readonly enums: ReadonlyMap<string, EnumTypeDefinitionNode>;
  readonly scalars: ReadonlyMap<string, ScalarTypeDefinitionNode>;
}

/** Groups declarations by kind and name. */
export function declarationsOf({ definitions }: DocumentNode): Declarations {
  const types = new Map<string, Declared>();
  const enums = new Map<string, EnumTypeDefinitionNode>();
  const scalars = new Map<string, ScalarTypeDefinitionNode>();
  for (const each of definitions) {
    if (each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION)
      types.set(each.name.value, each);
    if (each.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(each.name.value, each);
    if (each.kind === Kind.SCALAR_TYPE_DEFINITION) scalars.set(each.name.value, each);
  }
  return { types, enums, scalars };
}

/** Whether the fields of a type are stored: nodes, owned nodes, interfaces and properties of relationships. */
export function isStored(declared: Declared): boolean {
  if (declared.kind === Kind.INTERFACE_TYPE_DEFINITION) return true;
  return ['node', 'owned', 'relationshipProperties'].some((name) => directiveOf(declared, name));
}

/** The fields of a type and of all its interfaces; a field of its own replaces an inherited one. */
export function fieldsOf(
  declarations: Declarations,
  declared: Declared,
  seen: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, FieldDefinitionNode> {
  const fields = new Map<string, FieldDefinitionNode>();
  for (const { name } of declared.interfaces ?? []) {
    const parent = declarations.types.get(name.value);
    if (!parent || seen.has(name.value)) continue;
    for (const [key, field] of fieldsOf(declarations, parent, new Set([...seen, name.value])))
      fields.set(key, field);
  }
  for (const field of declared.fields ?? []) fields.set(field.name.value, field);
  return fields;
}

/** Whether a type is another one, or implements it. */
export function isOrImplements({ types }: Declarations, name: string, other: string): boolean {
  return name === other || (types.get(name)?.interfaces ?? []).some((each) => each.name.value === other);
}

/** A text argument of a directive; undefined where it is left out. */
export function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directiveArgument(directive, name);
  return value === undefined ? undefined : String(value);
}

/** The position of a fault in an argument: its value as written, or the directive where it is left out. */
export function argumentNode(directive: ConstDirectiveNode, name: string) {
  return directive.arguments?.find((each) => each.name.value === name)?.value ?? directive;
}

/** The enum that is the type of a field. */
export function enumOf({ enums }: Declarations, field: FieldDefinitionNode | undefined) {
  return field && enums.get(namedType(field.type));
}

/** The names of an enum's values. */
export function valuesOf(declared: EnumTypeDefinitionNode): readonly string[] {
  return (declared.values ?? []).map(({ name }) => name.value);
}
