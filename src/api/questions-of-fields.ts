/** A question for each list, and for each field that leads from a record to others: asked once after a start. */

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
import type { PlannedQuestion } from './start-server.ts';

/**
 * Questions by which Neo4j plans what most others are made of: a list, and a field of its records, each with its total and
 * without. How deep they are nested, and which properties are selected, makes no other text.
 * @param definitions the served schema
 */
export function questionsOfFields(definitions: DocumentNode): readonly PlannedQuestion[] {
  const schema = buildASTSchema(definitions, { assumeValidSDL: true });
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((list) => {
    const node = nodeOf(list);
    return node?.getFields().id && isBare(list) ? [{ list, node }] : [];
  });
  const texts = lists.flatMap(({ list, node }) => [
    ...bothWays((total) => `{ ${list.name}(first: 1) {${total} nodes { id } } }`),
    ...Object.values(node.getFields()).flatMap((field) =>
      furtherFields(field).map((text) => `{ ${list.name}(first: 1) { nodes { id ${text} } } }`),
    ),
  ]);
  return texts.map((query) => ({ query, variables: {} }));
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

/** The type of the nodes of a connection; undefined for any other field. */
function nodeOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType | GraphQLInterfaceType | undefined {
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  const node = nodes && getNamedType(nodes.type);
  return isObjectType(node) || isInterfaceType(node) ? node : undefined;
}

function isBare({ args }: GraphQLField<unknown, unknown>): boolean {
  return !args.some(isRequiredArgument);
}
