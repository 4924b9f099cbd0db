/** The argument that a value in an operation belongs to: graphql's own words name the type of a wrong value alone. */

import { type ASTNode, GraphQLError, Kind, parse, visit } from 'graphql';

/**
 * A fault of a value, with the argument that it is in: in its words where they do not name it, and in its extensions.
 * @example
 * Expected value of type "Date", found "2024"; … → Argument "validOn": Expected value of type "Date", found "2024"; …
 */
export function withArgument(error: GraphQLError): GraphQLError {
  const [node] = error.nodes ?? [];
  const at = node?.loc?.start;
  if (error.extensions.argument !== undefined || at === undefined || !error.source) return error;
  const path = argumentAt(error.source.body, at);
  if (path === undefined) return error;
  const isNamed = error.message.includes(`"${path.split('.').at(-1)}"`);
  const message = `${isNamed ? '' : `Argument "${path}": `}${error.message}${keysOf(node)}`;
  const { nodes, positions, originalError } = error;
  const extensions = { ...error.extensions, argument: path };
  return new GraphQLError(message, {
    ...(nodes ? { nodes } : {}),
    ...(positions ? { positions } : {}),
    ...(originalError ? { originalError } : {}),
    source: error.source,
    extensions,
  });
}

/** The path of the argument whose value has a position inside: `for.profile.figures.value`; undefined outside of all. */
function argumentAt(text: string, at: number): string | undefined {
  const names: string[] = [];
  visit(parse(text), {
    enter(node) {
      const { start = 0, end = 0 } = node.loc ?? {};
      if (at < start || at >= end) return false;
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.push(node.name.value);
      return undefined;
    },
  });
  return names.length > 0 ? names.join('.') : undefined;
}

/** Of an object that may have but one key, those that it has. */
function keysOf(node: ASTNode | undefined): string {
  if (node?.kind !== Kind.OBJECT || node.fields.length < 2) return '';
  return ` It has ${node.fields.map(({ name }) => `"${name.value}"`).join(' and ')}: keep one.`;
}
