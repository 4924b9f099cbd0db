/** A question of the API as a tool: arguments and selection are those that its root field has. */

import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { invariant } from '../diagnostics/invariant.ts';
import type { Model } from '../model/model.ts';
import { listBeginning } from './page.ts';
import { selectableFields, selectFields, selectPage } from './select-fields.ts';
import { type JsonType, operationText, PAGE, type Tool } from './tool.ts';
import { defaultsOf, sentencesOf, toolArgument } from './tool-argument.ts';

/** How a tool differs from its root field. */
export interface QuestionOptions {
  /** Arguments that mean nothing for what the tool selects. */
  readonly without?: readonly string[];
  /** The page size where none is asked for. */
  readonly first?: number;
  /** Lists of which only the beginning is shown, and how much. */
  readonly beginnings?: { readonly of: string; readonly first: number };
}

/** The tool of a root field. */
export function questionTool(
  schema: GraphQLSchema,
  model: Model,
  name: string,
  options: QuestionOptions = {},
): Tool {
  const { without = [], first, beginnings } = options;
  const field = schema.getQueryType()?.getFields()[name];
  invariant(field, `${name} is a root field`);
  const type = getNamedType(field.type);
  invariant(isObjectType(type), `${name} gives objects`);
  const own = field.args.filter((each) => !without.includes(each.name));
  const passed = own.map((each) => `${each.name}: $${each.name}`).join(', ');
  const given = passed && `(${passed})`;
  const body = type.name.endsWith('Connection')
    ? selectPage(model, field, given)
    : `${name}${given} ${selectFields(model, type)}`;
  const taken = [...own, ...languageArgument(schema, body)].map((each) => toolArgument(each, first));
  const document = parse(operationText(taken, body));
  const defaults = defaultsOf(taken);
  return {
    name,
    description: shortOf(field.description ?? ''),
    arguments: taken,
    answers: answersOf(name, field.type, type),
    prepare: (asked) => {
      const variables = { ...defaults, ...asked };
      return {
        document,
        variables,
        first: beginnings?.first ?? Number(variables.first ?? 1),
        read: (data) => {
          const value = data[name];
          if (!Array.isArray(value)) return value;
          return { [name]: beginnings ? value.map((each) => withBeginning(each, beginnings.of)) : value };
        },
      };
    },
  };
}

/** The first two sentences of a description, and its Chinese term. */
function shortOf(description: string): string {
  const sentences = sentencesOf(description);
  return [...sentences.slice(0, -1).slice(0, 2), ...sentences.slice(-1)].join(' ');
}

/** What the answer always has: that of a page, or the fields that are never null. */
function answersOf(
  name: string,
  answered: GraphQLOutputType,
  type: GraphQLObjectType,
): Readonly<Record<string, JsonType>> {
  if (type.name.endsWith('Connection')) return PAGE;
  if (isListType(getNullableType(answered))) return { [name]: 'array' };
  const lists = selectableFields(type).filter(({ field }) => isListType(getNullableType(field.type)));
  return Object.fromEntries(lists.map(({ field }) => [field.name, 'array']));
}

function withBeginning(item: Readonly<Record<string, unknown>>, of: string) {
  const list = item[of];
  return { ...item, [of]: Array.isArray(list) ? listBeginning(list) : list };
}

/** The argument that says in which language sentences are, where a selection has any. */
export function languageArgument(schema: GraphQLSchema, body: string) {
  if (!body.includes('$lang')) return [];
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const all = types.flatMap((type) => Object.values(type.getFields()).flatMap((each) => [...each.args]));
  return all.filter((each) => each.name === 'lang').slice(0, 1);
}
