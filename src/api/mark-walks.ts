/** Marks those conditions and sort keys that walk a relationship although their own words do not show it. */

import { type GraphQLInputType, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import type { Model } from '../model/model.ts';

const WALKS = 'walks';

/** Marks states that are read at the far end of a relationship: each is a subquery to plan. */
export function markWalks(schema: GraphQLSchema, model: Model): void {
  for (const { name, states } of [...model.interfaces.values(), ...model.nodeTypes.values()]) {
    for (const state of states.values()) {
      if (state.of === undefined) continue;
      for (const input of [`${name}Where`, `${name}OrderBy`]) {
        const type = schema.getType(input);
        const field = isInputObjectType(type) ? type.getFields()[state.name] : undefined;
        if (field) field.extensions = { ...field.extensions, [WALKS]: true };
      }
    }
  }
}

/** The type of a key of an input, and whether the key is marked. */
export function inputKey(
  type: GraphQLInputType | undefined,
  key: string,
): { readonly type: GraphQLInputType | undefined; readonly walks: boolean } {
  const input = type && getNamedType(type);
  const field = isInputObjectType(input) ? input.getFields()[key] : undefined;
  return { type: field?.type, walks: field?.extensions[WALKS] === true };
}
