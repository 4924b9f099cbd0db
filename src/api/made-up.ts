/** Parts of questions that are made up from the schema alone. */

import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Whether a field can be asked without an argument. */
export function isBare({ args }: GraphQLField<unknown, unknown>): boolean {
  return !args.some(isRequiredArgument);
}

/** The type of the nodes of a connection; undefined for any other field. */
export function nodeOf(
  field: GraphQLField<unknown, unknown>,
): GraphQLObjectType | GraphQLInterfaceType | undefined {
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  const node = nodes && getNamedType(nodes.type);
  return isObjectType(node) || isInterfaceType(node) ? node : undefined;
}

/** The selection of all values at so many levels; undefined where there are none. */
export function valuesOf(type: GraphQLNamedType, levels: number): string | undefined {
  if (isLeafType(type)) return '';
  if (levels === 0 || !(isObjectType(type) || isInterfaceType(type))) return undefined;
  // A record is read by the same statement everywhere.
  if (type.getFields().id) return ' { id }';
  const texts = Object.values(type.getFields()).flatMap((field) => {
    const selected =
      isBare(field) && !PAGING.includes(field.name)
        ? valuesOf(getNamedType(field.type), levels - 1)
        : undefined;
    return selected === undefined ? [] : [`${field.name}${selected}`];
  });
  return texts.length > 0 ? ` { ${texts.join(' ')} }` : undefined;
}

/** What few ask for beside the nodes of a connection. */
const PAGING: readonly string[] = ['pageInfo', 'edges'];

/** A value of a type, in GraphQL; undefined where there is none. Ids are those of nothing. */
export function madeUp(type: GraphQLInputType): string | undefined {
  if (isNonNullType(type)) return madeUp(type.ofType);
  if (isListType(type)) {
    const item = madeUp(type.ofType);
    return item === undefined ? undefined : `[${item}, ${item}]`;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return MADE_UP.get(type.name);
}

const MADE_UP = new Map([
  ['ID', '"none:none"'],
  ['String', '"none"'],
  ['Int', '1'],
]);
