/** The arguments of tools, derived from those of root fields: one JSON schema each. */

import {
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** An argument of a tool: as the operation declares it, and as an agent reads it. */
export interface ToolArgument {
  readonly name: string;
  /** Its type in GraphQL: [String!]! */
  readonly type: string;
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Items that one page of a tool may have; API and agent could take more, a reader could not. */
export const MOST_ITEMS = 50;

/** The meaning of arguments that the API describes only once, for all root fields. */
const MEANINGS: Readonly<Record<string, string>> = {
  id: 'Present or former: region:shanghai. 编号',
  after: 'The endCursor of the page before. 下一页',
  validOn: 'The day that relationships are valid on; left out: today. 日期',
  anyDay: 'Relationships of any day, for histories. 不限日期',
};

const SCALARS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Int: { type: 'integer' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' },
};

/**
 * The argument that a root field takes.
 * @param first the page size where the tool is asked for none
 */
export function toolArgument(argument: GraphQLArgument, first?: number): ToolArgument {
  const isFirst = argument.name === 'first';
  const value = isFirst && first !== undefined ? first : argument.defaultValue;
  const description = descriptionOf(argument);
  return {
    name: argument.name,
    type: String(argument.type),
    required: isRequiredArgument(argument),
    schema: {
      ...schemaOf(argument.type),
      ...(isFirst ? { minimum: 1, maximum: MOST_ITEMS } : {}),
      ...(value === undefined || value === null ? {} : { default: value }),
      ...(description === '' ? {} : { description }),
    },
  };
}

/** The values of arguments that are left out. */
export function defaultsOf(taken: readonly ToolArgument[]): Readonly<Record<string, unknown>> {
  const given = taken.filter(({ schema }) => schema.default !== undefined);
  return Object.fromEntries(given.map(({ name, schema }) => [name, schema.default]));
}

/** An argument's own words, or those of its enum. */
function descriptionOf({ name, description, type }: GraphQLArgument): string {
  const named = getNamedType(type);
  const other = isEnumType(named) ? named.description : MEANINGS[name];
  return (description ?? other ?? '').replaceAll(/\s+/g, ' ');
}

/** Whether an input has itself somewhere inside, as filters have: it is described in words, not field by field. */
function leadsToItself(type: GraphQLInputObjectType, inside: readonly string[] = []): boolean {
  if (inside.includes(type.name)) return true;
  return Object.values(type.getFields()).some((field) => {
    const below = getNamedType(field.type);
    return isInputObjectType(below) && leadsToItself(below, [...inside, type.name]);
  });
}

function schemaOf(type: GraphQLInputType): Readonly<Record<string, unknown>> {
  if (isNonNullType(type)) return schemaOf(type.ofType);
  if (isListType(type)) {
    return { type: 'array', items: schemaOf(type.ofType) };
  }
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  if (isInputObjectType(type) && !leadsToItself(type)) {
    const fields = Object.values(type.getFields());
    const required = fields.filter(isRequiredInputField).map(({ name }) => name);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field.type)])),
      ...(required.length > 0 ? { required } : {}),
    };
  }
  return SCALARS[type.name] ?? { type: 'string' };
}
