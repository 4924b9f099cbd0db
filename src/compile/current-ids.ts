/** Former ids in arguments: wherever an id is taken, an earlier id of the record is accepted too. */

import { type GraphQLInputType, getNullableType, isInputObjectType, isListType } from 'graphql';

/** Current ids by former ones. */
export type FormerIds = ReadonlyMap<string, string>;

/** What a record remembers of itself: a filter on it asks for the former id as such. */
const REMEMBERED = 'formerIds';

/**
 * Argument values in which former ids have given way to current ones: wherever the declared type is ID, in lists and
 * input objects too.
 */
export function withCurrentIds(
  values: Readonly<Record<string, unknown>>,
  declared: readonly { readonly name: string; readonly type: GraphQLInputType }[],
  formerIds: FormerIds,
): Readonly<Record<string, unknown>> {
  if (formerIds.size === 0) return values;
  const types = new Map(declared.map(({ name, type }) => [name, type]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const type = types.get(name);
      return [name, type && name !== REMEMBERED ? currentValue(value, type, formerIds) : value];
    }),
  );
}

function currentValue(value: unknown, type: GraphQLInputType, formerIds: FormerIds): unknown {
  if (value === null || value === undefined) return value;
  const bare = getNullableType(type);
  if (isListType(bare)) {
    return Array.isArray(value) ? value.map((each) => currentValue(each, bare.ofType, formerIds)) : value;
  }
  if (isInputObjectType(bare))
    return withCurrentIds({ ...value }, Object.values(bare.getFields()), formerIds);
  return bare.name === 'ID' ? (formerIds.get(String(value)) ?? value) : value;
}
