/** `list` as a tool: the records of one kind that pass a filter, in the order asked for. */

import { type GraphQLSchema, getNamedType, isInputObjectType, isObjectType, parse } from 'graphql';
import { badUserInput } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { ENTITY, type Model, rootTypes } from '../model/model.ts';
import { selectListed } from './select-fields.ts';
import { operationText, PAGE, type Tool } from './tool.ts';
import { defaultsOf, type ToolArgument, toolArgument } from './tool-argument.ts';

/** Records of a page where no number is asked for. */
const FIRST = 10;

const DESCRIPTION = `Records of one kind that pass a filter, each with its values and sources. 列表. where: {field: test}, all of which hold. Test of a value: eq, in, isNull; contains, startsWith of a text; gte, lte of a number or date (2027-01-31). Test of a relationship: {some: {…}} or {none: {}}, with what its far end passes. Of places and industries also isIn (it lies in this id), covers (this id lies in it), touches; and, or, not take tests. orderBy: [{field: "ASC"}] or [{relationship: {count: "DESC"}}]; missing values come last.`;

/** A root list: its field, and the input that filters it. */
interface RootList {
  readonly name: string;
  readonly arguments: readonly ToolArgument[];
  readonly fields: readonly string[];
  readonly selection: string;
}

/** The tool that lists records. */
export function listTool(schema: GraphQLSchema, model: Model): Tool {
  const lists = rootTypes(model).map((type) => rootList(schema, model, type.root?.list ?? '', type.name));
  const [any] = lists;
  invariant(any, 'the model has root lists');
  const first = any.arguments.filter(({ name }) => !JUDGED.has(name));
  const declared = [OF, WHERE, ORDER_BY].map((each) => ({
    ...each,
    schema: each === OF ? { ...each.schema, enum: lists.map(({ name }) => name) } : each.schema,
  }));
  const taken = [...declared, ...first];
  return {
    name: 'list',
    description: `${DESCRIPTION} Fields: ${lists.map(({ name, fields }) => `${name}: ${fields.join(' ')}`).join('; ')}.`,
    arguments: taken,
    answers: PAGE,
    prepare: ({ of, ...given }) => {
      const list = lists.find(({ name }) => name === of);
      if (!list) throw badUserInput('of', `it is one of ${lists.map(({ name }) => name).join(', ')}.`);
      const passed = list.arguments.map(({ name }) => `${name}: $${name}`).join(', ');
      const body = `${list.name}(${passed}) { totalCount pageInfo { hasNextPage } edges { cursor node ${list.selection} } }`;
      const variables = { ...defaultsOf(list.arguments), ...given };
      return {
        document: parse(operationText(list.arguments, body)),
        variables,
        first: Number(variables.first ?? FIRST),
        read: (data) => data[list.name],
      };
    },
  };
}

/** The arguments that differ from list to list; GraphQL judges them, and names the nearest field. */
const JUDGED: ReadonlySet<string> = new Set(['where', 'orderBy']);

const OF: ToolArgument = {
  name: 'of',
  type: 'String!',
  required: true,
  schema: { type: 'string', description: 'Which records.' },
};
const WHERE: ToolArgument = {
  name: 'where',
  type: 'String',
  required: false,
  schema: { type: 'object', description: 'Left out: all.' },
};
const ORDER_BY: ToolArgument = {
  name: 'orderBy',
  type: 'String',
  required: false,
  schema: { type: 'array', items: { type: 'object' }, description: 'Left out: by id.' },
};

/** Whether a key of a filter is described for all lists, or only says how a number beside it is hedged. */
function isTold(model: Model, typeName: string, key: string): boolean {
  const hedge = model.nodeTypes.get(typeName)?.properties.get(key)?.hedgeOf;
  return hedge !== undefined || ['and', 'or', 'not', 'isIn', 'touches', 'covers'].includes(key);
}

function rootList(schema: GraphQLSchema, model: Model, name: string, typeName: string): RootList {
  const field = schema.getQueryType()?.getFields()[name];
  const type = schema.getType(typeName);
  invariant(field && isObjectType(type), `${name} is a root list`);
  const where = getNamedType(field.args.find((each) => each.name === 'where')?.type);
  const common = [...(model.interfaces.get(ENTITY)?.fieldOrder ?? [])];
  const filtered = isInputObjectType(where) ? Object.keys(where.getFields()) : [];
  return {
    name,
    arguments: field.args.filter((each) => each.name !== 'anyDay').map((each) => toolArgument(each, FIRST)),
    fields: filtered.filter((each) => !common.includes(each) && !isTold(model, typeName, each)),
    selection: selectListed(model, type),
  };
}
