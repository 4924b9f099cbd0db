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

/** Whether a bound `hit` is a record of a type looked through, and no analyst's own node. */
export function isSought(types: string): string {
  return `hit.nodeType IS NOT NULL AND (${types} IS NULL OR hit.nodeType IN ${types})`;
}
