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

/** The meaning of arguments that are described once for all tools: in the instructions, or by their name and values. */
const MEANINGS: Readonly<Record<string, string>> = {
  id: 'Present or former: region:shanghai.',
  after: '',
  validOn: '',
  asOf: '',
  lang: '',
  includePlanned: '',
  first: '',
  kinds: '',
  orderBy: '',
  anyDay: 'Facts of any day, for histories.',
};

const SCALARS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Int: { type: 'integer' },
  Boolean: { type: 'boolean' },
};

/**
 * The argument that a root field takes.
 * @param first the page size where the tool is asked for none
 */
export function toolArgument(argument: GraphQLArgument, first?: number): ToolArgument {
  const isFirst = /first$/i.test(argument.name);
  const value = isFirst && first !== undefined ? first : argument.defaultValue;
  const description = descriptionOf(argument);
  return {
    name: argument.name,
    type: String(argument.type),
    required: isRequiredArgument(argument),
    schema: {
      ...schemaOf(argument.type),
      ...(isFirst ? { maximum: MOST_ITEMS } : {}),
      ...(value === undefined || value === null || value === false ? {} : { default: value }),
      ...(description === '' ? {} : { description }),
    },
  };
}

/** The values of arguments that are left out. */
export function defaultsOf(taken: readonly ToolArgument[]): Readonly<Record<string, unknown>> {
  const given = taken.filter(({ schema }) => schema.default !== undefined);
  return Object.fromEntries(given.map(({ name, schema }) => [name, schema.default]));
}

/**
 * An argument's words: those that all tools share, else the first sentence of its own, or of its enum. The rest, and the Chinese
 * term, is for people who read the schema: an agent reads every argument with every question.
 */
function descriptionOf({ name, description, type }: GraphQLArgument): string {
  const named = getNamedType(type);
  const words = MEANINGS[name] ?? description ?? (isEnumType(named) ? named.description : '') ?? '';
  const [first = ''] = sentencesOf(words);
  return first.replace(/^Only this \w+\.$/, '');
}

/** The sentences of a description; the last one is the Chinese term. */
export function sentencesOf(description: string): readonly string[] {
  return description.replaceAll(/\s+/g, ' ').split(/(?<=\.) (?=[`\p{Lu}\p{Script=Han}])/u);
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
