/** The fields that a selection asks of each node type, those that several types share merged into one. */

import { collectSubFields } from '@graphql-tools/utils';
import { type FieldNode, type GraphQLField, GraphQLObjectType, getArgumentValues } from 'graphql';
import { invariant } from '../diagnostics/invariant.ts';
import type { CompileContext } from './compiled.ts';
import { withCurrentIds } from './current-ids.ts';
import type { SelectedField } from './selected-field.ts';

/** The fields that selections ask of an object type, in order. `__typename` is left to the executor. */
export function selectFields(
  context: CompileContext,
  typeName: string,
  nodes: readonly FieldNode[],
): readonly SelectedField[] {
  const type = context.schema.getType(typeName);
  invariant(type instanceof GraphQLObjectType, `${typeName} is no object type of the API`);
  const variables = { coerced: { ...context.variables }, sources: {} };
  const { fields } = collectSubFields(context.schema, { ...context.fragments }, variables, type, [...nodes]);
  return [...fields].flatMap(([responseKey, fieldNodes]) => {
    const [first] = fieldNodes;
    if (first === undefined || first.name.value === '__typename') return [];
    const name = first.name.value;
    const field = type.getFields()[name];
    invariant(field, `${typeName}.${name} is no field`);
    return [
      {
        responseKey,
        name,
        nodes: fieldNodes,
        arguments: argumentsOf(context, field, first),
        types: [typeName],
      },
    ];
  });
}

/** The fields that selections ask of each of several node types; the same field of several types once. */
export function selectFieldsOfEach(
  context: CompileContext,
  typeNames: readonly string[],
  nodes: readonly FieldNode[],
): readonly SelectedField[] {
  const merged: SelectedField[] = [];
  for (const typeName of typeNames) {
    for (const field of selectFields(context, typeName, nodes)) {
      const index = merged.findIndex((each) => sameField(each, field));
      const known = merged[index];
      if (known) merged[index] = { ...known, types: [...known.types, typeName] };
      else merged.push(field);
    }
  }
  return merged;
}

function sameField(a: SelectedField, b: SelectedField): boolean {
  return (
    a.responseKey === b.responseKey &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, index) => node === b.nodes[index])
  );
}

/** Arguments with defaults and current ids filled in. An explicit null is the same as leaving the argument out. */
function argumentsOf(
  context: CompileContext,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Readonly<Record<string, unknown>> {
  const given = getArgumentValues(field, node, { ...context.variables });
  return withCurrentIds(withoutNulls(given, field.args), field.args, context.formerIds);
}

/** Argument values in which an explicit null has given way to the default. */
export function withoutNulls(
  given: Readonly<Record<string, unknown>>,
  declared: readonly { readonly name: string; readonly defaultValue?: unknown }[],
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { name, defaultValue } of declared) {
    const value = given[name] ?? defaultValue;
    if (value !== undefined && value !== null) values[name] = value;
  }
  return values;
}
