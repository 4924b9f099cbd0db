/** A question for each list, each field that leads from a record to others and each other root field: asked once after a start. */

import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { isBare, madeUp, nodeOf, valuesOf } from './made-up.ts';
import type { PlannedQuestion } from './start-server.ts';

/**
 * Questions by which Neo4j plans what most others are made of: a list, and a field of its records, each with its total and
 * without. How deep they are nested, and which properties are selected, makes no other text. Root fields that are no list of
 * records read what they are decided by in texts of their own, whatever is asked of them.
 * @param definitions the served schema
 */
export function questionsOfFields(definitions: DocumentNode): readonly PlannedQuestion[] {
  const schema = buildASTSchema(definitions, { assumeValidSDL: true });
  const texts = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const node = nodeOf(field);
    return node?.getFields().id && isBare(field) ? listQuestions(field.name, node) : otherQuestions(field);
  });
  return texts.map((query) => ({ query, variables: {} }));
}

function listQuestions(list: string, node: GraphQLObjectType | GraphQLInterfaceType): readonly string[] {
  return [
    ...bothWays((total) => `{ ${list}(first: 1) {${total} nodes { id } } }`),
    ...Object.values(node.getFields()).flatMap((field) =>
      furtherFields(field).map((text) => `{ ${list}(first: 1) { nodes { id ${text} } } }`),
    ),
  ];
}

/** How deep values are asked for in an answer: those that every person asks for, and all. */
const DEPTHS = [2, 4];

/** A root field that is no list of records; none where it takes what cannot be made up. */
function otherQuestions(field: GraphQLField<unknown, unknown>): readonly string[] {
  const given = field.args.filter(isRequiredArgument).map(({ name, type }) => [name, madeUp(type)] as const);
  if (given.some(([, value]) => value === undefined)) return [];
  const texts = given.map(([name, value]) => `${name}: ${value}`).join(', ');
  return DEPTHS.flatMap((depth) => {
    const selected = valuesOf(getNamedType(field.type), depth);
    return selected === undefined ? [] : [`{ ${field.name}${texts === '' ? '' : `(${texts})`}${selected} }`];
  });
}

/** A field that leads to other records, as questions ask for it; none where it does not. */
function furtherFields(field: GraphQLField<unknown, unknown>): readonly string[] {
  if (!isBare(field)) return [];
  if (nodeOf(field)) return bothWays((total) => `${field.name}(first: 1) {${total} nodes { id } }`);
  const type = getNamedType(field.type);
  return (isObjectType(type) || isInterfaceType(type)) && type.getFields().id ? [`${field.name} { id }`] : [];
}

function bothWays(text: (total: string) => string): readonly string[] {
  return ['', ' totalCount'].map(text);
}
