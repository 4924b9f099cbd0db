/** The types of entity that `search` and `resolve` look through: those that `types` names, or all. */

import { array, type CompileContext } from '../compile/compiled.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import { concreteTypes, ENTITY, entityTypeName } from '../model/model.ts';

/** The parameter that holds the node types looked through; null for all. */
export function bindSoughtTypes(context: CompileContext, { arguments: { types } }: SelectedField): string {
  const asked = array(types);
  const names = concreteTypes(context.model, ENTITY).filter((name) => asked.includes(entityTypeName(name)));
  return context.parameters.add(types === undefined ? null : names);
}

/**
 * Whether a bound `entry`, the search key of a record, is one of a type looked through. Keys of an older form have no
 * type: they are found once an apply has written them anew.
 */
export function isSought(types: string): string {
  return `entry.nodeType IS NOT NULL AND (${types} IS NULL OR entry.nodeType IN ${types})`;
}
